import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { type Period, recordsKept } from '../coverage.js';
import { FROM_CASES_WITH_SERVICE, narrowedTo, type Scope, WITH_CASES } from '../themes/cases.js';
import { kindsOf } from '../themes/scopes.js';
import type { OverTimeFilters } from './over-time.js';
import { countedUpTo, monthsUpTo } from './periods.js';
import { type Signal, signalsIn, type UsualRange, usualRange } from './usual-range.js';

/** Months that are looked at: two years and two months, so that the last year has something to be compared with. */
export const MONTHS = 26;

/** Of a month that is over: how many records were raised, or given; null where the records do not speak for the whole of it. */
export interface MonthCounted extends Period {
  readonly count: number | null;
}

export interface ByMonth {
  readonly kind: Scope;
  readonly months: readonly MonthCounted[];
  /** The month that runs, up to today, of which the tables count what the months that are over do not; null where another year is asked for. */
  readonly running: MonthCounted | null;
  /** Of the months since the last of which nobody knows; null where they are too few. */
  readonly range: UsualRange | null;
  /** By the places of months in the list above. */
  readonly signals: readonly Signal[];
}

/**
 * Records by month, with what they usually are. The month that runs stands beside them: it is not over.
 * @param year up to whose last day months are counted; null for today
 */
export const byMonth = (
  {
    kind,
    filters,
    year,
  }: { readonly kind: Scope; readonly filters: OverTimeFilters; readonly year: FinancialYear | null },
  readModels: ReadModels,
  today: LocalDate,
): ByMonth => {
  const kept = recordsKept(readModels, today);
  const { where, parameters } = narrowedTo(null, { kind, ...filters });
  const upTo = countedUpTo(year, today);
  const months = monthsUpTo(upTo, today, MONTHS);
  const running = upTo === today ? { from: `${today.slice(0, 7)}-01`, to: today } : null;
  const counts = new Map(
    readModels
      .all<{ month: string; count: number }>(
        `${WITH_CASES} SELECT substr(counted.counted_on, 1, 7) AS month, count(*) AS "count"
         ${FROM_CASES_WITH_SERVICE} WHERE ${where} AND counted.counted_on >= :first AND counted.counted_on <= :last
         GROUP BY 1`,
        { ...parameters, first: months[0]!.from, last: running?.to ?? months.at(-1)!.to },
      )
      .map(({ month, count }) => [month, count]),
  );
  const countedIn = (month: Period): MonthCounted => {
    const isKnown = kindsOf(kind).every((each) => kept.covers(each, month).extent === 'whole');
    return { ...month, count: isKnown ? (counts.get(month.from.slice(0, 7)) ?? 0) : null };
  };
  const counted = months.map(countedIn);
  const first = counted.findLastIndex(({ count }) => count === null) + 1;
  const known = counted.slice(first).flatMap(({ count }) => count ?? []);
  const range = usualRange(known);
  const signals = range === null ? [] : signalsIn(known, range);
  return {
    ...{ kind, months: counted, range, running: running === null ? null : countedIn(running) },
    signals: signals.map(({ what, months: places }) => ({ what, months: places.map((place) => place + first) })),
  };
};
