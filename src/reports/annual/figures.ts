import { inWords, NOT_COLLECTED, type RecordsKept } from '../coverage.js';
import type { FinancialYear, Instant } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { correctionsIn, type Corrections } from '../corrections.js';
import type { Measure, MeasureSource } from '../measures/measure.js';
import { percentOf, ratioOf, type Share } from '../rounding.js';
import type { Span, Spans } from './spans.js';
import { daysOf } from './spans.js';
import { countDays, type Kept, type YearCounts } from './year-counts.js';

/** A figure of one year and all that must be said with it. */
export interface Figure {
  readonly value: number | null;
  /** The counts behind a share, where they are known. */
  readonly share?: Share;
  readonly comparable: boolean;
  /** The reason why there is no value, in a word or two; null if there is one. */
  readonly missing: string | null;
  readonly notes: readonly string[];
}

export type FiguresOfYear = (code: string) => Figure;

/** The figures of one year, over the days that its spans give, by the code of their measure. */
export const figuresOf = (
  year: FinancialYear,
  spans: Spans,
  catalogue: readonly Measure[],
  kept: RecordsKept,
  readModels: ReadModels,
  now: Instant,
): FiguresOfYear => {
  const counts = countDays(daysOf(spans), readModels, now);
  const known: Known = { spans, kept, counts, corrections: correctionsIn(year, KINDS, readModels, kept) };
  const published = publishedIn(year, readModels);
  const noted = notesOn(year, readModels);
  const measures = new Map(catalogue.map((measure) => [measure.code, measure]));
  const worked = new Map<string, Figure>();

  const figure: FiguresOfYear = (code) => {
    const before = worked.get(code);
    if (before !== undefined) return before;
    const measure = measures.get(code)!;
    const isPart = spansFor(measure, spans).some((span) => span.isPart);
    const made = noted(code, beside(published.get(code), measure, workedOut(measure), isPart));
    worked.set(code, made);
    return made;
  };
  const partOf = (code: string): Part => ({ label: measures.get(code)!.label, figure: figure(code) });

  const workedOut = (measure: Measure): Figure => {
    const { from } = measure;
    switch (from.how) {
      case 'counted':
        return counted(measure, from, known);
      case 'sum':
        return combined(from.of.map(partOf), (values) => values.reduce((sum, value) => sum + value, 0));
      case 'share':
        return shareOf(partOf(from.part), partOf(from.whole), kept);
      case 'ratio':
        return combined([partOf(from.part), partOf(from.whole)], ([part, whole]) =>
          ratioOf({ part: part!, whole: whole! }, from.per, from.decimals),
        );
    }
  };
  return figure;
};

interface Known {
  readonly spans: Spans;
  readonly kept: RecordsKept;
  readonly counts: YearCounts;
  readonly corrections: readonly Corrections[];
}

const KINDS = ['informal', 'formal', 'acknowledgement'] as const;

/** A figure that nobody knows, and why. */
const unknown = (missing: string, notes: readonly string[] = [missing]): Figure => ({
  value: null,
  comparable: false,
  missing,
  notes,
});

const spansFor = ({ registers }: Measure, spans: Spans): Span[] =>
  (registers.length === 0 ? (['service'] as const) : registers).map((kind: Kept) => spans[kind]);

const counted = (
  measure: Measure,
  { here: isHere, anEnd }: Extract<MeasureSource, { how: 'counted' }>,
  known: Known,
): Figure => {
  const own = spansFor(measure, known.spans);
  const without = own.find(({ missing }) => missing !== null);
  if (without !== undefined) return unknown(without.missing!, notesOfAll(own));
  const here = isHere ? hereFor(own, known.kept) : { isKnown: true, isWhole: true, notes: [] };
  const value = known.counts.get(measure.code);
  const isOfRowsTakenOn = anEnd === true && !here.isKnown && (value ?? 0) > 0;
  if (value === null || (!here.isKnown && !isOfRowsTakenOn)) return unknown(NOT_COLLECTED);
  const lacking = measure.registers.reduce(
    (sum, kind) => sum + known.kept.lacking(kind, known.spans[kind].days, measure.needs),
    0,
  );
  if (lacking > 0) return unknown(NOT_COLLECTED, [notCollectedOf(lacking, measure, known)]);
  return {
    value: value ?? 0,
    missing: null,
    comparable: own.every(({ comparable }) => comparable) && here.isWhole && !isOfRowsTakenOn,
    notes: [
      ...notesOfAll(own),
      ...here.notes,
      ...(isOfRowsTakenOn ? ['known of rows that were taken on here only'] : []),
      ...known.corrections.filter(({ kind }) => measure.registers.includes(kind)).map(({ note }) => note),
    ],
  };
};

