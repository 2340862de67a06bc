import { describe, expect, it } from '@jest/globals';
import { addMonths, firstOfMonth, weekdayOfMonth } from './months.js';

describe('months', () => {
  it.each([
    ['2022-08-31', 6, '2023-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-03-31', -6, '2021-09-30'],
    ['2022-12-14', 1, '2023-01-14'],
    ['2023-01-14', -1, '2022-12-14'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('begin on the first', () => {
    expect(firstOfMonth('2022-12-14')).toBe('2022-12-01');
    expect(firstOfMonth('2022-12-14', 1)).toBe('2023-01-01');
  });

  it.each([
    ['2022-06-20', 'second', 'wednesday', '2022-06-08'],
    ['2022-06-20', 'first', 'wednesday', '2022-06-01'],
    ['2022-05-01', 'first', 'monday', '2022-05-02'],
    ['2022-05-01', 'last', 'monday', '2022-05-30'],
    ['2022-05-01', 'last', 'tuesday', '2022-05-31'],
    ['2022-04-01', 'third', 'friday', '2022-04-15'],
    ['2026-02-01', 'fourth', 'thursday', '2026-02-26'],
  ] as const)('in the month of %s the %s %s is %s', (month, week, weekday, expected) => {
    expect(weekdayOfMonth(month, week, weekday)).toBe(expected);
  });
});
