import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * Tasks that were asked of somebody, were not any more, and are again: after a death or a decision of a meeting that was taken back, after a
 * restriction and after an ending. From Monday 3 April 2023.
 */

interface Read {
  readonly rounds: readonly { readonly deadline: { readonly dueOn: string; readonly overdue: boolean } }[];
}

describe('Whoever is asked again is told', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  beforeEach(() => {
    council.at('2023-04-03T09:00:00.000Z');
    postbox.collect();
  });
  afterAll(() => council.end());

  const act = (person: string, reference: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const raise = async (over: object): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const askedOf = async (person: string, reference: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items
      .filter((item) => item.reference === reference)
      .map(({ what }) => what);
  const lastDateOf = async (reference: string) =>
    (await council.get<Read>('Iris', `/disputes/${reference}`)).body.rounds.at(-1)!.deadline;
  /** The notices about one record since it was last looked, as `person: subject`. */
  const toldOf = (reference: string): string[] => {
    const told = postbox.sent
      .filter(({ subject }) => subject.startsWith(reference))
      .map(({ person, subject }) => `${person}: ${subject.slice(reference.length + 2)}`);
    postbox.collect();
    return told.sort();
  };

  it('of an action, an answer and a judgement, each once, where a death is taken back', async () => {
    const agreed = await raise({ theme: 'EDUC' });
    const actions = [{ what: 'Visit the school.', who: 'Walter', by: '2023-05-10' }];
    await act('Tom', agreed, 'answer', anAnswer({ actions }));
    await act('Iris', agreed, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    const waiting = await raise({ theme: 'LIFE' });
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-01' });
    expect(await askedOf('Walter', agreed)).toEqual([]);
    council.at('2023-04-05T09:00:00.000Z');
    postbox.collect();
    await council.done('Mona', '/children/C1/take-back-death', { reason: 'It was another child.' });
    await council.caughtUp();
    const byTom = postbox.sent.filter(({ person, subject }) => person === 'tom' && subject.startsWith(waiting));
    expect(byTom.map(({ subject }) => subject)).toEqual([
      `${waiting}: a dispute for you to answer, by Friday 14 April 2023`,
    ]);
    expect(toldOf(agreed)).toContain('walter: action A1 is yours to do, by Friday 12 May 2023');
    expect(await askedOf('Walter', agreed)).toEqual(['action']);
  });

  it('of an informal dispute, where the formal one that continued it is voided', async () => {
    const informal = await raise({ kind: 'informal', theme: 'EMOT' });
    const { reference: formal } = await act('Iris', informal, 'formalise', { reason: 'It cannot wait.' });
    await council.caughtUp();
    postbox.collect();
    await act('Iris', formal, 'void', { because: 'raised-in-error', reason: 'It was meant for another.' });
    await council.caughtUp();
    expect(await askedOf('Tom', informal)).toEqual(['answer']);
    expect(toldOf(informal)).toEqual([
      'alma: a dispute for you to answer, by Wednesday 12 April 2023',
      'iris: something on its record was corrected',
      'tom: a dispute for you to answer, by Wednesday 12 April 2023',
    ]);
  });

  it('of a dispute that ended with care because of that death: its IRO reopens it', async () => {
    const reference = await raise({ children: ['C2'], theme: 'PATH' });
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-01' });
    await act('Iris', reference, 'end-otherwise', { outcome: 'ENDED-CARE', reason: 'He died.', impact: ['not-known'] });
    expect(await askedOf('Iris', reference)).toEqual([]);
    postbox.collect();
    await council.done('Mona', '/children/C2/take-back-death', { reason: 'It was another child.' });
    await council.caughtUp();
    expect(toldOf(reference).filter((each) => each.startsWith('iris'))).toEqual([
      'iris: it ended because of what was recorded by mistake: reopen it',
    ]);
    expect(await askedOf('Iris', reference)).toEqual(['reopen']);
    await act('Iris', reference, 'reopen', { reason: 'He lives.' });
    expect(await askedOf('Iris', reference)).toEqual([]);
    await act('Iris', reference, 'withdraw', { reason: 'He has his plan.' });
    expect(await askedOf('Iris', reference)).toEqual([]);
  });

  it('of an answer for which a meeting’s decision stood, and has the days since then', async () => {
    const reference = await raise({ theme: 'LEGAL', stage: 3, stageReason: 'She may have to move.' });
    const meeting = { kind: 'challenge', name: 'Extra', heldOn: '2023-04-11', startsAt: '14:00' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director', 'iro-manager'] },
    });
    const inMeeting = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    await inMeeting('add-items', { items: [{ dispute: reference }] });
    await act('Iris', reference, 'record-iro-view', { view: 'satisfied', reason: 'With the panel’s word, yes.' });
    council.at('2023-04-11T13:00:00.000Z');
    await inMeeting('begin', { present: [{ post: 'assistant-director' }, { post: 'iro-manager' }] });
    const decision = { itemId: 'I1', discussion: 'The panel has agreed.', decision: 'decided-accepted' };
    await inMeeting('decide-item', { ...decision, actions: [], nextLookOn: null });
    expect(await askedOf('Anton', reference)).toEqual([]);
    expect((await lastDateOf(reference)).dueOn).toBe('2023-04-12');
    council.at('2023-04-14T09:00:00.000Z');
    postbox.collect();
    await inMeeting('take-back-decision', { itemId: 'I1', reason: 'It was the item before.' });
    expect(toldOf(reference).filter((each) => each.startsWith('anton'))).toEqual([
      'anton: a dispute for you to answer, by Monday 17 April 2023',
    ]);
    expect(await askedOf('Anton', reference)).toEqual(['answer']);
    expect(await lastDateOf(reference)).toMatchObject({ dueOn: '2023-04-17', overdue: false });
  });

  it('of an action and an answer that a list of readers kept from them, where the restriction is lifted', async () => {
    const waiting = await raise({ theme: 'RISK' });
    await act('Iris', waiting, 'restrict', { readers: ['sven'], answeredBy: 'sven', reason: 'A colleague of theirs.' });
    expect(await askedOf('Tom', waiting)).toEqual([]);
    postbox.collect();
    await act('Iris', waiting, 'lift-restriction', { reason: 'It is not needed.' });
    expect(toldOf(waiting)).toContain('tom: a dispute for you to answer, by Wednesday 12 April 2023');
    const agreed = await raise({ theme: 'VISIT' });
    const actions = [{ what: 'Visit.', who: 'Walter', by: '2023-05-10' }];
    await act('Tom', agreed, 'answer', anAnswer({ actions }));
    await act('Iris', agreed, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await act('Iris', agreed, 'restrict', { readers: ['tom'], reason: 'A colleague of theirs.' });
    postbox.collect();
    await act('Iris', agreed, 'lift-restriction', { reason: 'It is not needed.' });
    expect(toldOf(agreed)).toEqual([
      'mona: who may read this has changed',
      'tom: action A1 is asked of you no more',
      'walter: action A1 is yours to do, by Wednesday 10 May 2023',
    ]);
  });

  it('and whoever was told that a dispute had ended hears that it was opened again', async () => {
    const reference = await raise({ theme: 'HEALTH' });
    await act('Iris', reference, 'escalate', { reason: 'It cannot wait.' });
    await act('Iris', reference, 'escalate', { toStage: 4, reason: 'She moves on Friday.' });
    await act('Dora', reference, 'answer', anAnswer({ agreement: 'disagree', actions: [] }));
    await act('Iris', reference, 'judge', { verdict: 'not', reason: 'Nothing is agreed.' });
    postbox.collect();
    await act('Iris', reference, 'record-stalemate', { reason: 'No agreement.', impact: ['no-change-yet'] });
    const heard = toldOf(reference).map((each) => each.split(':')[0]);
    expect(heard).toEqual(expect.arrayContaining(['alma', 'anton', 'dora', 'mona', 'sven', 'tom']));
    await act('Iris', reference, 'reopen', { reason: 'The plan was never signed.' });
    const again = toldOf(reference);
    expect(again.map((each) => each.split(':')[0])).toEqual(heard);
    expect(again).toContain('mona: opened again after it had ended');
    expect(again).toContain('dora: a dispute for you to answer, by Wednesday 12 April 2023');
  });
});
