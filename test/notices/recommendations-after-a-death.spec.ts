import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Council } from '../journeys/council.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/* Recommendations stand still after a child's death, as disputes do: whoever was to answer them hears that they are not. */

describe('Those who were to answer recommendations about a child who has died', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { notices: postbox });
    for (const child of ['C1', 'C2'])
      await council.done('Iris', '/recommendations', {
        ...{ child, reviewedOn: '2023-03-30' },
        recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
      });
    postbox.collect();
  });
  afterAll(() => council.end());

  it('hear that nothing is asked of them any more, and nothing of why', async () => {
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-02' });
    const toRead = 'please read this before you do anything about a child';
    expect(postbox.collect()).toEqual([`iris: ${toRead}`, `mona: ${toRead}`, 'tom: nothing is asked of you any more']);
  });

  it('hear it once, though the day is put right', async () => {
    await council.done('Mona', '/children/C1/record-death', { on: '2023-04-03' });
    expect(postbox.collect()).toEqual([]);
  });

  it('are asked again where the death was recorded by mistake', async () => {
    await council.done('Mona', '/children/C1/take-back-death', { reason: 'It was the wrong child.' });
    expect(postbox.collect()).toEqual([
      'iris: what was recorded of a child was taken back',
      'tom: recommendations of a review: agree or disagree by Wednesday 12 April 2023',
    ]);
  });
});

describe('A disagreement with recommendations that goes with its child to another IRO', () => {
  const postbox = new Postbox();
  let council: Council;

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { notices: postbox });
    for (const child of ['C1', 'C2']) {
      const { reference } = await council.done('Iris', '/recommendations', {
        ...{ child, reviewedOn: '2023-03-30' },
        recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
      });
      await council.done('Tom', `/recommendations/${reference}/disagree`, { reason: 'It is begun.' });
    }
    await sweepAt(council, '2023-04-03T09:10:00.000Z');
    postbox.collect();
  });
  afterAll(() => council.end());

  const told = (): string[] => postbox.collect().filter((line) => line.includes('for you to decide'));
  const decides = async (person: string): Promise<number> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.filter(({ what }) => what === 'decide-on-disagreement')
      .length;

  it('is told to that IRO once', async () => {
    await council.done('Mona', '/children/C1/allocate', { iro: 'ivan', from: '2023-04-03' });
    await sweepAt(council, '2023-04-03T09:20:00.000Z');
    expect(told()).toEqual(['ivan: the recommendations are disagreed with, for you to decide']);
    expect([await decides('Iris'), await decides('Ivan')]).toEqual([1, 1]);
    await sweepAt(council, '2023-04-04T09:20:00.000Z');
    expect(told()).toEqual([]);
  });

  it('is told on the first day, where that was planned', async () => {
    await council.done('Mona', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-06' });
    await sweepAt(council, '2023-04-05T09:20:00.000Z');
    expect(told()).toEqual([]);
    await sweepAt(council, '2023-04-06T09:20:00.000Z');
    expect(told()).toEqual(['ivan: the recommendations are disagreed with, for you to decide']);
  });

  it('is told again to an IRO to whom the child comes back', async () => {
    await council.done('Mona', '/children/C1/allocate', { iro: 'iris', from: '2023-04-06' });
    await sweepAt(council, '2023-04-06T09:30:00.000Z');
    expect(told()).toEqual(['iris: the recommendations are disagreed with, for you to decide']);
  });
});
