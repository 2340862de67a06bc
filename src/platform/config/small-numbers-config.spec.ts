import { describe, expect, it } from '@jest/globals';
import { smallNumbersIn } from './small-numbers-config.js';

describe('The numbers below which a count is small', () => {
  it('are 10 in public and 5 for a board whose paper is exempt, unless set', () => {
    expect(smallNumbersIn({})).toEqual({ public: 10, boardExempt: 5 });
    expect(smallNumbersIn({ FOOTPRINT_SMALL_IN_PUBLIC: '6', FOOTPRINT_SMALL_FOR_A_BOARD: '3' })).toEqual({
      ...{ public: 6, boardExempt: 3 },
    });
  });

  it.each([
    [{ FOOTPRINT_SMALL_IN_PUBLIC: '4' }, 'FOOTPRINT_SMALL_IN_PUBLIC is "4": set it to a whole number from 5 to 30'],
    [{ FOOTPRINT_SMALL_IN_PUBLIC: '31' }, 'FOOTPRINT_SMALL_IN_PUBLIC is "31": set it to a whole number from 5 to 30'],
    [{ FOOTPRINT_SMALL_FOR_A_BOARD: '1' }, 'FOOTPRINT_SMALL_FOR_A_BOARD is "1": set it to a whole number from 3 to 30'],
    [{ FOOTPRINT_SMALL_FOR_A_BOARD: '12' }, 'hides no more than a public one'],
  ])('are refused where they would keep nobody: %j', (environment, said) =>
    expect(() => smallNumbersIn(environment)).toThrow(said),
  );
});
