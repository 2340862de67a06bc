import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * What comes to a person, or goes from one, by a change that is no act in the record itself. From Monday 3 April 2023.
 */

describe('Somebody is told', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: {
        people: { Tina: ['team-manager', 'north', null], Noel: ['iro', null, null] },
      },
    });
  });
  beforeEach(() => {
    postbox.collect();
  });
  afterAll(() => council.end());

  const raise = async (theme: string): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ theme }))).reference;
  const workOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what }) => what);
  const told = (...people: string[]): string[] =>
    postbox.collect().filter((line) => people.some((person) => line.startsWith(`${person}: `)));

  it('of a conversation that somebody else wrote down for them, and that it goes to another IRO', async () => {
    const spoken = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He asks the school.', children: ['C1'] };
    const { reference } = await council.done('Mona', '/conversations', { ...spoken, iro: 'iris' });
    expect(postbox.collect()).toEqual(['iris: a conversation about a concern is yours from now on']);
    const { body } = await council.get<{ enteredBy: { id: string } | null }>('Iris', `/disputes/${reference}`);
    expect(body.enteredBy).toMatchObject({ id: 'mona' });
    await council.done('Mona', `/disputes/${reference}/hand-over`, { toIro: 'noel', reason: 'He knows the school.' });
    expect(postbox.collect()).toEqual([
      'iris: held by somebody else from now on',
      'noel: a conversation about a concern is yours from now on',
    ]);
  });

  it('of nothing that they wrote down themselves', async () => {
    const spoken = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He asks the school.', children: ['C1'] };
    await council.done('Iris', '/conversations', spoken);
    expect(postbox.collect()).toEqual([]);
  });

  it('that a young person is 18 by a corrected day of birth, or is not after all', async () => {
    const reference = await raise('EDUC');
    await council.done('Iris', `/disputes/${reference}/hand-over`, { toIro: 'noel', reason: 'Leave.' });
    const details = { initials: 'C1', population: 'looked-after' };
    postbox.collect();
    await council.done('Mona', '/children/C1/complete', { ...details, bornOn: '2005-01-01' });
    expect(postbox.collect()).toEqual([
      'iris: a young person of yours has turned 18',
      'noel: to be decided: the child has turned 18',
    ]);
    expect(await workOf('Noel')).toContain('decide-after-care');
    await council.done('Mona', '/children/C1/complete', { ...details, bornOn: '2015-05-05' });
    expect(postbox.collect()).toEqual([
      'iris: a child of yours is in care again',
      'noel: the child is looked after again',
    ]);
    expect(await workOf('Noel')).not.toContain('decide-after-care');
    await council.done('Noel', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
  });

  it('of the end, where they were told of a step: those who manage the IROs, and the director', async () => {
    const referred = await raise('HEALTH');
    await council.done('Iris', `/disputes/${referred}/refer-to-cafcass`, aReferral);
    expect(told('dora', 'mona')).toHaveLength(2);
    await council.done('Iris', `/disputes/${referred}/withdraw`, { reason: 'It was put right.' });
    expect(told('dora', 'mona')).toEqual(['dora: withdrawn', 'mona: withdrawn']);
    const quiet = await raise('LIFE');
    await council.done('Iris', `/disputes/${quiet}/withdraw`, { reason: 'It was put right.' });
    expect(told('dora', 'mona')).toEqual([]);
  });

  it('of a dispute about several children, one of whom is theirs from now on, and of its end', async () => {
    const siblings = aConcern({ theme: 'EDUC', children: ['C1', 'C3'] });
    const { reference } = await council.done('Mona', '/disputes', siblings);
    await council.done('Mona', '/children/C3/allocate', { team: 'south', iro: 'noel', from: '2023-04-03' });
    expect(told('noel')).toEqual(['noel: a child is allocated to you', 'noel: a dispute, for your information']);
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'It was put right.' });
    expect(told('noel')).toEqual(['noel: withdrawn']);
  });

  it('that an action which names them is theirs again once they are back in office, and those who had it meanwhile', async () => {
    const reference = await raise('PLACE');
    const actions = [{ what: 'Find a placement.', who: 'Tina', by: '2023-04-28' }];
    await council.done('Tina', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    postbox.collect();
    await council.done('Adam', '/posts/tina-post/leave', { person: 'tina', on: '2023-04-03' });
    await sweepAt(council, '2023-04-04T09:00:00.000Z');
    expect(told('alma', 'tom', 'tina').filter((line) => line.includes('A1'))).toHaveLength(2);
    await council.doneByTwo('Adam', '/posts/tina-post/take', { person: 'tina', from: '2023-04-05' });
    await sweepAt(council, '2023-04-04T10:00:00.000Z');
    expect(told('alma', 'tom')).toEqual([]);
    for (const at of ['2023-04-05T09:00:00.000Z', '2023-04-05T10:00:00.000Z']) await sweepAt(council, at);
    expect(told('alma', 'tom', 'tina').filter((line) => !line.includes('role'))).toEqual([
      'alma: no longer for you to answer',
      'tina: action A1 is yours to do, by Friday 28 April 2023',
      'tom: no longer for you to answer',
    ]);
  });

  it('once of an action that has fallen to them while it was set aside', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT', children: ['C2'] }));
    const actions = [{ what: 'Visit her.', who: 'Tina', by: '2023-05-28' }];
    await council.done('Alma', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-05' });
    await sweepAt(council, '2023-04-05T11:00:00.000Z');
    await council.done('Adam', '/posts/tina-post/leave', { person: 'tina', on: '2023-04-05' });
    await sweepAt(council, '2023-04-06T09:00:00.000Z');
    postbox.collect();
    await council.done('Mona', `/disputes/${reference}/unfreeze`, { reason: 'It matters to her brother.' });
    await council.done('Mona', `/disputes/${reference}/lift-restriction`, { reason: 'They are to do it.' });
    await sweepAt(council, '2023-04-06T10:00:00.000Z');
    const heard = postbox.collect().filter((line) => line.includes('action A1 is yours to do'));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard).toEqual([...new Set(heard)]);
  });
});

