import type { Reading } from '../reading/reading.js';
import { notesOf, recordsKept, yearPeriod } from './coverage.js';
import type { FinancialYear } from '../calendar/calendar.js';
import { isFinancialYear, londonDate } from '../calendar/dates.js';
import { Refusal } from '../platform/decider.js';
import { percentOf } from './rounding.js';

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

/** What the records of a year can say: a year without a register is not a year without disputes. */
export interface YearKept {
  /** Some register of disputes, or the service itself, covers some of the year. */
  readonly isKept: boolean;
  /** People worked in the service itself: only then does it know of what no register holds. */
  readonly isLive: boolean;
  /** What must be known before comparing. */
  readonly notes: readonly string[];
}

export const yearKept = (year: FinancialYear, { readModels, now }: Pick<Reading, 'readModels' | 'now'>): YearKept => {
  const kept = recordsKept(readModels, londonDate(now));
  const period = yearPeriod(year);
  return {
    isKept: KINDS.some((kind) => kept.covers(kind, period).extent !== 'none'),
    isLive: kept.liveIn(period),
    notes: notesOf(year, KINDS, kept, readModels),
  };
};

const KINDS = ['informal', 'formal'] as const;

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
