import type { Reading } from '../reading/reading.js';
import {
  inWords,
  type KeptFact,
  notesOf,
  partInWords,
  type Period,
  type RecordsKept,
  recordsKept,
  whyUnknown,
  yearPeriod,
} from './coverage.js';
import { type Rung, rungsIn } from './stages-of-year.js';
import type { FinancialYear } from '../calendar/calendar.js';
import { isFinancialYear, londonDate } from '../calendar/dates.js';
import { Refusal } from '../platform/decider.js';
import { MAIN_LADDER } from '../protocol/protocol.js';
import { percentOf } from './rounding.js';

/** A figure, and the records it is made of. */
export interface Counted {
  readonly count: number;
  readonly references: readonly string[];
}

/** A count beside its share of a whole, which the report names. */
export interface Shared extends Counted {
  /** Whole per cent, half up; null of nothing. */
  readonly percent: number | null;
}

/** A share of fewer than all: of how many. */
export interface SharedOf extends Shared {
  readonly of: number;
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

export const sharedAmong = (cases: readonly Case[], whole: number): SharedOf => ({
  ...sharedOf(cases, whole),
  of: whole,
});

/** Of disputes that nobody has taken on, the service knows what their register says and no more. */
export const takenOn = <Each extends { readonly isTakenOn: boolean }>(cases: readonly Each[]): Each[] =>
  cases.filter(({ isTakenOn }) => isTakenOn);

/** @throws Refusal `not-a-financial-year` */
export const yearAsked = (year: string): FinancialYear => {
  if (isFinancialYear(year)) return year;
  throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
};

/** The records that exist for a year: a year without a register is not a year without disputes. */
export interface YearKept {
  /** Some register of disputes, or the service itself, covers some of the year. */
  readonly isKept: boolean;
  /** People worked in the service itself: only then does it know of what no register holds. */
  readonly isLive: boolean;
  /** Some register, or the service itself, covers some of the year for this kind. */
  covers(kind: 'informal' | 'formal'): boolean;
  /** The reason why nothing is known of a kind in the year; null if something is. */
  whyUnknown(kind: 'informal' | 'formal'): string | null;
  /** "not begun" or "not covered" of a part of the year, "so far" of one that is not over; null of one that is known whole. */
  wordOn(part: Period): string | null;
  /** Rungs of the ladders in force at some time of the year, those of the main ladder first. */
  readonly rungs: readonly Rung[];
  /** Codes of these ladders, and of those that disputes of the year are on, the main one first. */
  readonly ladders: readonly string[];
  /** Some record of the kind, of this year, is from a register without a column for one of these facts. */
  lacks(kind: 'informal' | 'formal', ...facts: readonly KeptFact[]): boolean;
  /** The facts that must be known before comparing. */
  readonly notes: readonly string[];
}

export const yearKept = (year: FinancialYear, { readModels, now }: Pick<Reading, 'readModels' | 'now'>): YearKept => {
  const kept = recordsKept(readModels, londonDate(now));
  const period = yearPeriod(year);
  const here = kept.recordedHere(period);
  const rungs = rungsIn(year, readModels);
  return {
    isKept: KINDS.some((kind) => kept.covers(kind, period).extent !== 'none'),
    isLive: here.extent !== 'none',
    covers: (kind) => kept.covers(kind, period).extent !== 'none',
    whyUnknown: (kind) => whyUnknown([kind], period, kept),
    wordOn: (part) => wordOn(part, period, kept),
    rungs,
    ladders: laddersIn(year, rungs, readModels),
    lacks: (kind, ...facts) => kept.lacking(kind, [period], facts) > 0,
    notes: [
      ...notesOf(year, KINDS, kept, readModels),
      ...(here.extent === 'part' && here.periods[0]!.from > period.from
        ? [`what no register holds was recorded in the service ${inWords(here.periods)} only`]
        : []),
    ],
  };
};

const laddersIn = (
  year: FinancialYear,
  rungs: readonly Rung[],
  readModels: Pick<Reading, 'readModels'>['readModels'],
): string[] => {
  const climbed = readModels.all<{ ladder: string }>(
    `SELECT DISTINCT ladder FROM counted_register WHERE year = :year AND kind <> 'conversation' ORDER BY ladder`,
    { year },
  );
  return [...new Set([MAIN_LADDER, ...rungs.map(({ ladder }) => ladder), ...climbed.map(({ ladder }) => ladder)])];
};

const wordOn = (part: Period, year: Period, kept: RecordsKept): string | null => {
  const why = whyUnknown(KINDS, part, kept, year);
  if (why !== null) return why;
  const parts = KINDS.flatMap((kind) => {
    const { extent, periods } = kept.covers(kind, part);
    return extent === 'part' ? [partInWords(periods, part, kept.today)] : [];
  });
  return parts[0] ?? null;
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
