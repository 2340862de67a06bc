import {
  inWords,
  NO_REGISTER,
  type Period,
  type RecordsKept,
  recordsKept,
  unfinishedIn,
  yearPeriod,
} from '../coverage.js';
import type { FinancialYear, Instant, LocalDate } from '../../calendar/calendar.js';
import { isFinancialYear, londonDate, previousYear } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { RegisterKind } from '../../register/events.js';
import { type Measure, measuresFor } from '../measures.js';
import { changePercent, percentOf, pointsBetween, ratioOf, type Share } from '../rounding.js';
import { type TeamsCompared, teamsCompared } from './teams-compared.js';
import { countYear, type YearCounts } from './year-counts.js';

/** One line of the report. A figure that is not there is null, and the note says why. */
export interface ReportedMeasure {
  readonly code: string;
  readonly label: string;
  readonly unit: Measure['unit'];
  readonly value: number | null;
  readonly previous: number | null;
  /** In the unit of the measure; for a per cent in percentage points, from the counts, to one decimal place. */
  readonly change: number | null;
  readonly changeUnit: 'count' | 'points' | 'ratio';
  /** Per cent of the earlier year's figure, one decimal place; for counts only. */
  readonly changePercent: number | null;
  readonly note: string | null;
  /** What is counted. */
  readonly definition: string;
  /** By which date, and who is included; null for what is worked out from other measures. */
  readonly countedBy: string | null;
  /** Why there is no value, in a word or two: "no register", "not collected"; and no earlier one. Null where there is. */
  readonly missing: string | null;
  readonly previousMissing: string | null;
}

export interface AnnualReport {
  readonly year: FinancialYear;
  /** What it is compared with: the year before unless another was asked for. */
  readonly previousYear: FinancialYear;
  /** The figures are as the records stood on this day. */
  readonly runOn: LocalDate;
  readonly measures: readonly ReportedMeasure[];
  /** Teams that split or merged in these years, compared together; none where none did. */
  readonly teams: readonly TeamsCompared[];
  /** What must be known of all figures together. */
  readonly notes: readonly string[];
}

/**
 * The figures of a year beside those of the year before (domain brief, section 8; Handbook 7.11). Where one side is unknown, is only
 * partly covered, or is noted as not comparable, there is no change: a missing year is never skipped in silence.
 * @param against another earlier year to compare with; every change is then labelled with the years it spans
 * @throws Refusal `not-a-financial-year`
 */
export const annualReport = (
  year: FinancialYear,
  readModels: ReadModels,
  now: Instant,
  against?: FinancialYear,
): AnnualReport => {
  const today = londonDate(now);
  const before = against ?? previousYear(checked(year));
  const kept = recordsKept(readModels, today);
  const catalogue = measuresFor(mostStages(year, before, readModels));
  const asked = figuresOf(year, catalogue, kept, readModels, now);
  const then = figuresOf(checked(before), catalogue, kept, readModels, now);
  const span = before === previousYear(year) ? [] : [`compared with ${before}, not with the year before`];
  return {
    year,
    previousYear: before,
    runOn: today,
    measures: catalogue.map((measure) => compared(measure, asked(measure.code), then(measure.code), before, span)),
    teams: teamsCompared(year, before, readModels),
    notes: [],
  };
};

/** A figure of one year and all that must be said with it. */
interface Figure {
  readonly value: number | null;
  /** The counts behind a share, where they are known. */
  readonly share?: Share;
  readonly comparable: boolean;
  readonly notes: readonly string[];
}

type FiguresOfYear = (code: string) => Figure;

const checked = (year: FinancialYear): FinancialYear => {
  if (isFinancialYear(year)) return year;
  throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
};

/** Rungs of the longest ladder that the council has had, or that a dispute of these years has climbed. */
const mostStages = (year: FinancialYear, before: FinancialYear, readModels: ReadModels): number =>
  readModels.get<{ stages: number }>(
    `SELECT max(stage) AS stages FROM (
       SELECT 1 AS stage UNION ALL SELECT max(stage) FROM protocol_stages
       UNION ALL SELECT max(stage) FROM dispute_register WHERE year IN (:year, :before))`,
    { year, before },
  )!.stages;

const figuresOf = (
  year: FinancialYear,
  catalogue: readonly Measure[],
  kept: RecordsKept,
  readModels: ReadModels,
  now: Instant,
): FiguresOfYear => {
  const counts = countYear(year, readModels, now);
  const published = publishedIn(year, readModels);
  const noted = notesOn(year, readModels);
  const measures = new Map(catalogue.map((measure) => [measure.code, measure]));
  const known = new Map<string, Figure>();

  const figure: FiguresOfYear = (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const measure = measures.get(code)!;
    const worked = noted(code, beside(published.get(code), workedOut(measure)));
    known.set(code, worked);
    return worked;
  };

  const workedOut = (measure: Measure): Figure => {
    switch (measure.from.how) {
      case 'counted':
        return counted(measure.code, measure.registers, measure.from.here === true, yearPeriod(year), counts, kept);
      case 'not-collected':
        return NOT_COLLECTED;
      case 'sum':
        return combined(measure.from.of.map(figure), (values) => values.reduce((sum, value) => sum + value, 0));
      case 'share': {
        const parts = [figure(measure.from.part), figure(measure.from.whole)];
        const [part, whole] = parts.map(({ value }) => value);
        const shared = combined(parts, ([one, all]) => percentOf({ part: one!, whole: all! }));
        if (part == null || whole == null) return shared;
        return whole === 0
          ? { ...shared, notes: [...shared.notes, 'none to take a share of'] }
          : { ...shared, share: { part, whole } };
      }
      case 'ratio': {
        const { part, whole, per, decimals } = measure.from;
        return combined([figure(part), figure(whole)], ([one, all]) =>
          ratioOf({ part: one!, whole: all! }, per, decimals),
        );
      }
    }
  };
  return figure;
};

