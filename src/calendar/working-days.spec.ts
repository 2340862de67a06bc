import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from './bank-holidays.js';
import { workingCalendar } from './working-days.js';

const calendar = workingCalendar(bundledHolidays());

describe('the worked examples of the domain brief, section 5', () => {
  it.each([
    ['Thursday', '2022-04-14', 5, '2022-04-25'],
    ['Thursday', '2022-04-14', 20, '2022-05-17'],
    ['Tuesday', '2022-05-31', 3, '2022-06-07'],
    ['Friday', '2022-09-16', 3, '2022-09-22'],
    ['Friday', '2022-12-23', 10, '2023-01-11'],
    ['Thursday', '2023-03-30', 5, '2023-04-06'],
    ['Friday', '2023-04-28', 10, '2023-05-16'],
    ['Friday', '2024-12-20', 5, '2024-12-31'],
    ['Saturday', '2025-04-12', 5, '2025-04-22'],
    ['Thursday', '2026-12-24', 5, '2027-01-05'],
  ])('%s %s and %i working days is %s', (_, start, days, due) => {
    expect(calendar.addWorkingDays(start, days)).toEqual({ day: due, certain: true });
    expect(calendar.workingDaysBetween(start, due)).toBe(days);
    expect(calendar.workingDaysBetween(due, start)).toBe(-days);
  });
});

