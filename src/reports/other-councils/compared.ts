import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { Reading } from '../../reading/reading.js';
import { figuresInARow } from '../annual/annual-report.js';
import { notesOf, recordsKept, yearPeriod } from '../coverage.js';
import { hasRate } from '../disclosure/what-prints.js';
import { averageHeld } from '../over-time/children-held.js';
import { ratioOf } from '../rounding.js';
import { ALPHABET, yearAsked } from '../yearly.js';
import { MEASURES_COMPARED } from './measures-compared.js';

/** A figure that another council has published, beside one's own. */
export interface FigurePublished {
  readonly council: string;
  readonly value: number;
  readonly children: number | null;
  /** To 100 children looked after, to one decimal place; null where too few, or none, were published. */
  readonly per100: number | null;
  readonly source: string;
  readonly publishedOn: LocalDate;
  readonly definition: string;
}

/** One’s own figure of the same measure. */
export interface OwnFigure {
  readonly value: number | null;
  /** The reason why there is no number, in a word or two; null if there is one. */
  readonly missing: string | null;
  /** Children held, on average over the year. */
  readonly children: number | null;
  readonly per100: number | null;
  readonly notes: readonly string[];
}

export interface MeasureCompared {
  readonly code: string;
  readonly label: string;
  readonly own: OwnFigure;
  /** A to Z: no council is ranked. */
  readonly others: readonly FigurePublished[];
}

export interface BesideOthers {
  readonly year: FinancialYear;
  /** Of which at least one other council has published a number. */
  readonly measures: readonly MeasureCompared[];
  readonly notes: readonly string[];
}

/**
 * What other councils have published of a year beside one's own, as rates to 100 children: a count of a big council says nothing of a small one.
 * @throws Refusal `not-a-financial-year`
 */
export const besideOthers = (year: string, { readModels, now }: Pick<Reading, 'readModels' | 'now'>): BesideOthers => {
  const asked = yearAsked(year);
  const published = publishedIn(asked, readModels);
  const figures = figuresInARow([asked], readModels, now).get(asked)!;
  const today = londonDate(now);
  const { from, to } = yearPeriod(asked);
  const [held] = averageHeld([{ from, to: to < today ? to : today }], {}, readModels);
  return {
    year: asked,
    measures: MEASURES_COMPARED.flatMap(({ code, label }): MeasureCompared[] => {
      const others = published.filter(({ measure }) => measure === code);
      if (others.length === 0) return [];
      const { value, missing, notes } = figures(code);
      const own = { value, missing, ...rateOf(value, held!.ofAll === 0 ? null : held!.ofAll), notes };
      return [{ code, label, own, others: others.map(({ measure: _, ...figure }) => figure) }];
    }),
    notes: notesOf(asked, ['informal', 'formal', 'acknowledgement'], recordsKept(readModels, today), readModels),
  };
};

const rateOf = (
  value: number | null,
  children: number | null,
): { readonly children: number | null; readonly per100: number | null } => ({
  children,
  per100:
    value === null || children === null || !hasRate(children)
      ? null
      : ratioOf({ part: value, whole: children }, 100, 1),
});

const publishedIn = (year: FinancialYear, readModels: ReadModels): (FigurePublished & { readonly measure: string })[] =>
  readModels
    .all<Omit<FigurePublished, 'per100'> & { readonly measure: string }>(
      `SELECT council, measure, value, children, source, published_on AS publishedOn, definition
       FROM other_council_figures WHERE year = :year`,
      { year },
    )
    .map((row) => ({ ...row, ...rateOf(row.value, row.children) }))
    .sort((one, other) => ALPHABET.compare(one.council, other.council));
