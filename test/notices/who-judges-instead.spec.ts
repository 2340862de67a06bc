import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * Iris holds the post of the team manager besides, and answers a dispute that she holds as its IRO: nobody judges their own answer, so those
 * who manage the IROs give it to another IRO. From Monday 3 April 2023.
 */

describe('An answer that the IRO gave from another post', () => {
  const postbox = new Postbox();
  let council: Council;
  let url: string;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.doneByTwo('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-02' });
    await council.doneByTwo('Adam', '/posts/tom-post/take', { person: 'iris', from: '2023-04-03' });
    url = `/disputes/${(await council.done('Iris', '/disputes', aConcern())).reference}`;
  });
  afterAll(() => council.end());

  const asked = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items
      .filter(({ reference }) => url.endsWith(reference))
      .map(({ what }) => what);

  it('is not hers to judge: the IRO manager is asked to hand it over, and told so', async () => {
    await council.caughtUp();
    postbox.collect();
    await council.done('Iris', `${url}/answer`, anAnswer());
    await council.caughtUp();
    expect([await asked('Iris'), await asked('Mona')]).toEqual([[], ['find-a-judge']]);
    expect(postbox.collect()).toContain('mona: its IRO gave the answer, so another IRO judges it');
    const judged = await council.post('Iris', `${url}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    expect(judged).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('an IRO manager hands this over') as unknown },
    });
  });

  it('is judged by the IRO who has it then', async () => {
    await council.done('Mona', `${url}/hand-over`, { toIro: 'ivan', reason: 'Iris gave the answer.' });
    expect([await asked('Ivan'), await asked('Mona')]).toEqual([['judge'], []]);
    await council.done('Ivan', `${url}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
  });
});
