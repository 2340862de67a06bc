import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * Each person hears once of what is new to them, and is asked for what they can do. From Monday 3 April 2023.
 */

const ABOUT_THE_IRO = readFileSync(new URL('../process/councils/about-the-iro.yaml', import.meta.url), 'utf8');

const TWO_MUST_ANSWER = `id: two-must-answer
title: Both answer
stages:
  - { name: Both, addressees: [team-manager, service-manager], answered-by: all, clock: 10 working-days }
`;

describe('Each hears once, and of what is theirs', () => {
  const postbox = new Postbox();
  let council: Council;
  afterEach(async () => {
    postbox.collect();
    await council.end();
  });
  const told = (...people: string[]): string[] =>
    postbox.collect().filter((line) => people.some((person) => line.startsWith(`${person}: `)));
  const workOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what }) => what);

  it('a copy is sent once, however often others are asked, and again to nobody but who had none', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter' });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    expect(told('walter')).toEqual(['walter: a dispute, for your information']);
    await council.done('Tom', `/disputes/${reference}/redirect`, { toTeam: 'south', reason: 'It is theirs.' });
    expect(told('walter')).toEqual([]);
    await council.done('Tess', `/disputes/${reference}/redirect`, { toTeam: 'north', reason: 'It is not.' });
    expect(told('walter')).toEqual([]);
    expect(await workOf('Tom')).toContain('answer');
  });

  it('what somebody undertook in a meeting is asked of those who can mark it as done', async () => {
    council = await Council.begin('house', { notices: postbox });
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '10:30' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director'] },
    });
    const at = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    await at('add-items', { items: [{ theme: 'LIFE', title: 'Life story work waits' }] });
    await at('begin', { present: [{ post: 'assistant-director', person: 'anton' }] });
    const actions = [{ what: 'Count them.', who: 'Beth', by: '2023-04-14' }];
    postbox.collect();
    const { advice } = await at('decide-item', {
      ...{ itemId: 'I1', discussion: 'It waits.', decision: 'more-action-first', actions, nextLookOn: '2023-04-12' },
    });
    expect(advice.map(({ code, pointer }) => [code, pointer])).toEqual([['cannot-mark-it-as-done', '/actions/0/who']]);
    expect(told('beth')).toEqual([]);
    expect(await workOf('Mona')).toContain('meeting-action');
    await at('mark-action-done', { actionId: 'A1', evidence: 'Twelve.', doneOn: '2023-04-03' });
    expect(told('beth')).toEqual([]);
  });

  it('of a theme that was decided nobody is sent to an IRO', async () => {
    council = await Council.begin('house', { notices: postbox });
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-03', startsAt: '10:30' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director'] },
    });
    const at = (name: string, body: object) => council.post('Mona', `/challenge/meetings/${id}/${name}`, body);
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await at('add-items', { items: [{ theme: 'LIFE', title: 'It waits' }, { dispute: reference }] });
    await at('begin', { present: [{ post: 'assistant-director', person: 'anton' }] });
    const accepted = { discussion: 'It is settled.', decision: 'decided-accepted', actions: [] };
    const theme = await at('decide-item', { ...accepted, itemId: 'I1' });
    expect(theme).toMatchObject({ status: 200, body: { advice: [] } });
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    const over = await at('decide-item', { ...accepted, itemId: 'I2' });
    expect(over).toMatchObject({ status: 409, body: { code: 'case-has-ended' } });
    expect((await at('decide-item', { ...accepted, itemId: 'I2', decision: 'dropped' })).status).toBe(200);
  });

  it('a vacancy is told once, and not again with the answer of somebody else', async () => {
    council = await Council.begin('house', { notices: postbox, adapted: () => TWO_MUST_ANSWER });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Adam', '/posts/sven-post/leave', { person: 'sven', on: '2023-04-03' });
    await sweepAt(council, '2023-04-04T09:00:00.000Z');
    expect(told('mona').filter((line) => line.includes('nobody holds'))).toHaveLength(1);
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
    await sweepAt(council, '2023-04-04T10:00:00.000Z');
    expect(told('mona').filter((line) => line.includes('nobody holds'))).toEqual([]);
    expect(await workOf('Mona')).toContain('fill-vacancy');
  });

  it('whoever stands in for somebody who is away while they stand in for another does both', async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Noel: ['iro', null, null] } },
    });
    const days = { from: '2023-04-03', to: '2023-04-06' };
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', ...days });
    const { advice } = await council.done('Mona', '/covers', { iro: 'ivan', by: 'noel', ...days });
    expect(advice.map(({ code }) => code)).toEqual(['is-away-and-stands-in']);
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
    expect(await workOf('Noel')).toContain('judge');
    await council.done(
      'Noel',
      `/disputes/${reference}/judge`,
      { verdict: 'not', reason: 'There is no date.' },
      { 'footprint-acting-for': 'iris' },
    );
  });

  it('an IRO hears of a concern about their own practice, that Cafcass asks for more, and of the end', async () => {
    council = await Council.begin('house', { notices: postbox, adapted: () => ABOUT_THE_IRO });
    const about = aConcern({ practiceOf: 'iris', children: ['C1'] });
    const { reference } = await council.done('Mona', '/disputes', about);
    expect(told('iris')).toEqual(['iris: a dispute, for your information']);
    const referral = { grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2023-04-03' };
    await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, referral);
    await council.done('Mona', `/disputes/${reference}/record-cafcass-reply`, {
      ...{ reply: 'asks-for-more', repliedOn: '2023-04-03', summary: 'Send the plan.' },
    });
    expect(told('iris')).toEqual(['iris: Cafcass has replied']);
    expect(await workOf('Iris')).toContain('answer-cafcass');
    await council.done('Mona', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    expect(told('iris')).toEqual(['iris: withdrawn']);
  });

  it('whoever is above a post without a team hears that its holder is thanked', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Iris', '/acknowledgements', {
      ...{ children: ['C1'], people: [{ person: 'sven' }], theme: 'PA-PERSIST' },
      whatTheyDid: 'He found a home nearby.',
    });
    expect(told('hana', 'sven', 'tom')).toHaveLength(3);
  });
});
