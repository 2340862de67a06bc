import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A social worker is asked in person, as the worker of the child. With another worker something is asked of somebody else. From Monday 3
 * April 2023.
 */

describe('With another social worker of a child', () => {
  const postbox = new Postbox();
  let council: Council;
  let informal: string;

  beforeAll(async () => {
    council = await Council.begin('house', {
      notices: postbox,
      besides: { people: { Olga: ['social-worker', 'north', null] } },
    });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter' });
    const informally = aConcern({ kind: 'informal', theme: 'EDUC' });
    informal = (await council.done('Iris', '/disputes', informally)).reference;
    await council.done('Iris', '/disputes', aConcern());
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const actions = [{ what: 'Book the dentist.', who: 'Walter', by: '2023-04-28' }];
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    await council.done('Iris', `/disputes/${reference}/resolve`, { outcome: 'RES-ACT', impact: ['plan-moving'] });
  });
  afterAll(() => council.end());

  const toldOf = (...people: string[]): string[] =>
    postbox.collect().filter((line) => people.some((person) => line.startsWith(`${person}: `)));
  const workOf = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what }) => what);

  it('the new one hears what is asked of them, and of what they have a copy; the old one, of what it is asked no more', async () => {
    postbox.collect();
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'olga' });
    expect(toldOf('olga', 'walter')).toEqual([
      'olga: a dispute for you to answer, by Wednesday 12 April 2023',
      'olga: a dispute, for your information',
      'walter: no longer for you to answer',
    ]);
    expect(await workOf('Olga')).toContain('answer');
    // The action names him, and stays his.
    expect(await workOf('Walter')).toEqual(['action']);
  });

  it('named ahead of the day, both hear on the day, once, and of nothing that came to them since', async () => {
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter', from: '2023-04-05' });
    await sweepAt(council, '2023-04-04T09:00:00.000Z');
    expect(toldOf('olga', 'walter')).toEqual([]);
    council.at('2023-04-05T08:00:00.000Z');
    await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }));
    expect(toldOf('olga', 'walter')).toEqual(['walter: a dispute, for your information']);
    for (const at of ['2023-04-05T09:00:00.000Z', '2023-04-05T10:00:00.000Z']) await sweepAt(council, at);
    expect(toldOf('olga', 'walter')).toEqual([
      'olga: no longer for you to answer',
      'walter: a dispute for you to answer, by Wednesday 12 April 2023',
      'walter: a dispute, for your information',
    ]);
  });

  it('nobody hears of what has ended', async () => {
    await council.done('Iris', `/disputes/${informal}/withdraw`, { reason: 'It was put right.' });
    postbox.collect();
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'olga' });
    expect(toldOf('olga', 'walter')).toEqual([
      'olga: a dispute, for your information',
      'olga: a dispute, for your information',
    ]);
  });
});
