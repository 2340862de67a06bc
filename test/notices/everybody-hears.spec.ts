import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * The notices to people beside the ladder of one dispute. From Monday 3 April 2023.
 */

describe('somebody is told', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    postbox.collect();
  });
  afterAll(() => council.end());

  it('of disputes and entries in their name', async () => {
    const forIris = { 'footprint-acting-for': 'iris' };
    await council.done('Beth', '/disputes', aConcern({ theme: 'EDUC' }), forIris);
    expect(postbox.collect()).toContain('iris: a dispute was raised for you');
    const filed = { child: 'C1', where: 'Case notes', filedOn: '2023-04-03' };
    await council.done('Beth', `/disputes/${reference}/note-filing`, filed, forIris);
    expect(postbox.collect()).toEqual(['iris: something was entered in your name']);
  });

  it('of a conversation, and of advice of a lawyer, that were entered in their name', async () => {
    const forIris = { 'footprint-acting-for': 'iris' };
    const entered = ['iris: something was entered in your name'];
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.' };
    await council.done('Beth', '/conversations', { ...spoke, children: ['C1'] }, forIris);
    expect(postbox.collect()).toEqual(entered);
    const cover = { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03', reason: 'Leave.' };
    await council.done('Mona', '/covers', cover);
    postbox.collect();
    const advice = { takenOn: '2023-04-03', advice: 'Refer it.' };
    await council.done('Ivan', `/disputes/${reference}/record-legal-advice`, advice, forIris);
    expect(postbox.collect()).toEqual(entered);
    await council.done('Mona', '/covers/iris/end', { on: '2023-04-03' });
    postbox.collect();
  });

  it('once of each act in their name, however much was entered by it', async () => {
    const forIris = { 'footprint-acting-for': 'iris' };
    const began = { kind: 'midway', child: 'C1', heldOn: '2023-04-03' };
    const { reference: check } = await council.done('Iris', '/reviews', began);
    const { body } = await council.get<{ standards: { code: string }[] }>('Iris', `/reviews/${check}`);
    const answers = body.standards.slice(0, 3).map(({ code }) => ({ standard: code, answer: 'met' }));
    expect(answers).toHaveLength(3);
    await council.done('Beth', `/reviews/${check}/check-standards`, { answers }, forIris);
    expect(postbox.collect()).toEqual(['iris: something was entered in your name']);
  });

  it('that a dispute is theirs which has ended with something still to come', async () => {
    const { reference: ended } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${ended}/${name}`, body);
    await act('Tom', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    postbox.collect();
    await act('Iris', 'hand-over', { toIro: 'ivan', reason: 'Iris is on leave.' });
    expect(postbox.collect()).toEqual(['ivan: a dispute has been handed over to you']);
    await act('Tom', 'mark-action-done', { actionId: 'A1', evidence: 'Minutes.', doneOn: '2023-04-03' });
    postbox.collect();
    await act('Mona', 'hand-over', { toIro: 'iris', reason: 'She is back.' });
    expect(postbox.collect()).toEqual(['ivan: held by somebody else from now on']);
  });

  it('once of what was raised in their name from a check', async () => {
    const forIris = { 'footprint-acting-for': 'iris' };
    const { reference: check } = await council.done('Iris', '/reviews', {
      child: 'C1',
      kind: 'midway',
      heldOn: '2023-04-03',
    });
    const answer = { standard: 'permanence', answer: 'not-met' };
    await council.done('Iris', `/reviews/${check}/check-standard`, answer);
    postbox.collect();
    const standard = 'permanence';
    await council.done('Beth', `/reviews/${check}/raise`, { standard, ...aConcern({ theme: 'LIFE' }) }, forIris);
    expect(postbox.collect().filter((each) => each.startsWith('iris'))).toEqual(['iris: a dispute was raised for you']);
  });

  it('that a concern is on record which the call has put right, and nobody is asked to answer it', async () => {
    const settledOnTheCall = { impact: ['plan-moving'] };
    const spokeFirst = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'The visit is booked.' };
    const { reference: settled } = await council.done(
      'Iris',
      '/disputes',
      aConcern({ kind: 'informal', theme: 'VISIT', spokeFirst, settledOnTheCall }),
    );
    const told = postbox.collect();
    expect(told).toContain('tom: a dispute, settled on the call');
    for (const each of told) expect(each).toMatch(/: a dispute, settled on the call$/);
    expect((await council.get('Iris', `/disputes/${settled}`)).body).toMatchObject({ status: 'ended' });
    const formal = await council.post('Iris', '/disputes', aConcern({ theme: 'PLAN', spokeFirst, settledOnTheCall }));
    expect(formal.status).toBe(400);
  });

  it('that they stand in for somebody, and the person who is away too; who it is stands in no message', async () => {
    const cover = { iro: 'ivan', by: 'iris', from: '2023-04-03', to: '2023-04-21', reason: 'Leave.' };
    await council.done('Mona', '/covers', cover);
    for (const { subject, text } of postbox.sent) expect(subject + text).not.toMatch(/ivan|iris/i);
    expect(postbox.collect()).toEqual([
      'iris: cover is arranged, by Friday 21 April 2023',
      'ivan: cover is arranged, by Friday 21 April 2023',
    ]);
  });

  it('that they are thanked, whatever post they hold: who is told of it reads it and says thank you', async () => {
    const given = { children: ['C1'], theme: 'PA-DIRECT', whatTheyDid: 'Sat with her through the whole hearing.' };
    for (const person of ['ivan', 'agnes', 'mona']) {
      const { reference: thanks } = await council.done('Iris', '/acknowledgements', { ...given, people: [{ person }] });
      expect(postbox.collect()).toContain(`${person}: a practice acknowledgement for you`);
      const name = person.replace(/^./, (letter) => letter.toUpperCase());
      const read = await council.get(name, `/acknowledgements/${thanks}`);
      expect(read.body).toMatchObject({ whatTheyDid: given.whatTheyDid });
      await council.done(name, `/acknowledgements/${thanks}/thank`, { text: 'That is kind.' });
      expect(postbox.collect()).toEqual(['iris: thanks for a practice acknowledgement that you gave']);
    }
  });

  it('that an acknowledgement is another’s, where they manage the team that is thanked', async () => {
    const given = { children: ['C1'], theme: 'PA-DIRECT', whatTheyDid: 'They drew her life story with her.' };
    const people = (...named: string[]) => ({ people: named.map((person) => ({ person })) });
    const reason = 'It was somebody else.';
    const { reference } = await council.done('Iris', '/acknowledgements', { ...given, ...people('tom') });
    postbox.collect();
    await council.done('Iris', `/acknowledgements/${reference}/correct`, { ...given, ...people('walter'), reason });
    expect(postbox.collect()).toEqual([
      'tom: a practice acknowledgement was corrected',
      'walter: a practice acknowledgement for you',
    ]);
    const { reference: ofBoth } = await council.done('Iris', '/acknowledgements', {
      ...given,
      ...people('sven', 'hana'),
    });
    postbox.collect();
    await council.done('Iris', `/acknowledgements/${ofBoth}/correct`, { ...given, ...people('sven'), reason });
    expect(postbox.collect()).toContain('hana: a practice acknowledgement was corrected');
  });

  it('that an acknowledgement was thanked, corrected and taken back', async () => {
    const given = {
      ...{ children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'walter' }] },
      whatTheyDid: 'Planned the move with her, week by week.',
    };
    const { reference: thanks } = await council.done('Iris', '/acknowledgements', given);
    postbox.collect();
    await council.done('Walter', `/acknowledgements/${thanks}/thank`, { text: 'That is kind.' });
    expect(postbox.collect()).toEqual(['iris: thanks for a practice acknowledgement that you gave']);
    await council.done('Walter', `/acknowledgements/${thanks}/take-thanks-back`, { reason: 'I meant another one.' });
    expect(postbox.collect()).toEqual(['iris: thanks for a practice acknowledgement that you gave were taken back']);
    const corrected = { ...given, people: [{ person: 'alma' }], reason: 'It was Alma.' };
    await council.done('Iris', `/acknowledgements/${thanks}/correct`, corrected);
    expect(postbox.collect()).toEqual([
      'alma: a practice acknowledgement for you',
      'tom: a practice acknowledgement was corrected',
      'walter: a practice acknowledgement was taken back',
    ]);
    await council.done('Iris', `/acknowledgements/${thanks}/withdraw`, { reason: 'It was another child.' });
    expect(postbox.collect()).toEqual([
      'alma: a practice acknowledgement was taken back',
      'tom: a practice acknowledgement was taken back',
    ]);
  });

  it('that they sit in a meeting, that it moves, and that it is cancelled', async () => {
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director', 'iro-manager'], people: ['quentin'] },
    });
    expect(postbox.collect()).toEqual([
      'anton: a meeting on Wednesday 12 April 2023, in which you sit',
      'quentin: a meeting on Wednesday 12 April 2023, in which you sit',
    ]);
    const to = { heldOn: '2023-04-13', startsAt: '14:00' };
    await council.done('Mona', `/challenge/meetings/${id}/move`, { ...to, reason: 'The room is taken.' });
    expect(postbox.collect()).toEqual([
      'anton: the meeting has moved to Thursday 13 April 2023',
      'quentin: the meeting has moved to Thursday 13 April 2023',
    ]);
  });

  it('that a case of theirs goes on to Cafcass, which only they can do', async () => {
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '14:00' };
    const posts = ['assistant-director', 'iro-manager'];
    const { reference: id } = await council.done('Mona', '/challenge/meetings', { ...meeting, posts });
    const url = `/challenge/meetings/${id}`;
    await council.done('Mona', `${url}/add-items`, { items: [{ dispute: reference }] });
    await council.done('Iris', `/disputes/${reference}/record-iro-view`, { view: 'not', reason: 'There is no date.' });
    council.at('2023-04-03T13:00:00.000Z');
    await council.done('Mona', `${url}/begin`, { present: [{ post: 'assistant-director', person: 'anton' }] });
    postbox.collect();
    await council.done('Mona', `${url}/decide-item`, {
      ...{ itemId: 'I1', discussion: 'No date was found.', decision: 'decided-not-accepted', goesOnTo: 'cafcass' },
    });
    expect(postbox.collect()).toEqual([
      'alma: the answer is not enough, or not all of it',
      'alma: the meeting on Monday 3 April 2023 has decided',
      'iris: the answer is not enough: for you to say what happens next',
      'iris: the meeting on Monday 3 April 2023 has it go on to Cafcass, by you',
      'tom: the answer is not enough, or not all of it',
      'tom: the meeting on Monday 3 April 2023 has decided',
    ]);
  });

  it('that a case is no longer referred to Cafcass, where it is withdrawn and where it was a mistake', async () => {
    const refer = async (theme: string): Promise<string> => {
      const { reference } = await council.done('Iris', '/disputes', aConcern({ theme }));
      const referral = { grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2023-04-03' };
      await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, referral);
      postbox.collect();
      return reference;
    };
    const toldOf = (words: string) => ['alma', 'dora', 'mona', 'tom'].map((person) => `${person}: ${words}`);
    const withdrawn = await refer('RIGHTS');
    await council.done('Iris', `/disputes/${withdrawn}/withdraw-referral`, {
      ...{ withdrawnOn: '2023-04-03', reason: 'The plan was agreed.' },
    });
    expect(postbox.collect()).toEqual(toldOf('no longer referred to Cafcass'));
    const takeBack = async (reference: string, what: string): Promise<void> => {
      const { entries } = (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body;
      const { revision: entry } = entries.findLast((each) => each.what === what)!;
      await council.done('Iris', `/disputes/${reference}/take-back-entry`, { entry, reason: 'It was another.' });
    };
    await takeBack(withdrawn, 'CafcassReferralWithdrawn');
    expect(postbox.collect()).toEqual(toldOf('referred to Cafcass'));
    const mistaken = await refer('LEGAL');
    await takeBack(mistaken, 'ReferredToCafcass');
    expect(postbox.collect()).toEqual(toldOf('no longer referred to Cafcass'));
  });

  it('that a child has turned 18 or left care, of each dispute that is to be decided then', async () => {
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    await council.done('Mona', '/children/C3/complete', {
      ...{ initials: 'K.B.', bornOn: '2005-04-04', population: 'looked-after' },
    });
    postbox.collect();
    await sweepAt(council, '2023-04-03T15:00:00.000Z');
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    await sweepAt(council, '2023-04-04T08:01:00.000Z');
    expect(postbox.collect()).toEqual([
      'iris: to be decided: the child has turned 18',
      'ivan: to be decided: the child has turned 18',
    ]);
    await council.done('Mona', '/children/C1/leave-care', { on: '2023-04-04', because: 'adopted' });
    expect(new Set(postbox.collect())).toEqual(new Set(['iris: to be decided: the child has left care']));
  });

  it('that a dispute is theirs no more which they cannot open any more: it is restricted, or its child has died', async () => {
    const handedOver = async (reference: string): Promise<string[]> => {
      await council.caughtUp();
      postbox.collect();
      await council.done('Mona', `/disputes/${reference}/hand-over`, { toIro: 'ivan', reason: 'She knows the child.' });
      expect((await council.get('Iris', `/disputes/${reference}`)).status).toBe(404);
      return postbox.collect().filter((line) => /^(iris|ivan):/.test(line));
    };
    const told = ['iris: held by somebody else from now on', 'ivan: a dispute has been handed over to you'];
    const restricted = (await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }))).reference;
    const list = { readers: ['mona', 'tom'], reason: 'It is her family.' };
    await council.done('Iris', `/disputes/${restricted}/restrict`, list);
    expect(await handedOver(restricted)).toEqual(told);
    const ofTheDead = (await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC', children: ['C2'] })))
      .reference;
    await council.done('Mona', '/children/C2/record-death', { on: '2023-04-03' });
    expect(await handedOver(ofTheDead)).toEqual(told);
  });
});
