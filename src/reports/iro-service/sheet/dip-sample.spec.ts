import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chance } from '../../../platform/chance.js';
import { specify } from '../../../../test/support/given.js';
import { dipSampleDecider, type DrawSample, drawnFrom, SIZE_OF_SAMPLE } from './dip-sample.js';
import type { DipSampleEvent } from './events.js';

const given = specify(dipSampleDecider);
const draw: DrawSample = {
  ...{ type: 'draw', iro: 'iro-rowe', quarter: '2022/23 Q1', reason: null },
  ...{ disputes: ['A', 'B', 'C', 'D'], drawn: ['B', 'D', 'A'] },
};
const first: DipSampleEvent = {
  type: 'DipSampleDrawn',
  data: {
    ...{ iro: 'iro-rowe', quarter: '2022/23 Q1', number: 1, references: ['B', 'D', 'A'] },
    ...{ outOf: 4, reason: null },
  },
};

describe('a dip sample', () => {
  it('is on record with what was drawn, and from how many', () => given().when(draw, null).then(first));

  it('stays as it is when it is asked for again', () =>
    given(first)
      .when({ ...draw, drawn: ['C', 'A', 'B'] }, null)
      .thenNothing());

  it('is drawn again with a reason, and the one before stays on record', () =>
    given(first)
      .when({ ...draw, drawn: ['C', 'A', 'B'], reason: 'A was read last month.' }, null)
      .then({
        type: 'DipSampleDrawn',
        data: { ...first.data, number: 2, references: ['C', 'A', 'B'], reason: 'A was read last month.' },
      }));

  it('is refused where nothing was raised in the quarter', () =>
    given()
      .when({ ...draw, disputes: [], drawn: [] }, null)
      .thenRefuses('nothing-to-draw'));
});

describe('A sample drawn by chance', () => {
  const chanceOf = (...said: readonly number[]): Chance => {
    const left = [...said];
    return { number: (_, most) => left.shift()! % (most + 1) };
  };

  it('is what chance says, nothing twice, and all where there are no more', () => {
    expect(drawnFrom(['A', 'B', 'C', 'D'], 3, chanceOf(1, 2, 0))).toEqual(['B', 'D', 'A']);
    expect(drawnFrom(['A', 'B'], 3, chanceOf(1, 0))).toEqual(['B', 'A']);
    expect(drawnFrom([], 3, chanceOf())).toEqual([]);
  });

  it('reaches every three of some disputes, each by as many ways', () => {
    const ways = new Map<string, number>();
    for (let one = 0; one < 5; one++)
      for (let two = 0; two < 4; two++)
        for (let three = 0; three < 3; three++) {
          const drawn = drawnFrom(['A', 'B', 'C', 'D', 'E'], SIZE_OF_SAMPLE, chanceOf(one, two, three))
            .sort()
            .join('');
          ways.set(drawn, (ways.get(drawn) ?? 0) + 1);
        }
    expect(ways.size).toBe(10);
    expect(new Set(ways.values())).toEqual(new Set([6]));
  });

  it('never holds what was not there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.infiniteStream(fc.nat()), (things, numbers) => {
        const drawn = drawnFrom(things, SIZE_OF_SAMPLE, { number: (_, most) => numbers.next().value! % (most + 1) });
        expect(drawn.length).toBe(Math.min(SIZE_OF_SAMPLE, things.length));
        expect(drawn.every((each) => things.includes(each))).toBe(true);
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });
});
