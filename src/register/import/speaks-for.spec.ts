import { describe, expect, it } from '@jest/globals';
import { speaksFor } from './speaks-for.js';

const monthly = (...months: string[]): string[] => months.map((month) => `${month}-10`);
const twice = (days: readonly string[]): string[] => [...days, ...days, ...days];
const wholeYear = monthly(
  ...['2022-04', '2022-05', '2022-06', '2022-07', '2022-08', '2022-09'],
  ...['2022-10', '2022-11', '2022-12', '2023-01', '2023-02', '2023-03'],
);

describe('the days for which rows show that records were kept', () => {
  it('run to the end of the last month with a row, not to the end of the year', () => {
    const rows = [
      ...wholeYear,
      ...monthly('2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10'),
    ];
    expect(speaksFor(rows).periods).toEqual([{ from: '2022-04-01', to: '2023-10-31' }]);
  });

  it('run to the edge of the year where no more months are empty there than between the rows', () => {
    expect(speaksFor(monthly('2022-05', '2022-06', '2023-02')).periods).toEqual([
      { from: '2022-04-01', to: '2023-03-31' },
    ]);
    expect(speaksFor(['2022-05-10']).periods).toEqual([{ from: '2022-04-01', to: '2022-05-31' }]);
    expect(speaksFor(monthly('2022-08', '2022-09')).periods).toEqual([{ from: '2022-08-01', to: '2022-09-30' }]);
  });

  it('leave out a year with one row beside a full one, and say which row it is', () => {
    const { periods, outliers } = speaksFor(['2022-03-31', ...wholeYear]);
    expect(periods).toEqual([{ from: '2022-04-01', to: '2023-03-31' }]);
    expect([...outliers]).toEqual(['2022-03-31']);
  });

  it('are two periods with a year without a row between them', () => {
    expect(speaksFor([...monthly('2019-04', '2020-03'), ...wholeYear]).periods).toHaveLength(2);
  });

  it('have a hole that only a person can explain where many months are full and some are empty', () => {
    const gap = wholeYear.filter((day) => day < '2022-08' || day > '2022-12');
    expect(speaksFor(twice(gap)).holes).toEqual([{ from: '2022-08-01', to: '2022-11-30' }]);
    expect(speaksFor(gap).holes).toEqual([]);
  });

  it('are none without a row', () => {
    expect(speaksFor([])).toMatchObject({ periods: [], holes: [] });
  });
});
