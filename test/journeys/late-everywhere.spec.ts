import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { caseShown } from '../../src/challenge/agenda/case-line.js';
import { takeOnRow } from '../../src/register/import/take-on-row.js';
import { openCouncil } from '../../src/cli/open-council.js';
import type { Directory } from '../../src/directory/directory.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { Follower } from '../../src/following/follower.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { Executor } from '../../src/platform/executor.js';
import { referenceFor } from '../../src/platform/ids.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { SAYS_NOTHING } from '../../src/protocol/words-now.js';
import { Controls } from '../support/controls.js';
import { aConcern, anAnswer, BEGINNING, Council } from './council.js';

/*
 * Under the protocol of Riverside: stage 1 is answered by two managers together, within seven calendar days. A dispute raised on Monday
 * 3 April 2023 is due on Monday 10 April, and late from midnight in London, which is 23:00 in UTC.
 */

const LATE = '2023-04-12T09:00:00.000Z';
const MUCH_LATER = '2023-05-15T09:00:00.000Z';

describe('Late is late everywhere, and nowhere else', () => {
  let council: Council;
  const done = (person: string, reference: string, act: string, body: object = {}) =>
    council.done(person, `/disputes/${reference}/${act}`, body);
  const raise = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const page = async (reference: string): Promise<DisputeDto> =>
    (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
  const references = async (url: string): Promise<string[]> => {
    const { body } = await council.get<{ items: { reference: string }[] }>('Iris', url);
    return body.items.map(({ reference }) => reference);
  };
  /** The doors that call it late. */
  const lateAt = async (reference: string): Promise<string[]> => {
    const { rounds } = await page(reference);
    const { body: board } = await council.get<{ rows: { reference: string; due: { late: boolean } }[] }>(
      'Mona',
      '/board',
    );
    const work = await Promise.all(
      ['Tom', 'Hana', 'Anton'].map(async (person) => {
        const { body } = await council.get<{ items: { reference: string; what: string; due: { late: boolean } }[] }>(
          person,
          '/work',
        );
        return body.items.some((item) => item.reference === reference && item.what === 'answer' && item.due.late);
      }),
    );
    const now = council.clock.now();
    const papers = caseShown(
      reference,
      { person: 'iris', posts: [] },
      {
        readModels: council.app.get(ProjectionRunner),
        directory: council.app.get<Directory>(DIRECTORY),
        now,
        says: SAYS_NOTHING,
      },
    );
    return [
      ...(rounds.at(-1)!.deadline!.overdue ? ['page'] : []),
      ...((await references('/disputes?overdue=true')).includes(reference) ? ['list'] : []),
      ...(board.rows.some((row) => row.reference === reference && row.due.late) ? ['board'] : []),
      ...(work.includes(true) ? ['work'] : []),
      ...(papers.line.includes(', late') ? ['papers'] : []),
      ...((await references('/answers?inTime=false')).includes(reference) ? ['figure'] : []),
    ];
  };
  const EVERYWHERE = ['page', 'list', 'board', 'work', 'papers', 'figure'];

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/riverside');
  });
  beforeEach(() => council.at(BEGINNING));
  afterAll(() => council.end());

  it('is the answer of a stage that two must give, when one of them has', async () => {
    const reference = await raise();
    await done('Tom', reference, 'answer', anAnswer());
    council.at('2023-04-10T22:59:59.999Z');
    expect(await lateAt(reference)).toEqual([]);
    council.at('2023-04-10T23:00:00.000Z');
    expect(await lateAt(reference)).toEqual(EVERYWHERE);
    expect((await page(reference)).waitingFor).toMatchObject({ what: 'answer', roles: ['head-of-service'] });
    council.at(MUCH_LATER);
    expect((await page(reference)).totalCap).toMatchObject({ dueOn: '2023-05-04', missed: true });
    await done('Hana', reference, 'answer', anAnswer());
    const { rounds } = await page(reference);
    expect(rounds[0]!.answers.map(({ late }) => late)).toEqual([false, true]);
    expect(await lateAt(reference)).toEqual(['figure']);
    const { body } = await council.get<{ counted: { overTotal: { references: string[] } } }>(
      'Mona',
      '/reports/timeliness/2023-24',
    );
    expect(body.counted.overTotal.references).toContain(reference);
  });

  it.each([
    ['withdrawn', 'withdraw', { reason: 'It was put right.' }, {}],
    ['settled in the call', 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] }, { kind: 'informal' }],
  ])('is nothing that was %s in time without an answer', async (_, act, body, over) => {
    const reference = await raise({ ...over, theme: 'EDUC' });
    await done('Iris', reference, act, body);
    council.at(LATE);
    expect(await lateAt(reference)).toEqual([]);
  });

  it('is no higher stage that is not needed, because a late answer below was accepted in time', async () => {
    const reference = await raise({ theme: 'HEALTH' });
    await done('Iris', reference, 'escalate', { reason: 'It cannot wait.' });
    await done('Tom', reference, 'answer', anAnswer());
    await done('Hana', reference, 'answer', anAnswer());
    await done('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'This will do.' });
    expect((await page(reference)).waitingFor).toMatchObject({ what: 'closing' });
    council.at(LATE);
    expect(await lateAt(reference)).toEqual([]);
  });

  it('is no clock that was paused in time, and the limit over all stages runs on', async () => {
    const reference = await raise({ theme: 'FAMILY' });
    await done('Mona', reference, 'pause-clock', { reason: 'The court hears it.' });
    council.at(MUCH_LATER);
    expect(await lateAt(reference)).toEqual([]);
    expect((await page(reference)).totalCap).toMatchObject({ missed: true });
  });

  it('is no clock that stopped in time when a child died, and what was late before stays late', async () => {
    const before = await raise({ theme: 'VISIT', children: ['C2'] });
    council.at(LATE);
    const inTime = await raise({ theme: 'LIFE', children: ['C2'] });
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-12' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    for (const reference of [before, inTime])
      await done('Mona', reference, 'lift-restriction', { reason: 'For the review of what happened.' });
    council.at(MUCH_LATER);
    expect(await lateAt(inTime)).toEqual([]);
    // Nobody is asked to answer while it stands frozen: what is asked of the IRO is what the death means for it.
    expect(await lateAt(before)).toEqual(EVERYWHERE.filter((door) => door !== 'work'));
  });

  it('is told by the day in London in the hour when it is not yet that day in UTC', async () => {
    const reference = await raise({ theme: 'PLACE' });
    council.at('2023-04-10T23:30:00.000Z');
    expect(await lateAt(reference)).toEqual(EVERYWHERE);
  });
});

