import type { Instant } from '../../../calendar/calendar.js';
import { financialYearOf, firstDayOf, lastDayOf, londonDate } from '../../../calendar/dates.js';
import { dayInWords, withDaysInWords } from '../../../calendar/in-words.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import { annualReport, type ReportedMeasure } from '../../annual/annual-report.js';
import { recordsKept, whyUnknown } from '../../coverage.js';
import { keyAt } from '../../disclosure/cross-table.js';
import { changeShown, shareShown, type Shown, type Unprinted } from '../../disclosure/what-prints.js';
import { measuresFor } from '../../measures.js';
import type { FrozenMeasure } from '../events.js';
import { type CountedDays, countedRecords } from './counted-records.js';
import { DRIFT } from './places.js';

/** Kinds of record, each counted by itself: they are never added. */
export const RECORDS = ['informal', 'formal', 'acknowledgement'] as const satisfies readonly RegisterKind[];

/** Codes of the annual report. */
export const CODE_OF: Readonly<Record<RegisterKind, string>> = {
  informal: 'informal',
  formal: 'formal',
  acknowledgement: 'acknowledgements',
};

/** The figure of all records of a kind. */
export const EVERYTHING = keyAt({});

export type KnownMeasure = Pick<ReportedMeasure, 'code' | 'label' | 'definition' | 'note' | 'missing' | 'value'> & {
  readonly previous: Shown;
  /** Whether anything is compared with it. */
  readonly isComparable: boolean;
};
export type Known = (code: string) => KnownMeasure;

/** The measures of the annual report for a financial year; for another period, counts of its records. */
export const measuresKnown = (
  { from, to, team = null, threshold }: CountedDays & { readonly threshold: number },
  asAt: Instant,
  readModels: ReadModels,
): Known => {
  const year = financialYearOf(from);
  if (firstDayOf(year) === from && lastDayOf(year) === to) {
    const { measures } = annualReport(year, readModels, asAt, undefined, threshold > 1);
    const by = new Map(measures.map((each) => [each.code, { ...each, isComparable: each.change !== null }]));
    return (code) => by.get(code)!;
  }
  const catalogue = new Map(measuresFor(1, false).map((each) => [each.code, each]));
  const kept = recordsKept(readModels, londonDate(asAt));
  const counted = new Map(
    RECORDS.map((records) => {
      // A period for which nobody kept records is not one without disputes.
      const missing = whyUnknown([records], { from, to }, kept);
      const { length } = countedRecords(records, { from, to, team }, readModels);
      const isComparable = kept.covers(records, { from, to }).extent === 'whole';
      return [CODE_OF[records], { missing, value: missing === null ? length : null, isComparable }];
    }),
  );
  return (code) => {
    const { label, definition } = catalogue.get(code)!;
    const known = counted.get(code) ?? { missing: null, value: null, isComparable: false };
    return { code, label, definition, note: null, ...known, previous: null };
  };
};

/** Of the year before only what was printed could stand beside a share, and that is not known here. */
export const NOT_COMPARED = { previous: null, isComparable: false };

export const measuresOf = (
  records: RegisterKind,
  shown: (key: string) => number | Unprinted | undefined,
  known: Known,
  { threshold, firstHalf }: { readonly threshold: number; readonly firstHalf: string },
): FrozenMeasure[] => {
  const total = shown(EVERYTHING)!;
  const code = CODE_OF[records];
  const share = (of: string, key: string): FrozenMeasure[] => {
    const part = shown(key);
    // A part that does not go out has no share either.
    if (part === undefined) return [];
    return [lineOf({ ...known(of), ...NOT_COMPARED }, 'percent', shareShown(part, total), threshold)];
  };
  return [
    lineOf(known(code), 'count', total, threshold),
    ...(records === 'acknowledgement'
      ? []
      : [
          ...share(`${code}.driftAndDelayPercent`, keyAt({ theme: DRIFT })),
          ...share(`${code}.firstHalfPercent`, keyAt({ time: firstHalf })),
        ]),
  ];
};

export const lineOf = (
  { code, label, definition, note, missing, previous, isComparable }: KnownMeasure,
  unit: FrozenMeasure['unit'],
  value: Shown,
  threshold: number,
): FrozenMeasure => {
  // Of the year before nobody asked about whom it was: what is below the threshold is kept as well.
  const before: Shown = typeof previous === 'number' && previous > 0 && previous < threshold ? 'c' : previous;
  const { count, percent } = isComparable ? changeShown(value, before) : { count: null, percent: null };
  return {
    ...{ code, label, unit, value, missing: inWords(missing), previous: before, change: count, changePercent: percent },
    ...{ definition, note: inWords(note) },
  };
};

const TWELVE_MONTHS = '.twelveMonths';

/** Whether a measure is the total of the twelve months that end with a quarter. */
export const isOfTwelveMonths = (code: string): boolean => code.endsWith(TWELVE_MONTHS);

/** @param total null where not all twelve months were kept */
export const twelveMonthsLine = (
  { code, label, definition }: KnownMeasure,
  { to }: CountedDays,
  total: Shown,
  { threshold }: { readonly threshold: number },
): FrozenMeasure =>
  lineOf(
    {
      ...{ code: `${code}${TWELVE_MONTHS}`, label: `${label}, twelve months to ${dayInWords(to)}` },
      definition: `${definition} Of the twelve months that end with the quarter, which is among them.`,
      ...{
        note: null,
        value: null,
        missing: total === null ? 'not kept for all twelve months' : null,
        ...NOT_COMPARED,
      },
    },
    'count',
    typeof total === 'number' && total > 0 && total < threshold ? 'c' : total,
    threshold,
  );

/** A paper is read by people: it has no day in the notation of programs. */
const inWords = (said: string | null): string | null => (said === null ? null : withDaysInWords(said));
