import { recordsKept } from '../coverage.js';
import type { FinancialYear, Instant, LocalDate } from '../../calendar/calendar.js';
import { isFinancialYear, lastDayOf, londonDate, previousYear } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { type CountedBesides, type LadderCounted, type Measure, measuresFor } from '../measures.js';
import { changePercent, pointsBetween } from '../rounding.js';
import { type Figure, type FiguresOfYear, figuresOf } from './figures.js';
import { spansBeside, spansInARow, spansOf } from './spans.js';
import { type TeamsCompared, teamsCompared } from './teams-compared.js';

/** One line of the report. A missing figure is null, and the note says why. */
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
  /** The meaning of the count. */
  readonly definition: string;
  /** By which date, and who is included; null for what is worked out from other measures. */
  readonly countedBy: string | null;
  /** The reason why there is no value, in a word or two: "no register", "not collected"; and no earlier one. Null if there is. */
  readonly missing: string | null;
  readonly previousMissing: string | null;
}

export interface AnnualReport {
  readonly year: FinancialYear;
  /** The year of comparison: the year before unless another was asked for. */
  readonly previousYear: FinancialYear;
  /** The figures are as the records stood on this day. */
  readonly runOn: LocalDate;
  readonly measures: readonly ReportedMeasure[];
  /** Teams that split or merged in these years, compared together; none where none did. */
  readonly teams: readonly TeamsCompared[];
  /** The warnings about all figures together. */
  readonly notes: readonly string[];
}

/**
 * The figures of a year beside those of the year before (domain brief, section 8; Handbook 7.11). If one side is unknown or is noted
 * as not comparable, there is no change: a missing year is never skipped in silence. A year that is known in part stands beside the same
 * days of the earlier one.
 * @param against another earlier year to compare with; every change is then labelled with the years it spans
 * @param isReadOutside its notes say no small number, and no reason of a person, as those outside the service read them
 * @throws Refusal `not-a-financial-year`
 */
export const annualReport = (
  year: FinancialYear,
  readModels: ReadModels,
  now: Instant,
  against?: FinancialYear,
  isReadOutside = false,
): AnnualReport => {
  const today = londonDate(now);
  const before = against ?? previousYear(checked(year));
  const kept = recordsKept(readModels, today, isReadOutside);
  const catalogue = measuresFor(
    mostStages(year, before, readModels),
    isOneForm([year, before], readModels),
    countedBesides([year, before], readModels),
  );
  const asked = figuresOf(year, spansOf(year, kept), catalogue, kept, readModels, now);
  const then = figuresOf(before, spansBeside(year, checked(before), kept), catalogue, kept, readModels, now);
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

/**
 * The figures of each of some years by itself, for a row of years; the measures are those of all of them.
 * @param years the earliest first
 */
export const figuresInARow = (
  years: readonly FinancialYear[],
  readModels: ReadModels,
  now: Instant,
): ReadonlyMap<FinancialYear, FiguresOfYear> => {
  const kept = recordsKept(readModels, londonDate(now));
  const catalogue = measuresFor(
    Math.max(...years.map((year) => mostStages(year, year, readModels))),
    isOneForm(years, readModels),
    countedBesides(years, readModels),
  );
  return new Map(
    years.map((year) => [year, figuresOf(year, spansInARow(year, kept), catalogue, kept, readModels, now)]),
  );
};

const checked = (year: FinancialYear): FinancialYear => {
  if (isFinancialYear(year)) return year;
  throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
};

/** Whether the council said in either year, by its protocol or by a total it published, that it keeps both on one form. */
const isOneForm = (years: readonly FinancialYear[], readModels: ReadModels): boolean =>
  readModels.get<{ alerts: number }>(
    `SELECT EXISTS (SELECT 1 FROM published_totals WHERE measure LIKE 'alerts%' AND year IN (SELECT value FROM json_each(:years)))
         OR EXISTS (SELECT 1 FROM protocol_stages WHERE one_form AND in_force_from <= :last) AS alerts`,
    { years: JSON.stringify(years), last: lastDayOf([...years].sort().at(-1)!) },
  )!.alerts === 1;

/** Ladders beside the main one and pre-formal stages, of every protocol adopted from a day of these years or before. */
const countedBesides = (years: readonly FinancialYear[], readModels: ReadModels): CountedBesides => {
  const last = lastDayOf([...years].sort().at(-1)!);
  const ladders = readModels.all<LadderCounted>(
    `SELECT ladder AS code, max(ladder_name) AS name, max(stage) AS stages FROM protocol_stages
      WHERE ladder <> '${MAIN_LADDER}' AND in_force_from <= :last GROUP BY ladder ORDER BY ladder`,
    { last },
  );
  const hasPreFormal =
    readModels.get(`SELECT 1 FROM protocol_stages WHERE counts_as = 'pre-formal' AND in_force_from <= :last`, {
      last,
    }) !== undefined;
  return { ladders, hasPreFormal };
};

/** Rungs of the longest main ladder that the council has had, or that a dispute of these years has climbed. */
const mostStages = (year: FinancialYear, before: FinancialYear, readModels: ReadModels): number =>
  readModels.get<{ stages: number }>(
    `SELECT max(stage) AS stages FROM (
       SELECT 1 AS stage UNION ALL SELECT max(stage) FROM protocol_stages WHERE ladder = '${MAIN_LADDER}'
       UNION ALL SELECT max(stage) FROM counted_register WHERE year IN (:year, :before) AND ladder = '${MAIN_LADDER}')`,
    { year, before },
  )!.stages;

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
    missing: now.missing,
    previousMissing: then.missing,
  };
};

const difference = (unit: Measure['unit'], now: Figure, then: Figure): number => {
  if (unit === 'percent' && now.share !== undefined && then.share !== undefined) {
    return pointsBetween(now.share, then.share);
  }
  // Two ratios of at most two decimals: their difference has no more.
  return Math.round((now.value! - then.value!) * 100) / 100;
};
