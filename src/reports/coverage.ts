import type { FinancialYear, LocalDate } from '../calendar/calendar.js';
import { addDays, firstDayOf, lastDayOf } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Coverage, RegisterKind } from '../register/events.js';
import { type ImportListed, listImports } from '../../projections/imports/imports.queries.js';

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * How much of a year the records speak for. `none` is "no register": the figure is unknown, never 0, and nothing is compared with it.
 * `part` prints with its period and is not compared either: eight months are no base for twelve.
 */
export interface YearCovered {
  readonly extent: 'none' | 'part' | 'whole';
  readonly periods: readonly Period[];
}

/** An import that was cut short, or whose withdrawal was: what is counted from its rows is not all there is. */
export interface Unfinished {
  readonly kinds: readonly RegisterKind[];
  readonly periods: readonly Coverage[];
  readonly note: string;
}

/** What is known about the completeness of the records, as of a day. */
export interface RecordsKept {
  covers(kind: RegisterKind, period: Period): YearCovered;
  /** Whether people worked in the service itself in this period: only then does it know of what registers do not hold. */
  liveIn(period: Period): boolean;
  readonly unfinished: readonly Unfinished[];
}

export const yearPeriod = (year: FinancialYear): Period => ({ from: firstDayOf(year), to: lastDayOf(year) });

/**
 * Coverage of each kind: the periods that imports say they cover, and the time since the service itself was first used, until
 * today. Both count by whole months, since a month with a record in it was a month in which records were kept.
 */
export const recordsKept = (readModels: ReadModels, today: LocalDate): RecordsKept => {
  const live = liveUse(readModels, today);
  const imports = listImports(readModels).filter(({ status }) => status !== 'withdrawn');
  const covered = imports.flatMap((each) => each.covers);
  return {
    covers: (kind, period) => {
      const periods = covered.filter((each) => each.kind === kind).map(inWholeMonths);
      return within(period, merged(live === undefined ? periods : [...periods, live]));
    },
    liveIn: (period) => live !== undefined && live.from <= period.to && live.to >= period.from,
    unfinished: imports.flatMap(unfinishedOf),
  };
};

const unfinishedOf = ({ status, files, covers, rowsExpected, rowsCounted }: ImportListed): Unfinished[] => {
  if (status === 'finished') return [];
  const names = files.map(({ name }) => name).join(', ');
  const note =
    status === 'started'
      ? `the import of ${names} was cut short: ${rowsCounted} of ${rowsExpected} rows are counted; run it again to finish it`
      : `the withdrawal of ${names} was cut short: ${rowsCounted} of ${rowsExpected} rows are still counted; run it again to finish it`;
  return [{ kinds: [...new Set(covers.map(({ kind }) => kind))], periods: covers, note }];
};

const liveUse = (readModels: ReadModels, today: LocalDate): Period | undefined => {
  const { first } = readModels.get<{ first: LocalDate | null }>(
    `SELECT min(first) AS first FROM (
       SELECT min(raised_on) AS first FROM dispute_register WHERE imported = 0
       UNION ALL SELECT min(given_on) FROM acknowledgement_register WHERE imported = 0)`,
  )!;
  return first === null || first > today ? undefined : { from: `${first.slice(0, 7)}-01`, to: today };
};

const inWholeMonths = ({ from, to }: Period): Period => ({
  from: `${from.slice(0, 7)}-01`,
  to: addDays(`${addDays(`${to.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1),
});

const merged = (periods: readonly Period[]): Period[] => {
  const result: Period[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last !== undefined && period.from <= addDays(last.to, 1)) {
      result[result.length - 1] = { from: last.from, to: last.to > period.to ? last.to : period.to };
    } else result.push(period);
  }
  return result;
};

const within = (whole: Period, periods: readonly Period[]): YearCovered => {
  const inside = periods
    .filter(({ from, to }) => from <= whole.to && to >= whole.from)
    .map(({ from, to }) => ({ from: from < whole.from ? whole.from : from, to: to > whole.to ? whole.to : to }));
  if (inside.length === 0) return { extent: 'none', periods: [] };
  const [first] = inside;
  const all = inside.length === 1 && first!.from === whole.from && first!.to === whole.to;
  return { extent: all ? 'whole' : 'part', periods: inside };
};

/** Said in place of a figure of which no records were kept. */
export const NO_REGISTER = 'no register';

/** What must be known before a year's figures of these kinds are compared: no register, part of a year, an import cut short, notes. */
export const notesOf = (
  year: FinancialYear,
  kinds: readonly RegisterKind[],
  kept: RecordsKept,
  readModels: ReadModels,
): string[] => {
  const period = yearPeriod(year);
  return [
    ...kinds.flatMap((kind) => {
      const { extent, periods } = kept.covers(kind, period);
      if (extent === 'none') return [`${kind}: ${NO_REGISTER} for ${year}`];
      return extent === 'part' ? [`${kind}: kept ${inWords(periods)} only`] : [];
    }),
    ...unfinishedIn(period, kinds, kept),
    ...readModels
      .all<{ measure: string; note: string }>(
        'SELECT measure, note FROM figure_notes WHERE year = :year ORDER BY measure',
        { year },
      )
      .map(({ measure, note }) => (measure === 'all' ? note : `${measure}: ${note}`)),
  ];
};

/** Imports cut short whose rows are counted in a period. */
export const unfinishedIn = (period: Period, kinds: readonly RegisterKind[], kept: RecordsKept): string[] =>
  kept.unfinished
    .filter(({ periods }) =>
      periods.some(({ kind, from, to }) => kinds.includes(kind) && from <= period.to && to >= period.from),
    )
    .map(({ note }) => note);

export const inWords = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `from ${from} to ${to}`).join(' and ');
