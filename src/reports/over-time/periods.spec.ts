import { describe, expect, it } from '@jest/globals';
import { aYearBefore, countedUpTo, monthsUpTo, periodsUpTo } from './periods.js';

describe('the columns of figures over time', () => {
  it('are the quarters of two years that have begun, twelve months, and the year so far beside the same days', () => {
    expect(periodsUpTo('2023-10-04').map(({ what, quarter, from, to }) => [quarter ?? what, from, to])).toEqual([
      ['2022/23 Q1', '2022-04-01', '2022-06-30'],
      ['2022/23 Q2', '2022-07-01', '2022-09-30'],
      ['2022/23 Q3', '2022-10-01', '2022-12-31'],
      ['2022/23 Q4', '2023-01-01', '2023-03-31'],
      ['2023/24 Q1', '2023-04-01', '2023-06-30'],
      ['2023/24 Q2', '2023-07-01', '2023-09-30'],
      ['2023/24 Q3', '2023-10-01', '2023-12-31'],
      ['twelve-months', '2022-10-05', '2023-10-04'],
      ['twelve-months-before', '2021-10-05', '2022-10-04'],
      ['year-to-date', '2023-04-01', '2023-10-04'],
      ['same-days-before', '2022-04-01', '2022-10-04'],
    ]);
  });

  it('begin and end with the financial year', () => {
    expect(periodsUpTo('2024-03-31').filter(({ what }) => what === 'quarter')).toHaveLength(8);
    expect(periodsUpTo('2024-04-01').filter(({ what }) => what === 'quarter')).toHaveLength(5);
  });

  it('hold each span of days once, on the last day of a year as on any other', () => {
    for (const day of ['2023-10-04', '2024-02-29', '2023-03-31', '2024-03-31', '2025-03-31', '2024-04-01']) {
      const others = periodsUpTo(day).filter(({ what }) => what !== 'quarter');
      expect([day, new Set(others.map(({ from, to }) => `${from} ${to}`)).size]).toEqual([day, others.length]);
    }
    expect(periodsUpTo('2024-03-31').map(({ what }) => what)).not.toContain('year-to-date');
  });

  it('have a day before 29 February too', () => {
    expect(aYearBefore('2024-02-29')).toBe('2023-02-28');
    expect(aYearBefore('2025-02-28')).toBe('2024-02-28');
  });

  it('are months that are over, for what is usual', () => {
    expect(monthsUpTo('2024-03-31', '2024-03-31', 3)).toEqual([
      { from: '2023-12-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-02-29' },
    ]);
  });

  it('take in a month that is over, and not the one that runs on its last day', () => {
    expect(monthsUpTo('2024-03-31', '2024-04-01', 1)).toEqual([{ from: '2024-03-01', to: '2024-03-31' }]);
  });

  it('go up to the last day of a year that is over, and else up to today', () => {
    expect(countedUpTo('2022/23', '2023-10-04')).toBe('2023-03-31');
    expect(countedUpTo('2023/24', '2023-10-04')).toBe('2023-10-04');
    expect(countedUpTo('2030/31', '2023-10-04')).toBe('2023-10-04');
    expect(countedUpTo(null, '2023-10-04')).toBe('2023-10-04');
    expect(periodsUpTo(countedUpTo('2022/23', '2023-10-04')).filter(({ what }) => what === 'quarter')).toHaveLength(8);
  });
});
