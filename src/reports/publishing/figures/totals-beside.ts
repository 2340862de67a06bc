import type { Instant } from '../../../calendar/calendar.js';
import { addDays, londonDate, previousYear, quarterOf, quarterPeriod } from '../../../calendar/dates.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import { recordsKept } from '../../coverage.js';
import type { ReportDrafted } from '../events.js';
import { countedRecords, type Days, yearBefore } from './counted-records.js';
import type { KnownMeasure } from './measures-of.js';

/*
 * Totals of other days that stand beside those of a report: of the year before beside a year; beside a quarter those of the same months of
 * last year, and of the twelve months that end with it. They go out with the report, so what follows from them is kept with it.
 */

type Drafted = Pick<ReportDrafted, 'kind' | 'from' | 'to'>;

/** The year before a financial year; the same months of last year before a quarter. */
export const daysBefore = ({ kind, from, to }: Drafted): Days | null => {
  const before = yearBefore({ from, to });
  if (before !== null || kind !== 'quarter') return before;
  const quarter = quarterOf(from);
  return quarterPeriod(`${previousYear(quarter.slice(0, -3))} ${quarter.slice(-2)}`);
};

/** The twelve months that end with a quarter, which stand beside a quarterly report; null of every other. */
export const twelveMonthsOf = ({ kind, from, to }: Drafted): Days | null => {
  const before = kind === 'quarter' ? daysBefore({ kind, from, to }) : null;
  return before === null ? null : { from: addDays(before.to, 1), to };
};

/** From the first day of which a report has a total. */
export const reachOfReport = (drafted: Drafted): Days => ({
  from: (daysBefore(drafted) ?? drafted).from,
  to: drafted.to,
});

/** A total of other days, as it was counted. */
export interface TotalBeside {
  readonly days: Days;
  readonly count: number;
}

export interface TotalsBeside {
  readonly before: TotalBeside | null;
  readonly twelveMonths: TotalBeside | null;
}

export const NOTHING_BESIDE: TotalsBeside = { before: null, twelveMonths: null };

/** Those of which every record is here: of the year before a year, where that is the total which stands beside it. */
export const totalsBeside = (
  records: RegisterKind,
  drafted: Drafted,
  { previous }: Pick<KnownMeasure, 'previous'>,
  asAt: Instant,
  readModels: ReadModels,
): TotalsBeside => {
  const counted = (days: Days): TotalBeside => ({ days, count: countedRecords(records, days, readModels).length });
  const year = yearBefore(drafted);
  if (year !== null) {
    const total = counted(year);
    return { ...NOTHING_BESIDE, before: total.count === previous ? total : null };
  }
  const kept = recordsKept(readModels, londonDate(asAt));
  const whereKept = (days: Days | null): TotalBeside | null =>
    days !== null && kept.covers(records, days).extent === 'whole' ? counted(days) : null;
  return { before: whereKept(daysBefore(drafted)), twelveMonths: whereKept(twelveMonthsOf(drafted)) };
};
