import { describe, expect, it } from '@jest/globals';
import { columnsThatFit, widthsIn } from './columns-that-fit.js';

describe('Columns of a table', () => {
  it('stand in as few groups as fit, in their order', () => {
    expect(columnsThatFit([], 10)).toEqual([]);
    expect(columnsThatFit([3, 3, 3], 10)).toEqual([[0, 1, 2]]);
    expect(columnsThatFit([3, 3, 5, 3], 10)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(columnsThatFit([12, 3], 10)).toEqual([[0], [1]]);
  });

  it('are all alike where that suffices, and else as wide as their longest word', () => {
    expect(widthsIn(12, [3, 4, 2])).toEqual([4, 4, 4]);
    expect(widthsIn(12, [6, 2, 1])).toEqual([7, 3, 2]);
  });
});