describe('A row of a register, taken on at a stage that a meeting times', () => {
  it('has the date of the meeting, by whichever door it is taken on', async () => {
    const council = await Council.begin('../test/journeys/protocols/riverside');
    try {
      await council.done('Mona', '/challenge/series', {
        ...{ kind: 'challenge', name: 'Panel', startsAt: '14:00', place: 'Room 4', posts: ['agency-decision-maker'] },
        recurrence: { week: 'first', weekday: 'thursday' },
        ...{ stages: [], from: '2023-04-03' },
      });
      const rows = [1, 2].map((number) => referenceFor('DRP', `row-${number}`));
      for (const number of [1, 2]) {
        const facts = { ...Controls.importedFacts, iro: 'iris', team: 'north', children: ['C1'], stageReached: 3 };
        const row = {
          ...{ importId: 'i', source: { file: 'r.csv', row: number } },
          reference: `DRP-0000-000${number}`,
        };
        await council.app
          .get(Executor)
          .execute(
            `dispute-${rows[number - 1]!}`,
            disputeDecider,
            { type: 'import-row', ...row, ownReference: `R${number}`, facts },
            { ...Controls.context(Controls.commandLine), now: council.clock.now(), today: '2023-04-03' },
            { commandId: `import-${number}`, actor: Controls.commandLine, occurredAt: council.clock.now() },
          );
      }
      await council.caughtUp();
      await council.done('Iris', `/disputes/${rows[0]!}/take-on`, {});
      const commands = await openCouncil(readConfig({}), 'command', {
        clock: council.clock,
        store: staysOpen(council.store),
      });
      const context = await commands.council.contextFor(Controls.commandLine);
      const now = council.clock.now();
      await takeOnRow({ ...commands.council, context }, rows[1]!, Controls.commandLine, now).finally(commands.close);
      await council.caughtUp();
      const dates = await Promise.all(
        [1, 2].map(async (number) => {
          const { body } = await council.get<DisputeDto>('Iris', `/disputes/${rows[number - 1]!}`);
          return body.rounds[0]!.deadline!.dueOn;
        }),
      );
      expect(dates).toEqual(['2023-04-06', '2023-04-06']);
    } finally {
      await council.end();
    }
  });
});

/** The log belongs to the service, and outlives the command. */
const staysOpen = (store: EventStore): EventStore => ({
  append: (...appended) => store.append(...appended),
  read: (...asked) => store.read(...asked),
  readAll: (...asked) => store.readAll(...asked),
  subscribe: (...asked) => store.subscribe(...asked),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: async () => {},
});
