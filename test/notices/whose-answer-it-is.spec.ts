import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * A verdict and the end are told to those whose answer it is: those who were asked when it came, also where the child is with another team
 * by then, and the person who answered in the place of others. From Monday 3 April 2023.
 */

describe('Those whose answer it is', () => {
  const postbox = new Postbox();
  let council: Council;
  let url: string;

  beforeEach(async () => {
    council = await Council.begin('house', { notices: postbox });
    url = `/disputes/${(await council.done('Iris', '/disputes', aConcern())).reference}`;
  });
  afterEach(() => council.end());

  const act = async (person: string, what: string, body: object): Promise<string[]> => {
    postbox.collect();
    await council.done(person, `${url}/${what}`, body);
    return postbox.collect();
  };
  const rejected = { verdict: 'not', reason: 'There is no date in it.' };

  it('hear the verdict and that it went up, and not the manager to whose team the child moved after it', async () => {
    await act('Tom', 'answer', anAnswer());
    await council.done('Mona', '/children/C1/allocate', { team: 'south' });
    const judged = await act('Iris', 'judge', rejected);
    expect(judged.filter((each) => /^(tom|alma|tess):/.test(each))).toEqual([
      'alma: the answer is not enough, or not all of it',
      'tom: the answer is not enough, or not all of it',
    ]);
    const up = await act('Iris', 'escalate', { reason: 'It cannot wait.' });
    expect(up.filter((each) => /^(tom|alma|tess):/.test(each))).toEqual([
      'alma: escalated to the next stage',
      'tess: a dispute, for your information',
      'tom: escalated to the next stage',
    ]);
  });

  it('hear that it was accepted and that it ended where one answered in the place of others, and are to do what nobody else can', async () => {
    await act('Iris', 'restrict', { readers: ['sven'], answeredBy: 'sven', reason: 'Tom is her uncle.' });
    await act('Sven', 'answer', anAnswer({ actions: [{ what: 'Take it to panel.', who: 'tom', by: '2023-04-14' }] }));
    expect(await act('Iris', 'judge', { verdict: 'satisfied', reason: 'It has a date.' })).toEqual([
      'sven: action A1 is yours to do, by Friday 14 April 2023',
      'sven: the answer is accepted',
    ]);
    const work = async (person: string) => (await council.get<MyWorkDto>(person, '/work')).body.items;
    expect(await work('Sven')).toMatchObject([{ what: 'action', actionId: 'A1' }]);
    expect((await work('Iris')).map(({ what }) => what)).not.toContain('action');
    const ended = await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    expect(ended).toEqual(['sven: resolved']);
  });
});
