import type { LocalDate } from '../../calendar/calendar.js';
import { addDays, financialYearOf } from '../../calendar/dates.js';

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface SpeaksFor {
  readonly periods: readonly Days[];
  /** Days of rows that stand alone in a year in which nothing else was written. */
  readonly outliers: ReadonlySet<LocalDate>;
  /** Months without a row amid months with many: nobody can tell whether there were none or nobody wrote them down. */
  readonly holes: readonly Days[];
}

/** A year with so small a part of the rows of the fullest year, in a register with rows enough to tell, is not spoken for. */
const HARDLY_ANY = 0.05;
const ENOUGH_TO_TELL = 10;
/** With so many rows in a month, three empty months in a row are strange. */
const MANY_A_MONTH = 3;
const STRANGE = 3;
/** A year without a row ends one period and begins another. */
const APART = 12;

/**
 * The days for which rows on these days show that records were kept. A period runs from the first day of a month to the last day of one.
 * It is taken to the edge of the financial year where the empty months there are no more than those between its rows, or a single one.
 */
export const speaksFor = (days: readonly LocalDate[]): SpeaksFor => {
  const outliers = outliersAmong(days);
  const body = days.filter((day) => !outliers.has(day));
  const months = [...new Set(body.map(monthOf))].sort((a, b) => a - b);
  const parts = apart(months);
  return {
    periods: parts.map(toTheEdges),
    outliers,
    holes: body.length < MANY_A_MONTH * months.length ? [] : parts.flatMap(strangeHolesIn),
  };
};

const outliersAmong = (days: readonly LocalDate[]): Set<LocalDate> => {
  const perYear = new Map<string, number>();
  for (const day of days) perYear.set(financialYearOf(day), (perYear.get(financialYearOf(day)) ?? 0) + 1);
  const most = Math.max(0, ...perYear.values());
  const few = most < ENOUGH_TO_TELL ? 0 : Math.max(1, Math.floor(most * HARDLY_ANY));
  return new Set(days.filter((day) => perYear.get(financialYearOf(day))! <= few));
};

/** Months are numbered on from the year 0; April of a year is a multiple of 12. */
const monthOf = (day: LocalDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 4;
const firstDay = (month: number): LocalDate => {
  const since = month + 3;
  return `${String(Math.floor(since / 12)).padStart(4, '0')}-${String((since % 12) + 1).padStart(2, '0')}-01`;
};
const lastDay = (month: number): LocalDate => addDays(firstDay(month + 1), -1);

const apart = (months: readonly number[]): number[][] => {
  const parts: number[][] = [];
  for (const month of months) {
    const last = parts.at(-1)?.at(-1);
    if (last === undefined || month - last - 1 >= APART) parts.push([month]);
    else parts.at(-1)!.push(month);
  }
  return parts;
};

const holesIn = (months: readonly number[]): { after: number; length: number }[] =>
  months.slice(1).flatMap((month, index) => {
    const after = months[index]!;
    return month - after > 1 ? [{ after, length: month - after - 1 }] : [];
  });

const strangeHolesIn = (months: readonly number[]): Days[] =>
  holesIn(months)
    .filter(({ length }) => length >= STRANGE)
    .map(({ after, length }) => ({ from: firstDay(after + 1), to: lastDay(after + length) }));

const toTheEdges = (months: readonly number[]): Days => {
  const [first, last] = [months[0]!, months.at(-1)!];
  const usual = Math.max(1, ...holesIn(months).map(({ length }) => length));
  const sinceApril = first % 12;
  const untilMarch = 11 - (last % 12);
  return {
    from: firstDay(sinceApril <= usual ? first - sinceApril : first),
    to: lastDay(untilMarch <= usual ? last + untilMarch : last),
  };
};
