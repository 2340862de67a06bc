import { describe, expect, it } from '@jest/globals';
import { FEWEST_MONTHS, signalsIn, usualRange } from './usual-range.js';

/** Worked by hand: mean 10, each month 2 from the one before, so the range is 10 ± 5.32. */
const steady = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 10];
const range = { mean: 10, lower: 4, upper: 16 };
const whatIn = (counts: readonly number[]): string[] => signalsIn(counts, range).map(({ what }) => what);

describe('the usual range of months', () => {
  it('reaches 2.66 times the mean distance from month to month to both sides of the mean', () => {
    const { mean, lower, upper } = usualRange(steady)!;
    expect(mean).toBeCloseTo(130 / 13);
    expect(upper - mean).toBeCloseTo((2.66 * 23) / 12);
    expect(mean - lower).toBeCloseTo((2.66 * 23) / 12);
    expect(signalsIn(steady, { mean, lower, upper })).toEqual([]);
  });

  it('never goes below nothing, and is not said of fewer months than a year and one', () => {
    expect(usualRange([0, 5, 0, 5, 0, 5, 0, 5, 0, 5, 0, 5, 0])!.lower).toBe(0);
    expect(usualRange(steady.slice(0, FEWEST_MONTHS - 1))).toBeNull();
  });

  it('is left by a month above or below it', () => {
    expect(signalsIn([10, 17, 10, 3], range)).toEqual([
      { what: 'outside', months: [1] },
      { what: 'outside', months: [3] },
    ]);
  });

  it('is also not held to by seven months in a row on one side, and not by six', () => {
    expect(whatIn([9, 11, 11, 11, 11, 11, 11, 9])).toEqual([]);
    expect(signalsIn([9, 11, 12, 11, 12, 11, 12, 11], range)).toEqual([
      { what: 'one-side', months: [1, 2, 3, 4, 5, 6, 7] },
    ]);
    expect(whatIn([11, 12, 11, 10, 12, 11, 12, 11])).toEqual([]);
  });

  it('nor by seven that rise or fall each time', () => {
    expect(whatIn([7, 8, 9, 10, 11, 12])).toEqual([]);
    expect(signalsIn([7, 8, 9, 10, 11, 12, 13], range)).toEqual([{ what: 'one-way', months: [0, 1, 2, 3, 4, 5, 6] }]);
    expect(whatIn([13, 12, 11, 10, 9, 8, 7])).toEqual(['one-way']);
  });

  it('nor by two of three near the same limit', () => {
    expect(signalsIn([15, 10, 15], range)).toEqual([{ what: 'near-limit', months: [0, 2] }]);
    expect(whatIn([15, 10, 5])).toEqual([]);
    expect(whatIn([5, 5, 10])).toEqual(['near-limit']);
  });
});
