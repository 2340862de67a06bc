import type { LocalDate, WorkingCalendar } from './calendar.js';
import { addDays, daysBetween } from './dates.js';

/** In England and Wales every year has at least these: a year with fewer in the table is not all known. */
export const BANK_HOLIDAYS_A_YEAR = 8;

/**
 * The working days of one council. Those of the years that are known are laid out once as a list, so that counting them is looking up
 * two places in it; outside of those years days are counted one week at a time.
 *
 * @param holidays bank holidays: the years known are those with all their bank holidays, from the first on
 * @param closingDays further days on which this council is closed
 * @throws RangeError for a table of holidays that is empty, or knows a year after one that it does not know
 */
export const workingCalendar = (
  holidays: readonly { readonly date: LocalDate }[],
  closingDays: readonly LocalDate[] = [],
): WorkingCalendar => {
  const { firstYear, lastYear } = yearsOf(holidays);
  const known = { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` };
  const closed = new Set([...holidays.map((holiday) => holiday.date), ...closingDays]);
  const workingDays: LocalDate[] = [];
  /** How many working days of the table are over when this day is over. */
  const elapsed = new Map<LocalDate, number>();
  for (const { date, weekend } of daysOfYears(firstYear, lastYear)) {
    if (!weekend && !closed.has(date)) workingDays.push(date);
    elapsed.set(date, workingDays.length);
  }

  const isWorkingDay = (date: LocalDate): boolean => !isWeekend(date) && !closed.has(date);
  const outside = [...closed].filter((date) => !elapsed.has(date) && !isWeekend(date)).sort();
  /** Working days after `from` until the end of `to`, both outside of the years known. */
  const countedOutside = (from: LocalDate, to: LocalDate): number =>
    weekdaysBetween(from, to) - outside.filter((date) => date > from && date <= to).length;
  const eve = addDays(known.from, -1);
  /** Working days over when a day is over, counted from the eve of the first year known; negative before. */
  const elapsedAt = (date: LocalDate): number => {
    const inside = elapsed.get(date);
    if (inside !== undefined) return inside;
    return date > known.to ? workingDays.length + countedOutside(known.to, date) : -countedOutside(date, eve);
  };
  const walk = (start: LocalDate, days: number): LocalDate => {
    let day = start;
    for (let left = days; left > 0;) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left--;
    }
    return day;
  };
  const dayAfter = (start: LocalDate, days: number): LocalDate => {
    const before = elapsed.get(start);
    if (days === 0) return start;
    if (before === undefined) return walk(start, days);
    return workingDays[before + days - 1] ?? walk(known.to, before + days - workingDays.length);
  };
  const isCertain = (...days: LocalDate[]): boolean => days.every((day) => day >= known.from && day <= known.to);

  return {
    known,
    isWorkingDay,
    isCertain,
    addWorkingDays: (start, days) => {
      if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
      const day = dayAfter(start, days);
      return { day, certain: days === 0 || isCertain(start, day) };
    },
    workingDaysBetween: (start, end) => elapsedAt(end) - elapsedAt(start),
  };
};

/** The years of a table that have all their bank holidays, in order. */
export const completeYears = (holidays: readonly { readonly date: LocalDate }[]): number[] => {
  const byYear = Map.groupBy(new Set(holidays.map(({ date }) => date)), (date) => Number(date.slice(0, 4)));
  return [...byYear]
    .filter(([, dates]) => dates.length >= BANK_HOLIDAYS_A_YEAR)
    .map(([year]) => year)
    .sort((a, b) => a - b);
};

interface Day {
  readonly date: LocalDate;
  readonly weekend: boolean;
}

/** Every day of some years, laid out once: calendars of the same years differ in their holidays and closing days alone. */
const daysOfYears = (first: number, last: number): readonly Day[] => {
  const years = `${first} ${last}`;
  if (laidOut.years !== years) {
    const days: Day[] = [];
    for (let date = `${first}-01-01`; date <= `${last}-12-31`; date = addDays(date, 1))
      days.push({ date, weekend: isWeekend(date) });
    laidOut = { years, days };
  }
  return laidOut.days;
};
let laidOut: { readonly years: string; readonly days: readonly Day[] } = { years: '', days: [] };

/** 0 and 6 are Sunday and Saturday. */
const isWeekend = (date: LocalDate): boolean => new Date(date).getUTCDay() % 6 === 0;

/** Mondays to Fridays after one day until the end of another that is not earlier. */
const weekdaysBetween = (from: LocalDate, to: LocalDate): number => {
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = addDays(from, weeks * 7 + 1); day <= to; day = addDays(day, 1)) if (!isWeekend(day)) count++;
  return count;
};

const yearsOf = (holidays: readonly { readonly date: LocalDate }[]): { firstYear: number; lastYear: number } => {
  const years = completeYears(holidays);
  const firstYear = years[0];
  const lastYear = years.at(-1);
  if (firstYear === undefined || lastYear === undefined) throw new RangeError('The table of bank holidays is empty.');
  if (years.length !== lastYear - firstYear + 1) throw new RangeError('The table of bank holidays leaves out a year.');
  return { firstYear, lastYear };
};
