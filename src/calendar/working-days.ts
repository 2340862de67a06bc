import { refuse } from '../platform/decider.js';
import type { LocalDate, WorkingCalendar } from './calendar.js';
import { addDays } from './dates.js';

/**
 * The working days of one council, laid out once as a list, so that counting them is looking up two places in it.
 *
 * @param holidays bank holidays, at least one for each year that shall be known, with no year left out in between
 * @param closingDays further days on which this council is closed
 * @throws RangeError for a table of holidays that is empty or leaves out a year
 */
export const workingCalendar = (
  holidays: readonly { readonly date: LocalDate }[],
  closingDays: readonly LocalDate[] = [],
): WorkingCalendar => {
  const { firstYear, lastYear } = yearsOf(holidays);
  const closed = new Set([...holidays.map((holiday) => holiday.date), ...closingDays]);
  const workingDays: LocalDate[] = [];
  /** How many working days of the table are over when this day is over. */
  const elapsed = new Map<LocalDate, number>();
  for (let day = `${firstYear}-01-01`; day <= `${lastYear}-12-31`; day = addDays(day, 1)) {
    if (!isWeekend(day) && !closed.has(day)) workingDays.push(day);
    elapsed.set(day, workingDays.length);
  }

  const noCalendarFor = refuseOutside(firstYear, lastYear);
  const elapsedAt = (date: LocalDate): number => elapsed.get(date) ?? noCalendarFor(date.slice(0, 4));

  return {
    isWorkingDay: (date) => workingDays[elapsedAt(date) - 1] === date,
    addWorkingDays: (start, days) => {
      if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
      const before = elapsedAt(start);
      if (days === 0) return start;
      return workingDays[before + days - 1] ?? noCalendarFor(String(lastYear + 1));
    },
    workingDaysBetween: (start, end) => elapsedAt(end) - elapsedAt(start),
  };
};

/** 0 and 6 are Sunday and Saturday. */
const isWeekend = (date: LocalDate): boolean => new Date(date).getUTCDay() % 6 === 0;

const yearsOf = (holidays: readonly { readonly date: LocalDate }[]): { firstYear: number; lastYear: number } => {
  const years = [...new Set(holidays.map((holiday) => Number(holiday.date.slice(0, 4))))].sort((a, b) => a - b);
  const firstYear = years[0];
  const lastYear = years.at(-1);
  if (firstYear === undefined || lastYear === undefined) throw new RangeError('The table of bank holidays is empty.');
  if (years.length !== lastYear - firstYear + 1) throw new RangeError('The table of bank holidays leaves out a year.');
  return { firstYear, lastYear };
};

const refuseOutside =
  (firstYear: number, lastYear: number) =>
  (year: string): never =>
    refuse(
      'no-calendar-for-year',
      `The bank holidays of ${year} are not known, so no working days can be counted in it. Check the date: the table runs ` +
        `from ${firstYear} to ${lastYear}, and a newer version of this program brings later years.`,
      { year },
    );
