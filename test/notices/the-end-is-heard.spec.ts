import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A person who was asked for something hears when it is asked no more. From Monday 3 April 2023.
 */

describe('A person who was asked hears the end', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Maud: ['iro-manager', null, null] } },
    });
  });
  beforeEach(() => {
    postbox.collect();
  });
  afterAll(() => council.end());

  const raise = async (theme: string): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ theme }))).reference;
  /** References of what is asked of somebody. */
  const askedOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map((item) => item.reference);
  const act = (person: string, reference: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);

  it('of an action, where the dispute over which it was agreed is withdrawn', async () => {
    const reference = await raise('EDUC');
    const actions = [{ what: 'Visit the school.', who: 'Walter', by: '2023-04-14' }];
    await act('Tom', reference, 'answer', anAnswer({ actions }));
    await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    expect(postbox.collect().filter((each) => each.startsWith('walter'))).toHaveLength(1);
    await act('Iris', reference, 'withdraw', { reason: 'She has changed schools.' });
    expect(postbox.collect()).toContain('walter: withdrawn');
    expect(await askedOf('Walter')).not.toContain(reference);
  });

  it('of a later date that was asked for, where the answer has come', async () => {
    const reference = await raise('HEALTH');
    await act('Tom', reference, 'ask-for-extension', { askedFor: '2023-04-14', reason: 'The nurse is away.' });
    expect(postbox.collect().filter((each) => each.startsWith('mona'))).toHaveLength(1);
    await act('Tom', reference, 'answer', anAnswer());
    expect(postbox.collect().filter((each) => each.startsWith('mona'))).toHaveLength(1);
    expect(await askedOf('Mona')).not.toContain(reference);
  });

  it('of a request to read, where another manager has answered it', async () => {
    const reference = await raise('PLACE');
    await act('Anton', reference, 'ask-to-read', { reason: 'The member asks.' });
    expect(postbox.collect().filter((each) => each.startsWith('maud'))).toHaveLength(1);
    const granted = { person: 'anton', answer: 'let-read', lastDay: '2023-04-14' };
    await act('Mona', reference, 'answer-request-to-read', granted);
    expect(postbox.collect()).toContain('maud: no longer for you to decide');
    expect(await askedOf('Maud')).not.toContain(reference);
  });

  it('of a referral, where Cafcass has ended it', async () => {
    const reference = await raise('VISIT');
    const referral = { grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2023-04-03' };
    await act('Iris', reference, 'refer-to-cafcass', referral);
    expect(postbox.collect()).toContain('tom: referred to Cafcass');
    await act('Iris', reference, 'record-cafcass-reply', { reply: 'negotiates', repliedOn: '2023-04-03' });
    expect(postbox.collect().filter((each) => each.startsWith('tom'))).toEqual([]);
    await act('Iris', reference, 'record-cafcass-reply', { reply: 'declines', repliedOn: '2023-04-03' });
    expect(postbox.collect()).toContain('tom: Cafcass has ended the referral');
  });

  it('and the person who begins to follow another agency hears that too', async () => {
    const reference = await raise('EMOT');
    postbox.collect();
    const asked = { agency: 'Health', sentOn: '2023-04-03', dueOn: '2023-04-24' };
    await act('Mona', reference, 'take-to-agency', asked);
    expect(postbox.collect()).toEqual(['iris: taken to another agency']);
    expect((await council.get('Iris', '/work')).text).toContain('chase-agency');
  });

  it('and the IRO that an agency has not replied in time, also where the dispute has ended, until its reply is on record', async () => {
    const takenTo = async (reference: string) => {
      await act('Iris', reference, 'take-to-agency', { agency: 'Health', sentOn: '2023-04-03', dueOn: '2023-04-03' });
      await act('Tom', reference, 'answer', anAnswer({ actions: [] }));
      await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It is settled.' });
      await act('Iris', reference, 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
    };
    const [silent, replied] = [await raise('LIFE'), await raise('FAMILY')];
    for (const reference of [silent, replied]) await takenTo(reference);
    await act('Iris', replied, 'record-agency-reply', { repliedOn: '2023-04-03', summary: 'They agree.' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    expect(postbox.sent.filter(({ subject }) => subject.includes('has not replied'))).toEqual([
      expect.objectContaining({ person: 'iris', subject: `${silent}: the other agency has not replied` }),
    ]);
    council.at('2023-04-03T09:00:00.000Z');
    postbox.collect();
  });

  it('of what was undertaken over a theme: marked as done by another, not done after all, agreed no more', async () => {
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '10:30' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director'] },
    });
    const at = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    await at('add-items', { items: [{ theme: 'LIFE', title: 'Life story work waits' }] });
    await at('begin', { present: [{ post: 'assistant-director', person: 'anton' }] });
    const actions = [{ what: 'Count them.', who: 'Tom', by: '2023-04-14' }];
    const decided = { itemId: 'I1', discussion: 'It waits.', decision: 'more-action-first', actions };
    postbox.collect();
    await at('decide-item', { ...decided, nextLookOn: '2023-04-12' });
    const ofTom = () => postbox.collect().filter((each) => each.startsWith('tom'));
    const theirs = 'tom: an action of a meeting is yours to do by Friday 14 April 2023';
    expect(ofTom()).toEqual([theirs]);
    await at('close', {});
    await at('mark-action-done', { actionId: 'A1', evidence: 'Twelve.', doneOn: '2023-04-03' });
    expect(ofTom()).toEqual(['tom: action A1 of the meeting is done']);
    await at('take-back-action-done', { actionId: 'A1', reason: 'Of another team.' });
    expect(ofTom()).toEqual([theirs]);
    const worksOf = async (person: string) =>
      (await council.get<{ items: { what: string; reference: string }[] }>(person, '/work')).body.items
        .filter(({ reference }) => reference === id)
        .map(({ what }) => what);
    expect(await worksOf('Tom')).toEqual(['meeting-action']);
    expect(await worksOf('Mona')).toEqual(['look-again-at-theme']);
    await at('take-back-decision', { itemId: 'I1', reason: 'It was the theme before.' });
    expect(ofTom()).toEqual(['tom: something you were told was taken back']);
    expect(await worksOf('Tom')).toEqual([]);
    expect(await worksOf('Mona')).toEqual(['decide-item-again']);
    await at('decide-item', { ...decided, decision: 'dropped', actions: [] });
    expect(await worksOf('Mona')).toEqual([]);
  });
});