describe('The posts of the team to which a child goes are told', () => {
  const postbox = new Postbox();
  let council: Council;
  let move: string;

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Tina: ['team-manager', 'north', null] } },
    });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const by = '2023-04-28';
    const actions = ['Tina', 'the carers', 'the school'].map((who) => ({ what: 'Find a placement.', who, by }));
    await council.done('Tina', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    await sweepAt(council, '2023-04-03T10:00:00.000Z');
    postbox.collect();
    move = '2023-04-03T11:00:00.000Z';
  });
  afterAll(() => council.end());

  const actionsTold = (): string[] => postbox.collect().filter((line) => /^tess: action A/.test(line));

  it('each of several actions that go to them by one event', async () => {
    await council.done('Mona', '/children/C1/allocate', { team: 'south', iro: 'iris', from: '2023-04-03' });
    await sweepAt(council, move);
    expect(actionsTold()).toEqual([
      'tess: action A2 is yours to do, by Friday 28 April 2023',
      'tess: action A3 is yours to do, by Friday 28 April 2023',
    ]);
  });

  it('another action that falls to them later, as whoever it names has left', async () => {
    await council.done('Adam', '/posts/tina-post/leave', { person: 'tina', on: '2023-04-04' });
    for (const at of ['2023-04-05T09:00:00.000Z', '2023-04-05T10:00:00.000Z']) await sweepAt(council, at);
    expect(actionsTold()).toEqual(['tess: action A1 is yours to do, by Friday 28 April 2023']);
  });
});

const aReferral = {
  grounds: 'The plan is four months late.',
  legalAdviceTaken: true,
  told: ['child'],
  sentOn: '2023-04-03',
};
