import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { ImportedDisputeFacts } from '../../src/disputes/events.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { AnswersPageDto } from '../../src/disputes/answers/answers.dto.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { ListToBeDecidedDto } from '../../src/disputes/to-be-decided/to-be-decided.dto.js';
import { referenceFor } from '../../src/platform/ids.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { cookieOf } from '../support/page-sessions.js';
import { Postbox } from '../notices/postbox.js';
import { Council } from './council.js';

const FACTS = {
  ...{ kind: 'formal' as const, teamManager: null, raisedOn: '2023-03-20', theme: 'DD-CARE', concern: null },
  ...{ spokeFirst: null, dueOn: null, answeredOn: null, agreement: null, stageReached: 1, challengeMeeting: null },
  ...{ outcome: null, outcomeWords: null, resolvedOn: null, impact: null, impactWords: null },
};

describe('An open row of a register that is taken on', () => {
  const postbox = new Postbox();
  let council: Council;
  let rows = 0;
  const imported = async (about: Partial<ImportedDisputeFacts> & { children: string[] }): Promise<string> => {
    const number = ++rows;
    const reference = referenceFor('DRP', `row-${number}`);
    const source = { file: 'register.csv', row: number };
    const row = {
      importId: 'i1',
      reference,
      ownReference: `I22/${number}`,
      source,
      facts: { ...FACTS, ...about } as ImportedDisputeFacts,
    };
    const actor = { person: 'command-line', post: null, role: null };
    const envelope = { commandId: `row-${number}`, actor, occurredAt: council.clock.now() };
    await council.app.get(CommandBus).execute(new ActOnDispute(reference, { type: 'import-row', ...row }, envelope));
    await council.caughtUp();
    return reference;
  };
  const read = async (reference: string, person: string) =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
  const asked = async (person: string) =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what, reference }) => `${what} ${reference}`);
  const told = (): string[] => postbox.collect().map((each) => each.replace(/, by .*/, ''));

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  beforeEach(() => void postbox.collect());
  afterAll(() => council.end());

  it('is held by the IRO of the child today, and asked of the team that has the child', async () => {
    const reference = await imported({ children: ['C3'], iro: 'zoe', team: 'north' });
    await council.done('Ivan', `/disputes/${reference}/take-on`, {});
    const { heldBy, team, rounds } = await read(reference, 'Ivan');
    expect([heldBy?.id, team?.id, rounds.at(-1)!.addressedTeam?.id]).toEqual(['ivan', 'north', 'south']);
    expect(told()).toEqual(['tess: a dispute for you to answer']);
    expect(await asked('Tess')).toContain(`answer ${reference}`);
    expect(await asked('Tom')).not.toContain(`answer ${reference}`);
  });

  it('about siblings of two teams is asked of both managers, and the other IRO hears of it', async () => {
    const reference = await imported({ children: ['C1', 'C3'], iro: 'iris', team: 'north' });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect((await read(reference, 'Iris')).heldBy?.id).toBe('iris');
    for (const manager of ['Tom', 'Tess']) expect(await asked(manager)).toContain(`answer ${reference}`);
    expect(told()).toContain('ivan: a dispute, for your information');
  });

  it('stays late by the date of its register, in the list, on its page and in the figures', async () => {
    const facts = { children: ['C1'], iro: 'iris', team: 'north', dueOn: '2023-02-10' };
    const reference = await imported(facts);
    const late = async () =>
      (await council.get<DisputesPageDto>('Iris', '/disputes?overdue=true')).body.items.map((each) => each.reference);
    const missed = { dueOn: '2023-02-10', answeredOn: null, missed: true };
    expect(await late()).toContain(reference);
    expect((await read(reference, 'Iris')).registerDate).toEqual(missed);

    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect(await late()).not.toContain(reference);
    await council.done('Tom', `/disputes/${reference}/answer`, { agreement: 'agree', reasons: 'Yes.', actions: [] });
    await council.caughtUp();
    const { registerDate, rounds } = await read(reference, 'Iris');
    expect(registerDate).toEqual(missed);
    expect(rounds[0]!.answers).toMatchObject([{ late: false, lateAgainstFirst: true }]);
    const page = await council.app.inject({
      url: `/disputes/${reference}`,
      headers: { cookie: cookieOf('Iris'), accept: 'text/html' },
    });
    expect(page.body).toContain('By the register, the answer was due by');
    expect(page.body).toContain('it was missed');
    const listed = (await council.get<AnswersPageDto>('Iris', '/answers')).body.items;
    expect(
      listed
        .filter((each) => each.reference === reference)
        .map(({ round, firstDueOn, inTimeByFirstDate, inTime }) => ({ round, firstDueOn, inTimeByFirstDate, inTime })),
    ).toEqual([
      { round: 1, firstDueOn: '2023-02-10', inTimeByFirstDate: false, inTime: true },
      { round: 0, firstDueOn: '2023-02-10', inTimeByFirstDate: false, inTime: false },
    ]);
  });

  it('has the answer of its register late, where that came after the date of the register', async () => {
    const came = { dueOn: '2023-03-24', answeredOn: '2023-03-29' };
    const reference = await imported({ children: ['C1'], iro: 'iris', team: 'north', ...came });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    const { registerDate, rounds } = await read(reference, 'Iris');
    expect(registerDate).toEqual({ ...came, missed: true });
    expect(rounds[0]!.answers).toMatchObject([{ late: true, lateAgainstFirst: true }]);
  });

  it('is to be decided when the child leaves care, as any other is', async () => {
    const reference = await imported({ children: ['C2'], iro: 'iris', team: 'north' });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    postbox.collect();
    await council.done('Mona', '/children/C2/leave-care', { on: '2023-04-02', because: 'adopted' });
    await council.caughtUp();
    const { items } = (await council.get<ListToBeDecidedDto>('Iris', '/disputes/to-be-decided')).body;
    expect(items.map((each) => each.reference)).toContain(reference);
    expect(await asked('Iris')).toContain(`decide-after-care ${reference}`);
    expect(
      postbox
        .collect()
        .filter((each) => each.startsWith('iris'))
        .join(),
    ).toContain('decide');
  });
});
