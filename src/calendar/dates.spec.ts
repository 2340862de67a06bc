import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../platform/decider.js';
import {
  addDays,
  addHours,
  endOfDay,
  financialYearOf,
  firstDayOf,
  isFinancialYear,
  isLocalDate,
  lastDayOf,
  londonDate,
  parseLocalDate,
  previousYear,
  quarterOf,
  quartersOf,
  startOfDay,
} from './dates.js';

describe('the day in London', () => {
  it('is the new year at 00:30 British Summer Time on 1 April, when it is still 31 March in UTC', () => {
    expect(londonDate('2022-03-31T23:30:00.000Z')).toBe('2022-04-01');
    expect(quarterOf(londonDate('2022-03-31T23:30:00.000Z'))).toBe('2022/23 Q1');
  });

  it('turns at midnight in London, to the millisecond, in summer and in winter', () => {
    expect(londonDate('2022-03-31T22:59:59.999Z')).toBe('2022-03-31');
    expect(londonDate('2022-03-31T23:00:00.000Z')).toBe('2022-04-01');
    expect(londonDate('2022-12-31T23:59:59.999Z')).toBe('2022-12-31');
    expect(londonDate('2023-01-01T00:00:00.000Z')).toBe('2023-01-01');
  });

  it('has 23 hours when the clocks go forward', () => {
    // In 2024 that was the last day of the financial year.
    expect(londonDate('2024-03-31T00:30:00.000Z')).toBe('2024-03-31');
    expect(londonDate('2024-03-31T23:00:00.000Z')).toBe('2024-04-01');
    expect(Date.parse(endOfDay('2024-03-31')) - Date.parse(startOfDay('2024-03-31'))).toBe(23 * 3_600_000);
  });

  it('has 25 hours when the clocks go back', () => {
    expect(startOfDay('2022-10-30')).toBe('2022-10-29T23:00:00.000Z');
    expect(endOfDay('2022-10-30')).toBe('2022-10-31T00:00:00.000Z');
    expect(londonDate('2022-10-30T00:30:00.000Z')).toBe('2022-10-30');
    expect(londonDate('2022-10-30T23:30:00.000Z')).toBe('2022-10-30');
  });

  it('takes an instant written with another offset or without milliseconds', () => {
    expect(londonDate('2022-06-30T23:30:00+01:00')).toBe('2022-06-30');
    expect(londonDate('2022-06-30T23:30:00Z')).toBe('2022-07-01');
    expect(() => londonDate('yesterday')).toThrow(RangeError);
  });

  it('ends with the first instant of the next, so that what is due on a Friday is late on Saturday', () => {
    for (const day of ['2022-01-31', '2022-03-26', '2022-03-27', '2022-10-30', '2024-02-28', '2024-02-29']) {
      const end = endOfDay(day);
      expect(londonDate(end)).toBe(addDays(day, 1));
      expect(londonDate(addHours(end, -1))).toBe(day);
    }
  });
});

describe('dates as they are written', () => {
  it('are dates that exist', () => {
    for (const date of ['2024-02-29', '2022-12-31', '0001-01-01', '9999-12-30']) expect(isLocalDate(date)).toBe(true);
    for (const date of ['2023-02-29', '2022-13-01', '2022-00-10', '2022-04-31', '22-04-01', '2022-4-1', '', 20220401]) {
      expect(isLocalDate(date)).toBe(false);
    }
  });

  it('are refused with what to write instead', () => {
    expect(parseLocalDate(' 2022-04-14 ')).toBe('2022-04-14');
    const attempt = () => parseLocalDate('31/04/2022');
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow('year-month-day');
  });

  it('can be counted on and back, over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2022-03-28', -3)).toBe('2022-03-25');
  });
});

describe('the financial year', () => {
  it.each([
    ['2022-03-31', '2021/22 Q4'],
    ['2022-04-01', '2022/23 Q1'],
    ['2022-06-30', '2022/23 Q1'],
    ['2022-07-01', '2022/23 Q2'],
    ['2022-09-30', '2022/23 Q2'],
    ['2022-10-01', '2022/23 Q3'],
    ['2022-12-31', '2022/23 Q3'],
    ['2023-01-01', '2022/23 Q4'],
    ['2023-03-31', '2022/23 Q4'],
    ['2000-02-29', '1999/00 Q4'],
  ])('%s is in %s', (date, quarter) => {
    expect(quarterOf(date)).toBe(quarter);
    expect(quarter.startsWith(financialYearOf(date))).toBe(true);
  });

  it('runs from 1 April to 31 March and follows the one before', () => {
    expect(firstDayOf('2022/23')).toBe('2022-04-01');
    expect(lastDayOf('2022/23')).toBe('2023-03-31');
    expect(previousYear('2022/23')).toBe('2021/22');
    expect(previousYear('2000/01')).toBe('1999/00');
    expect(quartersOf('2022/23')).toEqual(['2022/23 Q1', '2022/23 Q2', '2022/23 Q3', '2022/23 Q4']);
  });

  it('is written with the two years that belong together', () => {
    expect(isFinancialYear('2022/23')).toBe(true);
    expect(isFinancialYear('1999/00')).toBe(true);
    for (const year of ['2022/24', '2022-23', '2022/2023', '2022', '', null]) expect(isFinancialYear(year)).toBe(false);
  });
});
