import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { waitingSince } from './waiting.js';

const none = { dueOn: null };
const counted = (today: string, longWait?: number) => ({
  ...{ today, calendar: Controls.context(Controls.iro).calendar },
  ...(longWait === undefined ? {} : { longWait }),
});

describe('The length of a wait without a date', () => {
  it('is counted in working days, over weekends and bank holidays', () => {
    // Good Friday and Easter Monday 2022 are 15 and 18 April.
    expect(waitingSince(none, '2022-04-14', counted('2022-04-20'))).toEqual({
      ...{ since: '2022-04-14', workingDays: 2, certain: true, isLong: false },
    });
  });

  it('is long after five working days, or after as many as the council says', () => {
    expect(waitingSince(none, '2022-03-01', counted('2022-03-07'))).toMatchObject({ workingDays: 4, isLong: false });
    expect(waitingSince(none, '2022-03-01', counted('2022-03-08'))).toMatchObject({ workingDays: 5, isLong: true });
    expect(waitingSince(none, '2022-03-01', counted('2022-03-08', 6))).toMatchObject({ isLong: false });
  });

  it('is not said of what has a date, of what has not begun, and where nobody knows since when', () => {
    expect(waitingSince({ dueOn: '2022-03-20' }, '2022-03-01', counted('2022-03-08'))).toBe(null);
    expect(waitingSince(none, '2022-03-09', counted('2022-03-08'))).toBe(null);
    expect(waitingSince(none, null, counted('2022-03-08'))).toBe(null);
  });
});
