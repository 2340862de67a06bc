import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A person who takes a post hears once of everything that is asked from it, on the first day of holding it. From Monday 3 April 2023.
 */

describe('Somebody who takes a post from which something is asked', () => {
  const postbox = new Postbox();
  let council: Council;
  const toNora = () => postbox.collect().filter((line) => line.startsWith('nora: '));
  const hear = async (at: string) => {
    await sweepAt(council, at);
    return toNora();
  };

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Nora: ['performance-analyst', null, null] } },
    });
    for (const theme of ['DD-PERM', 'HEALTH']) await council.done('Iris', '/disputes', aConcern({ theme }));
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-03' });
    await council.doneByTwo('Adam', '/posts/tom-post/take', { person: 'nora', from: '2023-04-05' });
  });
  afterAll(() => council.end());

  it('hears of the post when it is given, and of its work not before the first day', async () => {
    expect(await hear('2023-04-04T09:00:00.000Z')).toEqual([
      'nora: a post of team manager is agreed',
      'nora: a post of team manager is proposed',
    ]);
  });

  it('hears on the first day of all that is asked, in one notice with how much it is, which leads to their work', async () => {
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    const told = postbox.sent.filter(({ person }) => person === 'nora');
    expect(told.map(({ subject }) => subject)).toEqual(['My work: you have taken a post: 2 things are in your work']);
    expect(told[0]!.text).toContain('/my-work');
    expect(told[0]!.text).not.toContain('DRP-');
    const { body } = await council.get<{ items: { what: string }[] }>('Nora', '/work');
    expect(body.items.map(({ what }) => what)).toEqual(['answer', 'answer']);
    const read = await council.get<{ items: { subject: string }[] }>('Nora', '/notices');
    expect(read.body.items.map(({ subject }) => subject)).toContain(told[0]!.subject);
  });

  it('hears it once, whatever comes to it afterwards', async () => {
    toNora();
    await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }));
    expect(await hear('2023-04-06T09:00:00.000Z')).toEqual([
      'nora: a dispute for you to answer, by Friday 14 April 2023',
    ]);
  });
});