const notesOfAll = (spans: readonly Span[]): string[] => [...new Set(spans.flatMap(({ notes }) => notes))];

/** A register that is there may have had no column for it while another had. */
const notCollectedOf = (lacking: number, { registers }: Measure, { counts, kept }: Known): string => {
  const all = registers.reduce(
    (sum, kind) => sum + (counts.get(kind === 'acknowledgement' ? 'acknowledgements' : kind) ?? 0),
    0,
  );
  if (lacking >= all) return NOT_COLLECTED;
  return kept.isReadOutside ? `${NOT_COLLECTED} for all records` : `${NOT_COLLECTED} for ${lacking} of ${all} records`;
};

/** Facts that no register holds are known for the days on which people worked in the service itself. */
const hereFor = (
  own: readonly Span[],
  kept: RecordsKept,
): { readonly isKnown: boolean; readonly isWhole: boolean; readonly notes: readonly string[] } => {
  const days = own.flatMap((span) => span.days);
  const recorded = days.map((period) => kept.recordedHere(period));
  const isKnown = recorded.some(({ extent }) => extent !== 'none');
  const last = recorded.flatMap(({ periods }) => periods).map(({ to }) => to);
  // Days that are still to come lack nothing.
  const isWhole = days.every((period, index) => {
    const here = recorded[index]!.periods;
    return (
      here.length === 1 && here[0]!.from === period.from && (here[0]!.to === period.to || here[0]!.to === kept.today)
    );
  });
  const periods = [...new Map(recorded.flatMap((each) => each.periods).map((each) => [each.from, each])).values()];
  return {
    isKnown,
    isWhole,
    notes: isWhole || last.length === 0 ? [] : [`recorded in the service ${inWords(periods)} only`],
  };
};

interface Part {
  readonly label: string;
  readonly figure: Figure;
}

/**
 * A figure made of others is known when all of them are, and carries everything that must be said about any of them: what is said of each
 * stands once, what is said of one only stands with its name.
 */
const combined = (parts: readonly Part[], make: (values: number[]) => number | null): Figure => {
  const figures = parts.map(({ figure }) => figure);
  const values = figures.map(({ value }) => value);
  const without = figures.filter(({ missing }) => missing !== null);
  return {
    value: without.length === 0 ? make(values as number[]) : null,
    missing: without[0]?.missing ?? null,
    comparable: figures.every(({ comparable }) => comparable),
    notes: [
      ...new Set(
        parts.flatMap(({ label, figure }) =>
          figure.notes.map((note) =>
            note.includes(': ') || figures.every(({ notes }) => notes.includes(note)) ? note : `${label}: ${note}`,
          ),
        ),
      ),
    ],
  };
};

/** A part that is more than its whole is a mistake in one of the two, and no share. */
const shareOf = (partial: Part, entire: Part, { isReadOutside }: Pick<RecordsKept, 'isReadOutside'>): Figure => {
  const shared = combined([partial, entire], ([part, whole]) => percentOf({ part: part!, whole: whole! }));
  const { value: part } = partial.figure;
  const { value: whole } = entire.figure;
  if (part === null || whole === null) return shared;
  if (whole === 0) return { ...shared, missing: 'none', notes: [...shared.notes, 'none to take a share of'] };
  if (part <= whole) return { ...shared, share: { part, whole } };
  const counts = isReadOutside ? ['', ''] : [` (${part})`, ` (${whole})`];
  const more = `“${partial.label}”${counts[0]} is more than “${entire.label}”${counts[1]}, of which it is a part: one of them is wrong`;
  return { ...shared, value: null, comparable: false, missing: 'not possible', notes: [...shared.notes, more] };
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

/**
 * A published total stands in for missing rows; beside rows it is only mentioned, where it differs. It is of the whole year, so
 * it says nothing of a part of it.
 */
const beside = (published: Published | undefined, { label }: Measure, figure: Figure, isPart: boolean): Figure => {
  if (published === undefined) return figure;
  const { value, source } = published;
  if (isPart) {
    return { ...figure, notes: [...figure.notes, `${label}: published as ${value} for the whole year (${source})`] };
  }
  if (figure.value === null) {
    return { value, comparable: true, missing: null, notes: [`${label}: published total (${source})`] };
  }
  if (figure.value === value) return figure;
  return { ...figure, notes: [...figure.notes, `${label}: published as ${value} (${source})`] };
};

/** The notes of people on this measure, on one it is part of, or on the whole year. */
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
