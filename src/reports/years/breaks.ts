import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { financialYearOf, firstDayOf } from '../../calendar/dates.js';

/**
 * Why years are not comparable:
 * - `structure`: teams split or merged
 * - `ladder`: a protocol with another ladder
 * - `list`: a theme began or ceased to be collected
 * - `lost-data`: records of a year are missing, in part or as a whole, or a person said that nothing is to be compared with it
 */
export type BreakKind = 'structure' | 'ladder' | 'list' | 'lost-data';

/** From a year on, a row of figures is not comparable with the years before. */
export interface Break {
  readonly what: BreakKind;
  readonly note: string;
}

/** Something that changed from a day on. */
export interface Change {
  readonly what: Exclude<BreakKind, 'lost-data'>;
  /** The first day on which it was otherwise. */
  readonly on: LocalDate;
  readonly note: string;
}

/** One year of a row. */
export interface YearInARow {
  readonly year: FinancialYear;
  readonly value: number | null;
  /** The reason why there is no value, in a word or two; null if there is one. */
  readonly missing: string | null;
  readonly comparable: boolean;
  /** All that must be said with the figure. */
  readonly notes: readonly string[];
}

/**
 * Where a row of years breaks: for each year, why it is not comparable with those before. A year before which nothing is known has nothing to
 * be compared with.
 * @param years the earliest first
 */
export const breaksIn = (years: readonly YearInARow[], changes: readonly Change[]): (readonly Break[])[] => {
  const first = years.findIndex(({ value }) => value !== null);
  return years.map((each, place) => {
    if (each.value === null || place <= first) return [];
    return unique([
      ...changes.filter((change) => breaksAt(each.year, change)).map(({ what, note }) => ({ what, note })),
      ...missingBetween(years, place).map(lost),
      ...(each.comparable ? [] : [lost(standsAlone(each))]),
      ...lastKnown(years, place).flatMap((before) => (before.comparable ? [] : [lost(standsAlone(before))])),
    ]);
  });
};

/** A change on the first day of a year parts it from the year before; one within it parts it from the year after as well. */
const breaksAt = (year: FinancialYear, { on }: Change): boolean => {
  const changed = financialYearOf(on);
  if (changed === year) return true;
  return on !== firstDayOf(changed) && financialYearOf(dayAfterYear(changed)) === year;
};

const dayAfterYear = (year: FinancialYear): LocalDate => `${Number(year.slice(0, 4)) + 1}-04-01`;

const lost = (note: string): Break => ({ what: 'lost-data', note });

/** Years of which nothing is known, since the last of which something is. */
const missingBetween = (years: readonly YearInARow[], place: number): string[] => {
  const between: string[] = [];
  for (let at = place - 1; at >= 0 && years[at]!.value === null; at--)
    between.unshift(`${years[at]!.year}: ${years[at]!.missing ?? 'not known'}`);
  return between;
};

const lastKnown = (years: readonly YearInARow[], place: number): YearInARow[] => {
  const known = years.slice(0, place).findLast(({ value }) => value !== null);
  return known === undefined ? [] : [known];
};

const standsAlone = ({ year, notes }: YearInARow): string =>
  `${year}: ${notes.length === 0 ? 'not to be compared' : notes.join('; ')}`;

const unique = (breaks: readonly Break[]): Break[] => [
  ...new Map(breaks.map((each) => [`${each.what} ${each.note}`, each])).values(),
];

/** `Not comparable with years before: Locality North became East and West, from 2024-04-01` */
export const breakInWords = (breaks: readonly Break[]): string =>
  `not comparable with years before: ${breaks.map(({ note }) => note).join('; ')}`;
