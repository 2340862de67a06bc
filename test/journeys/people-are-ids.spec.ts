import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { CommandBus } from '@nestjs/cqrs';
import { referenceFor } from '../../src/platform/ids.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { aConcern, anAnswer, Council, type Written } from './council.js';

/*
 * A person is an id. Nobody gets in through a name that they share with somebody, nor through words that look like theirs.
 */

type Problem = { code: string; errors: { pointer: string; message: string }[] };

/** Somebody of any name, in a post of their own; they sign in by their id. */
const join = async (
  council: Council,
  person: string,
  name: string,
  kind: string,
  team: string | null = null,
): Promise<void> => {
  await council.done('Adam', '/people', { personId: person, name });
  await council.done('Adam', '/posts', { postId: `${person}-post`, kind, title: `${kind} of ${team}`, team });
  await council.doneByTwo('Adam', `/posts/${person}-post/take`, { person, from: '2023-04-03' });
};
const reads = async (council: Council, person: string, reference: string) => [
  (await council.get(person, `/disputes/${reference}`)).status,
  (await council.get(person, '/disputes')).text.includes(reference),
  (await council.get(person, '/actions')).text.includes(reference),
];
const OPEN = [200, true, true];
const CLOSED = [404, false, false];

describe('Two people of one name', () => {
  const postbox = new Postbox();
  let council: Council;
  let north: string;
  let south: string;

  /** Agreed in an accepted answer, so that it is owed. */
  const agreed = async (reference: string, manager: string, who: string, iro: string): Promise<void> => {
    const actions = [{ what: 'Take the plan to panel.', who, by: '2023-04-14' }];
    await council.done(manager, `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done(iro, `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'That will do.' });
  };

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await join(council, 'jo-gray', 'J. Gray', 'social-worker', 'north');
    await join(council, 'jo-gray-2', 'J Gray', 'social-worker', 'south');
    north = (await council.done('Iris', '/disputes', aConcern())).reference;
    south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    await agreed(north, 'Tom', 'jo-gray', 'Iris');
    await agreed(south, 'Tess', 'jo-gray-2', 'Ivan');
  });
  afterAll(() => council.end());

  it('see each their own, in the page, in the lists and in their work', async () => {
    expect(await reads(council, 'jo-gray', north)).toEqual(OPEN);
    expect(await reads(council, 'jo-gray-2', north)).toEqual(CLOSED);
    expect(await reads(council, 'jo-gray-2', south)).toEqual(OPEN);
    expect(await reads(council, 'jo-gray', south)).toEqual(CLOSED);
    const work = async (person: string) =>
      (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ reference }) => reference);
    expect([await work('jo-gray'), await work('jo-gray-2')]).toEqual([[north], [south]]);
  });

  it('are not told apart by the name: it is refused with the choices, and the id is taken', async () => {
    const raised = (who: string) =>
      council.post<Problem & Written>('Iris', '/disputes', {
        ...aConcern({ theme: 'HEALTH' }),
        actionsWanted: [{ what: 'Book it.', who, by: '2023-04-21', measure: 'It is booked.' }],
      });
    const refused = await raised('J. Gray');
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/actionsWanted/0/who' }] } });
    expect(refused.body.errors[0]!.message).toContain('jo-gray (social-worker of north, Locality North) or jo-gray-2');
    expect((await raised('jo-gray')).status).toBe(201);
  });

  it('are told each of their own action alone', async () => {
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${north}`);
    expect(body.actions).toMatchObject([{ who: 'J. Gray', person: 'jo-gray' }]);
  });
});

describe('The owner of an action', () => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin();
    reference = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    const actions = [
      { what: 'Write the plan.', who: 'Walter', by: '2023-04-14' },
      { what: 'Tell the school.', who: 'P. Newcomer', by: '2023-04-14' },
    ];
    await council.done('Tess', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Ivan', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'That will do.' });
  });
  afterAll(() => council.end());

  it('is the one person in office of that name, and reads what they are to do', async () => {
    const { body } = await council.get<DisputeDto>('Ivan', `/disputes/${reference}`);
    expect(body.actions.map(({ who, person }) => [who, person])).toEqual([
      ['Walter', 'walter'],
      ['P. Newcomer', null],
    ]);
    expect(await reads(council, 'Walter', reference)).toEqual(OPEN);
    await join(council, 'walter-2', 'Walter', 'social-worker', 'south');
    expect(await reads(council, 'walter-2', reference)).toEqual(CLOSED);
    expect(await reads(council, 'walter', reference)).toEqual(OPEN);
  });

  it('is words where nobody of that name is in office, and they open nothing to somebody who comes by it later', async () => {
    await join(council, 'p-newcomer', 'P. Newcomer', 'social-worker', 'north');
    expect(await reads(council, 'p-newcomer', reference)).toEqual(CLOSED);
    expect((await council.get<MyWorkDto>('p-newcomer', '/work')).body.items).toEqual([]);
    const done = { actionId: 'A2', evidence: 'I told them.', doneOn: '2023-04-03' };
    expect((await council.post('p-newcomer', `/disputes/${reference}/mark-action-done`, done)).status).toBe(404);
  });

  it('is the same when the command is sent again, whoever has come by the name since', async () => {
    const other = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], theme: 'EDUC' }))).reference;
    const answer = anAnswer({ actions: [{ what: 'Write the plan.', who: 'P. Newcomer', by: '2023-04-14' }] });
    const once = { 'idempotency-key': 'answer-once' };
    await council.done('Tess', `/disputes/${other}/answer`, answer, once);
    await join(council, 'p-newcomer-2', 'P. Newcomer', 'social-worker', 'south');
    const again = await council.post<Written>('Tess', `/disputes/${other}/answer`, answer, once);
    expect(again).toMatchObject({ status: 200, body: { repeated: true } });
  });
});

describe('A child’s own social worker', () => {
  const postbox = new Postbox();
  let council: Council;
  let informal: string;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await join(council, 'wanda', 'Wanda', 'social-worker', 'north');
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter', from: '2023-04-03' });
    postbox.collect();
    informal = (await council.done('Iris', '/disputes', aConcern({ kind: 'informal' }))).reference;
  });
  afterAll(() => council.end());

  it('is told of an informal concern with the managers, and no other worker of the team is', () => {
    expect(postbox.collect().map((each) => each.split(':')[0])).toEqual(['alma', 'tom', 'walter']);
  });

  it('reads and answers it, and finds it in their work; no other worker of the team does', async () => {
    expect((await reads(council, 'Walter', informal)).slice(0, 2)).toEqual([200, true]);
    expect((await reads(council, 'wanda', informal)).slice(0, 2)).toEqual([404, false]);
    expect((await council.get('Walter', '/work')).text).toContain(informal);
    expect((await council.get('wanda', '/work')).text).not.toContain(informal);
    expect((await council.get('Walter', '/children/C1/history')).status).toBe(200);
    expect((await council.get('wanda', '/children/C1/history')).status).toBe(404);
    expect((await council.post('wanda', `/disputes/${informal}/answer`, anAnswer())).status).toBe(404);
  });

  it('is another from the next request on, when the directory says so', async () => {
    const refused = await council.post('Tom', '/children/C1/name-social-worker', { socialWorker: 'wanda' });
    expect(refused.status).toBe(403);
    const named = await council.post<Problem>('Beth', '/children/C1/name-social-worker', { socialWorker: 'Iris' });
    expect(named).toMatchObject({ status: 400, body: { errors: [{ pointer: '/socialWorker' }] } });
    // No waiting in between: the very next request goes by it.
    await council.post('Beth', '/children/C1/name-social-worker', { socialWorker: 'wanda', from: '2023-04-03' });
    expect((await reads(council, 'Walter', informal)).slice(0, 2)).toEqual([404, false]);
    expect((await reads(council, 'wanda', informal)).slice(0, 2)).toEqual([200, true]);
    expect((await council.post('Walter', `/disputes/${informal}/answer`, anAnswer())).status).toBe(404);
    expect((await council.post('wanda', `/disputes/${informal}/answer`, anAnswer())).status).toBe(200);
    const { body } = await council.get('Mona', '/children/C1');
    expect(body).toMatchObject({ socialWorker: 'wanda' });
  });

  it('is not asked if nobody knows one: the manager is asked alone', async () => {
    await council.caughtUp();
    postbox.collect();
    const raised = await council.done('Ivan', '/disputes', aConcern({ kind: 'informal', children: ['C3'] }));
    expect(postbox.collect().map((each) => each.split(':')[0])).toEqual(['tess']);
    const { body } = await council.get<DisputeDto>('Ivan', `/disputes/${raised.reference}`);
    expect(body.rounds[0]).toMatchObject({ addressedTo: expect.not.arrayContaining(['social-worker']) });
    for (const person of ['Walter', 'wanda'])
      expect((await reads(council, person, raised.reference)).slice(0, 2)).toEqual([404, false]);
  });

  it('reads the good that is acknowledged for the child, and of others what names them', async () => {
    const given = (children: string[], people: object[]) =>
      council.done('Iris', '/acknowledgements', {
        ...{ children, theme: 'PA-VOICE', whatTheyDid: 'She asked him.', differenceForChild: 'He was heard.' },
        ...{ people, wholeTeam: people.length === 0 },
      });
    const own = await given(['C1'], []);
    const named = await given(['C2'], [{ name: 'Wanda' }]);
    const words = await given(['C2'], [{ name: 'Wanda', agency: 'Hillside School' }]);
    const status = async (person: string, { reference }: Written) =>
      (await council.get(person, `/acknowledgements/${reference}`)).status;
    expect([await status('wanda', own), await status('wanda', named), await status('wanda', words)]).toEqual([
      200, 200, 404,
    ]);
    const { text } = await council.get('wanda', '/acknowledgements');
    expect(text).toContain(own.reference);
    expect(text).toContain(named.reference);
    expect(text).not.toContain(words.reference);
  });
});

describe('The IRO in a row of an imported register', () => {
  let council: Council;
  const reference = referenceFor('DRP', 'a row of a register');
  beforeAll(async () => {
    council = await Council.begin();
    const facts = {
      ...{ kind: 'formal' as const, children: ['C3'], iro: 'iris', team: 'south', teamManager: 'Tess' },
      ...{ raisedOn: '2023-03-01', theme: 'DD-PERM', concern: 'There is no plan.', spokeFirst: null },
      ...{ dueOn: null, answeredOn: null, agreement: null, stageReached: 1, challengeMeeting: null },
      ...{ outcome: null, outcomeWords: null, resolvedOn: null, impact: null, impactWords: null },
    };
    const source = { file: 'register.csv', row: 2 };
    const row = { importId: 'import-1', reference, ownReference: 'I22/9', source, facts };
    const actor = { person: 'command-line', post: null, role: null };
    const envelope = { commandId: 'row', actor, occurredAt: council.clock.now() };
    await council.app.get(CommandBus).execute(new ActOnDispute(reference, { type: 'import-row', ...row }, envelope));
    await council.caughtUp();
  });
  afterAll(() => council.end());

  it('was found by a name, which opens nothing to them; the child’s IRO as the directory has it reads it', async () => {
    expect(await reads(council, 'Iris', reference)).toEqual(CLOSED);
    expect((await council.get('Iris', '/work')).text).not.toContain(reference);
    expect((await reads(council, 'Ivan', reference)).slice(0, 2)).toEqual([200, true]);
  });

  it('is for those who answer for the IRO service to take on, and is theirs from then on', async () => {
    expect((await council.get('Mona', '/work')).text).toContain(reference);
    await council.done('Mona', `/disputes/${reference}/take-on`, {});
    expect((await reads(council, 'Iris', reference)).slice(0, 2)).toEqual([200, true]);
  });
});
