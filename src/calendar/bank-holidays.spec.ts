import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundledHolidays, calendarWarning } from './bank-holidays.js';

const published = readFileSync(new URL('./bank-holidays-england-and-wales.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1);

describe('the bundled bank holidays', () => {
  it('are those of the published table, day by day', () => {
    const bundled = bundledHolidays().map(({ date, name }) => `${date},${name.replaceAll('’', "'")}`);
    expect(bundled).toEqual(published);
  });

  it('are in order and have at least eight a year from 2012 to 2028', () => {
    const dates = bundledHolidays().map((holiday) => holiday.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (let year = 2012; year <= 2028; year++) {
      expect(dates.filter((date) => date.startsWith(`${year}-`)).length).toBeGreaterThanOrEqual(8);
    }
  });

  it('warn a year before they run out', () => {
    expect(calendarWarning('2027-12-31', '2028-12-31')).toBeUndefined();
    expect(calendarWarning('2028-01-01', '2028-12-31')).toContain('to the end of 2028');
    expect(calendarWarning('2030-01-01', '2028-12-31')).toContain('newer version');
    expect(calendarWarning('2028-01-01', '2029-12-31')).toBeUndefined();
  });
});
