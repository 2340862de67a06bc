import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { firstDayOf, isLocalDate } from '../../calendar/dates.js';
import {
  type Covered,
  inWords,
  NOT_COLLECTED,
  NOT_COVERED,
  partInWords,
  type Period,
  type RecordsKept,
  uncoveredInWords,
  unfinishedIn,
  whyUnknown,
  yearPeriod,
} from '../coverage.js';
import type { CountedDays, Kept } from './year-counts.js';

/** For which days of a year a kind of record is counted, and what must be said of that. */
export interface Span {
  readonly days: readonly Period[];
  /** The reason why nothing is known, in a word or two; null if something is. */
  readonly missing: string | null;
  readonly comparable: boolean;
  readonly notes: readonly string[];
  /** Only some days of the year: what was published of the whole year says nothing of them. */
  readonly isPart: boolean;
}

export type Spans = Readonly<Record<Kept, Span>>;

const KINDS = ['informal', 'formal', 'acknowledgement'] as const;

/** A year as far as the records speak for it. */
export const spansOf = (year: FinancialYear, kept: RecordsKept): Spans =>
  eachKept((kind) => spanOf(kind, yearPeriod(year), kept, 'part'));

/** A year in a row of years: it is compared with others only where the whole of it is known. */
export const spansInARow = (year: FinancialYear, kept: RecordsKept): Spans =>
  eachKept((kind) => spanOf(kind, yearPeriod(year), kept, 'whole'));

/**
 * An earlier year beside a later one. If the later one is known in part only, the same days of the earlier one are counted: seven
 * months are never set beside twelve.
 */
export const spansBeside = (later: FinancialYear, year: FinancialYear, kept: RecordsKept): Spans =>
  eachKept((kind) => {
    const { extent, periods } = covers(kept, kind, yearPeriod(later));
    return extent === 'part'
      ? sameDays(kind, periods, later, year, kept)
      : spanOf(kind, yearPeriod(year), kept, 'whole');
  });

export const daysOf = (spans: Spans): CountedDays => eachKept((kind) => spans[kind].days);

const eachKept = <Value>(make: (kind: Kept) => Value): Record<Kept, Value> => ({
  informal: make('informal'),
  formal: make('formal'),
  acknowledgement: make('acknowledgement'),
  service: make('service'),
});

const covers = (kept: RecordsKept, kind: Kept, period: Period): Covered =>
  kind === 'service' ? kept.recordedHere(period) : kept.covers(kind, period);

const uncovered = (kept: RecordsKept, kind: Kept, period: Period): number =>
  kind === 'service' ? 0 : kept.uncovered(kind, period);

const unfinished = (kept: RecordsKept, kind: Kept, period: Period): string[] =>
  unfinishedIn(
    period,
    KINDS.filter((each) => each === kind),
    kept,
  );

const unknown = (missing: string, ...notes: string[]): Span => ({
  days: [],
  missing,
  comparable: false,
  notes: notes.length === 0 ? [missing] : notes,
  isPart: false,
});

const whyNothing = (kept: RecordsKept, kind: Kept, period: Period): string =>
  kind === 'service' ? NOT_COLLECTED : (whyUnknown([kind], period, kept) ?? NOT_COVERED);

/** @param enough how much of the year must be known for a comparison: of a later year a part, beside which the same part is counted */
const spanOf = (kind: Kept, whole: Period, kept: RecordsKept, enough: 'part' | 'whole'): Span => {
  const { extent, periods } = covers(kept, kind, whole);
  const outside = uncovered(kept, kind, whole);
  const said = outside === 0 ? [] : [uncoveredInWords(outside, kept)];
  if (extent === 'none') {
    const missing = whyNothing(kept, kind, whole);
    return unknown(missing, missing, ...said);
  }
  const cut = unfinished(kept, kind, whole);
  return {
    days: [whole],
    missing: null,
    comparable: outside === 0 && cut.length === 0 && (extent === 'whole' || enough === 'part'),
    notes: [...(extent === 'part' ? [partInWords(periods, whole, kept.today)] : []), ...said, ...cut],
    isPart: extent === 'part',
  };
};

const sameDays = (
  kind: Kept,
  periods: readonly Period[],
  later: FinancialYear,
  year: FinancialYear,
  kept: RecordsKept,
): Span => {
  const whole = yearPeriod(year);
  const covered = covers(kept, kind, whole);
  if (covered.extent === 'none') return { ...spanOf(kind, whole, kept, 'whole'), isPart: true };
  const days = periods.map((period) => asManyYearsBefore(period, later, year));
  const isCovered = days.every((day) => covered.periods.some(({ from, to }) => from <= day.from && to >= day.to));
  if (!isCovered) {
    return { ...unknown(NOT_COVERED, `kept ${inWords(covered.periods)} only, not on the same days`), isPart: true };
  }
  const cut = unfinished(kept, kind, whole);
  return {
    days,
    missing: null,
    comparable: cut.length === 0,
    notes: [`the same days, ${inWords(days)}`, ...cut],
    isPart: true,
  };
};

const asManyYearsBefore = ({ from, to }: Period, later: FinancialYear, year: FinancialYear): Period => {
  const years = Number(firstDayOf(later).slice(0, 4)) - Number(firstDayOf(year).slice(0, 4));
  return { from: yearsBefore(from, years, '03-01'), to: yearsBefore(to, years, '02-28') };
};

/** @param leapDay the day that stands for 29 February in a year without one */
const yearsBefore = (day: LocalDate, years: number, leapDay: '02-28' | '03-01'): LocalDate => {
  const same = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  const isThere: boolean = isLocalDate(same);
  return isThere ? same : `${same.slice(0, 5)}${leapDay}`;
};
