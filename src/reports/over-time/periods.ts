import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import {
  addDays,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  previousYear,
  quarterPeriod,
  quartersOf,
} from '../../calendar/dates.js';
import type { Period } from '../coverage.js';

/**
 * - `quarter`: one of the financial year and of the one before it, as far as they have begun
 * - `twelve-months`, `twelve-months-before`: up to and on today, and the year before those
 * - `year-to-date`, `same-days-before`: from 1 April to today, and the same days of the year before
 */
export type PeriodKind = 'quarter' | 'twelve-months' | 'twelve-months-before' | 'year-to-date' | 'same-days-before';

/** A column of figures over time. */
export interface PeriodCounted extends Period {
  readonly what: PeriodKind;
  /** `2022/23 Q1`; null of what is no quarter. */
  readonly quarter: string | null;
}

/**
 * The day up to which records are counted: the last one of a financial year that is over, else today.
 * @param year null where today is asked for
 */
export const countedUpTo = (year: FinancialYear | null, today: LocalDate): LocalDate =>
  year !== null && lastDayOf(year) < today ? lastDayOf(year) : today;

/**
 * The columns, as of a day: every quarter of two financial years that has begun, then twelve months, and the year so far. On the last day of
 * a year both of these are the same days, so that one of them stands.
 */
export const periodsUpTo = (today: LocalDate): PeriodCounted[] => {
  const year = financialYearOf(today);
  const quarters = [...quartersOf(previousYear(year)), ...quartersOf(year)]
    .map((quarter): PeriodCounted => ({ what: 'quarter', quarter, ...quarterPeriod(quarter) }))
    .filter(({ from }) => from <= today);
  const before = aYearBefore(today);
  const none = { quarter: null };
  const isWholeYear = today === lastDayOf(year);
  return [
    ...quarters,
    { what: 'twelve-months', ...none, from: addDays(before, 1), to: today },
    { what: 'twelve-months-before', ...none, from: addDays(aYearBefore(before), 1), to: before },
    ...(isWholeYear
      ? []
      : ([
          { what: 'year-to-date', ...none, from: firstDayOf(year), to: today },
          { what: 'same-days-before', ...none, from: firstDayOf(previousYear(year)), to: before },
        ] as const)),
  ];
};

/** The same day of the year before; of 29 February the day before it. */
export const aYearBefore = (day: LocalDate): LocalDate => {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
};

/**
 * The latest months that are over, the earliest first.
 * @param day the last one that is counted; a month that it ends is over once another day runs
 * @param count how many months
 */
export const monthsUpTo = (day: LocalDate, today: LocalDate, count: number): Period[] => {
  const months: Period[] = [];
  const after = day < today ? addDays(day, 1) : today;
  let next = `${after.slice(0, 7)}-01`;
  while (months.length < count) {
    const to = addDays(next, -1);
    const from = `${to.slice(0, 7)}-01`;
    months.unshift({ from, to });
    next = from;
  }
  return months;
};
