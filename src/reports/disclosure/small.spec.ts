import { describe, expect, it } from '@jest/globals';
import { USUAL_SMALL_NUMBERS } from '../../platform/config/small-numbers-config.js';
import { type Audience, type CountedOf, isSmall, thresholdFor } from './small.js';

const usual = (audience: Audience): number => thresholdFor(audience, USUAL_SMALL_NUMBERS);
const disputes = (records: number, children: number | null): CountedOf => ({ records, children, staff: null });

describe('A number', () => {
  it.each<[string, CountedOf, boolean]>([
    ['of 9 disputes', disputes(9, 9), true],
    ['of 10 disputes about 10 children', disputes(10, 10), false],
    ['of 12 disputes about 2 children', disputes(12, 2), true],
    ['of 12 disputes about nobody knows how many children', disputes(12, null), false],
    ['of 12 acknowledgements to 3 staff', { records: 12, children: 12, staff: 3 }, true],
    ['of nothing', disputes(0, 0), false],
  ])('%s: is it small before the public?', (_, counted, small) =>
    expect(isSmall(counted, usual('public'))).toBe(small),
  );

  it('is small to fewer readers where a paper is exempt from publication, and to none inside', () => {
    expect(isSmall(disputes(5, 5), usual('board-exempt'))).toBe(false);
    expect(isSmall(disputes(5, 5), usual('board'))).toBe(true);
    expect(isSmall(disputes(1, 1), usual('inside'))).toBe(false);
  });

  it('is small as the council has set it, and inside the service never', () => {
    const set = { public: 6, boardExempt: 4 };
    expect((['public', 'board', 'board-exempt', 'inside'] as const).map((each) => thresholdFor(each, set))).toEqual([
      ...[6, 6, 4, 1],
    ]);
  });
});
