import { recordsKept } from '../../projections/themes/coverage.js';
import { notesOf } from '../../projections/themes/themes.queries.js';
import type { FinancialYear, Instant, WorkingCalendar } from '../calendar/calendar.js';
import { isFinancialYear, londonDate } from '../calendar/dates.js';
import { Refusal } from '../platform/decider.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { percentOf } from './rounding.js';

/** What it takes to count a year. */
export interface Books {
  readonly readModels: ReadModels;
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** A figure, and the disputes it is made of. */
export interface Counted {
  readonly count: number;
  readonly references: readonly string[];
}

/** A count beside its share of a whole. */
export interface Shared extends Counted {
  /** Whole per cent, half up; null of nothing. */
  readonly percent: number | null;
}

interface Case {
  readonly reference: string;
}

export const countedOf = (cases: readonly Case[]): Counted => ({
  count: cases.length,
  references: cases.map(({ reference }) => reference),
});

export const sharedOf = (cases: readonly Case[], whole: number): Shared => ({
  ...countedOf(cases),
  percent: percentOf({ part: cases.length, whole }),
});

/** @throws Refusal `not-a-financial-year` */
export const yearAsked = (year: string): FinancialYear => {
  if (isFinancialYear(year)) return year;
  throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
};

/** What must be known before comparing: a year without a register is not a year without disputes. */
export const notesOnDisputes = (
  year: FinancialYear,
  { readModels, now }: Pick<Books, 'readModels' | 'now'>,
): string[] => notesOf(year, ['informal', 'formal'], recordsKept(readModels, londonDate(now)), readModels);

export const ALPHABET = new Intl.Collator('en-GB', { numeric: true });

/** Cases by what they have in common, in the order in which each is first met. */
export const groupedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
};