const NOT_COLLECTED: Figure = { value: null, comparable: false, notes: ['not collected'] };

const counted = (
  code: string,
  registers: readonly RegisterKind[],
  here: boolean,
  period: Period,
  counts: YearCounts,
  kept: RecordsKept,
): Figure => {
  const covered = registers.map((kind) => kept.covers(kind, period));
  if (covered.some(({ extent }) => extent === 'none')) return { value: null, comparable: false, notes: [NO_REGISTER] };
  if (here && !kept.liveIn(period)) return NOT_COLLECTED;
  const value = counts.get(code);
  if (value === null) return NOT_COLLECTED;
  const partly = covered.filter(({ extent }) => extent === 'part');
  const unfinished = unfinishedIn(period, registers, kept);
  return {
    value: value ?? 0,
    comparable: partly.length === 0 && unfinished.length === 0,
    notes: [...partly.map(({ periods }) => `kept ${inWords(periods)} only`), ...unfinished],
  };
};

/** A figure made of others is known when all of them are, and carries everything that must be said about any of them. */
const combined = (parts: readonly Figure[], make: (values: number[]) => number | null): Figure => {
  const values = parts.map(({ value }) => value);
  return {
    value: values.every((value) => value !== null) ? make(values) : null,
    comparable: parts.every(({ comparable }) => comparable),
    notes: [...new Set(parts.flatMap(({ notes }) => notes))],
  };
};

interface Published {
  readonly value: number;
  readonly source: string;
}

const publishedIn = (year: FinancialYear, readModels: ReadModels): Map<string, Published> =>
  new Map(
    readModels
      .all<Published & { measure: string }>('SELECT measure, value, source FROM published_totals WHERE year = :year', {
        year,
      })
      .map(({ measure, ...published }) => [measure, published]),
  );

/** A published total stands in for rows that are not there; beside rows it is only mentioned, where it differs. */
const beside = (published: Published | undefined, figure: Figure): Figure => {
  if (published === undefined) return figure;
  if (figure.value === null) {
    return { value: published.value, comparable: true, notes: [`published total (${published.source})`] };
  }
  if (figure.value === published.value) return figure;
  return { ...figure, notes: [...figure.notes, `published as ${published.value} (${published.source})`] };
};

/** What people have noted on this measure, on one it is part of, or on the whole year. */
const notesOn = (year: FinancialYear, readModels: ReadModels): ((code: string, figure: Figure) => Figure) => {
  const notes = readModels.all<{ measure: string; note: string; comparable: number }>(
    'SELECT measure, note, comparable FROM figure_notes WHERE year = :year ORDER BY measure',
    { year },
  );
  return (code, figure) => {
    const here = notes.filter(({ measure }) => measure === 'all' || code === measure || code.startsWith(`${measure}.`));
    return {
      ...figure,
      comparable: figure.comparable && here.every(({ comparable }) => comparable === 1),
      notes: [...new Set([...figure.notes, ...here.map(({ note }) => note)])],
    };
  };
};

const compared = (
  { code, label, unit, definition, countedBy }: Measure,
  now: Figure,
  then: Figure,
  before: FinancialYear,
  span: readonly string[],
): ReportedMeasure => {
  const comparable = now.value !== null && then.value !== null && now.comparable && then.comparable;
  const notes = [
    ...now.notes,
    ...then.notes.map((note) => `${before}: ${note}`),
    ...(comparable ? span : []),
    ...(comparable && unit === 'count' && then.value === 0 && now.value !== 0 ? ['no per cent of nothing'] : []),
  ];
  return {
    code,
    label,
    unit,
    value: now.value,
    previous: then.value,
    change: comparable ? difference(unit, now, then) : null,
    changeUnit: unit === 'percent' ? 'points' : unit,
    changePercent: comparable && unit === 'count' ? changePercent(now.value, then.value) : null,
    note: notes.length === 0 ? null : notes.join('; '),
    definition,
    countedBy,
    missing: missing(now),
    previousMissing: missing(then),
  };
};

const missing = ({ value, notes }: Figure): string | null => (value === null ? (notes[0] ?? 'not known') : null);

const difference = (unit: Measure['unit'], now: Figure, then: Figure): number => {
  if (unit === 'percent' && now.share !== undefined && then.share !== undefined) {
    return pointsBetween(now.share, then.share);
  }
  // Two ratios of at most two decimals: their difference has no more.
  return Math.round((now.value! - then.value!) * 100) / 100;
};