describe('counting working days', () => {
  it('takes the day itself as day 0', () => {
    expect(calendar.addWorkingDays('2022-04-16', 0).day).toBe('2022-04-16');
    expect(calendar.workingDaysBetween('2022-04-16', '2022-04-16')).toBe(0);
  });

  it('makes the next working day day 1 from a Saturday, a Sunday and a bank holiday alike', () => {
    for (const start of ['2022-04-15', '2022-04-16', '2022-04-17', '2022-04-18']) {
      expect(calendar.addWorkingDays(start, 1).day).toBe('2022-04-19');
    }
  });

  it('knows the bank holidays that came once', () => {
    for (const day of ['2022-06-03', '2022-09-19', '2023-05-08']) expect(calendar.isWorkingDay(day)).toBe(false);
    expect(calendar.isWorkingDay('2022-09-20')).toBe(true);
  });

  it('leaves out the days on which the council is closed', () => {
    const closed = workingCalendar(bundledHolidays(), ['2022-12-28', '2022-12-29', '2022-12-30']);
    expect(calendar.addWorkingDays('2022-12-23', 1).day).toBe('2022-12-28');
    expect(closed.addWorkingDays('2022-12-23', 1).day).toBe('2023-01-03');
  });

  it('counts without bank holidays where a year is not known, on either side, and says so', () => {
    expect(calendar.known).toEqual({ from: '2012-01-01', to: '2028-12-31' });
    expect(calendar.addWorkingDays('2028-12-27', 2)).toEqual({ day: '2028-12-29', certain: true });
    expect(calendar.addWorkingDays('2028-12-27', 3)).toEqual({ day: '2029-01-01', certain: false });
    expect(calendar.addWorkingDays('2028-12-30', 1)).toEqual({ day: '2029-01-01', certain: false });
    expect(calendar.addWorkingDays('2029-01-05', 5)).toEqual({ day: '2029-01-12', certain: false });
    expect(calendar.addWorkingDays('2011-12-05', 20)).toEqual({ day: '2012-01-03', certain: false });
    expect(calendar.workingDaysBetween('2028-12-27', '2029-01-04')).toBe(6);
    expect(calendar.workingDaysBetween('2011-12-22', '2012-01-03')).toBe(7);
    expect(calendar.workingDaysBetween('2011-12-22', '2029-01-04')).toBe(
      calendar.workingDaysBetween('2012-01-03', '2028-12-29') + 7 + 4,
    );
    expect(calendar.isWorkingDay('2011-12-27')).toBe(true);
    expect(calendar.isWorkingDay('2029-01-06')).toBe(false);
    expect(calendar.isCertain('2012-01-01', '2028-12-31')).toBe(true);
    expect(calendar.isCertain('2028-12-31', '2029-01-01')).toBe(false);
  });

  it('leaves out what is known of a year all the same, which does not make the year certain', () => {
    const some = workingCalendar([...bundledHolidays(), { date: '2029-01-01' }], ['2029-01-02', '2011-12-28']);
    expect(some.known.to).toBe('2028-12-31');
    expect(some.addWorkingDays('2028-12-29', 1)).toEqual({ day: '2029-01-03', certain: false });
    expect(some.workingDaysBetween('2028-12-29', '2029-01-03')).toBe(1);
    expect(some.workingDaysBetween('2011-12-27', '2011-12-29')).toBe(1);
  });

  it('will not be made from a table that leaves out a year', () => {
    const holidays = bundledHolidays().filter((holiday) => !holiday.date.startsWith('2020'));
    expect(() => workingCalendar(holidays)).toThrow('leaves out a year');
    expect(() => workingCalendar([])).toThrow('empty');
  });

  it('refuses to count a part of a day, or backwards', () => {
    expect(() => calendar.addWorkingDays('2022-04-14', 1.5)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2022-04-14', -1)).toThrow(RangeError);
  });
});

/**
 * An oracle that shares nothing with the calendar: it reads the published table by itself and walks day by day with the
 * weekday worked out by Zeller's rule, on year, month and day as numbers. Outside of the table it knows no holidays either.
 */
describe('20,000 random dates', () => {
  const published = new Set(
    readFileSync(new URL('./bank-holidays-england-and-wales.csv', import.meta.url), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]!),
  );

  interface Day {
    year: number;
    month: number;
    day: number;
  }
  const daysIn = ({ year, month }: Day): number => {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  };
  const next = (date: Day): Day => {
    if (date.day < daysIn(date)) return { ...date, day: date.day + 1 };
    if (date.month < 12) return { ...date, month: date.month + 1, day: 1 };
    return { year: date.year + 1, month: 1, day: 1 };
  };
  const written = ({ year, month, day }: Day): string =>
    `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  const worked = (date: Day): boolean => {
    const [month, year] = date.month < 3 ? [date.month + 12, date.year - 1] : [date.month, date.year];
    const century = Math.floor(year / 100);
    const weekday =
      (date.day +
        Math.floor((13 * (month + 1)) / 5) +
        (year % 100) +
        Math.floor((year % 100) / 4) +
        Math.floor(century / 4) +
        5 * century) %
      7;
    return weekday > 1 && !published.has(written(date)); // 0 is Saturday, 1 is Sunday
  };

  it('agree with a walk day by day', () => {
    const seed = Number(process.env.SEED ?? 20220414);
    console.log(`working days against the walk: SEED=${seed}`);
    const chance = randomFrom(seed);
    for (let round = 0; round < 20_000; round++) {
      const start: Day = { year: 2010 + chance(21), month: 1 + chance(12), day: 1 };
      start.day = 1 + chance(daysIn(start));
      const days = chance(41);
      let day = start;
      for (let left = days; left > 0;) {
        day = next(day);
        if (worked(day)) left -= 1;
      }
      const what = `${written(start)} + ${days} (seed ${seed})`;
      const counted = calendar.addWorkingDays(written(start), days);
      expect(`${what} = ${counted.day}`).toBe(`${what} = ${written(day)}`);
      expect(counted.certain).toBe(days === 0 || (start.year >= 2012 && day.year <= 2028));
      expect(calendar.isWorkingDay(written(start))).toBe(worked(start));
      expect(calendar.workingDaysBetween(written(start), written(day))).toBe(days);
    }
  });
});

/** Marsaglia's xorshift: the same seed gives the same numbers. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0 || 1;
  return (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
};
