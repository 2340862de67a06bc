import type { FinancialYear, LocalDate } from '../calendar/calendar.js';
import { addDays, firstDayOf, lastDayOf } from '../calendar/dates.js';
import type { RegisterFact } from '../disputes/events.js';
import { once } from '../platform/once.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Coverage, RegisterKind } from '../register/events.js';
import { type ImportListed, listImports } from '../../projections/imports/imports.queries.js';
import { correctionsIn } from './corrections.js';

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * How much of a period the records speak for, from a day to a day. `none`: the figure is unknown, never 0, and nothing is compared with
 * it. `part`: it is compared with the same part of another year only, for eight months are no base for twelve.
 */
export interface Covered {
  readonly extent: 'none' | 'part' | 'whole';
  readonly periods: readonly Period[];
}

/** An import that was cut short, or whose withdrawal was: what is counted from its rows is not all there is. */
export interface Unfinished {
  readonly kinds: readonly RegisterKind[];
  readonly periods: readonly Coverage[];
  readonly note: string;
}

/** The completeness of the records, as known on a day. */
export interface RecordsKept {
  readonly today: LocalDate;
  /** What is said of them is read outside the service: without small numbers, names of files and reasons. */
  readonly isReadOutside: boolean;
  covers(kind: RegisterKind, period: Period): Covered;
  /** Every day for which the records of a kind speak. */
  days(kind: RegisterKind): readonly Period[];
  /** The days of a period on which people worked in the service itself, which knows of what registers do not hold. */
  recordedHere(period: Period): Covered;
  /** Records of a kind in a period on days for which no register, nor the service, is said to speak. */
  uncovered(kind: RegisterKind, period: Period): number;
  /** Records of a kind in some periods whose register has no column for one of these facts. */
  lacking(kind: RegisterKind, periods: readonly Period[], facts: readonly KeptFact[]): number;
  readonly unfinished: readonly Unfinished[];
}

/** A fact for which a register may have no column; no register has one for an acknowledgement that was taken back. */
export type KeptFact = RegisterFact | 'withdrawal';

export const yearPeriod = (year: FinancialYear): Period => ({ from: firstDayOf(year), to: lastDayOf(year) });

/**
 * Coverage of each kind: the periods that imports say they cover, as far as the day on which they were read in, and the time since the
 * service itself was first used, until today. The service is taken to have been in use from the first day of that month.
 */
export const recordsKept = (readModels: ReadModels, today: LocalDate, isReadOutside = false): RecordsKept => {
  const live = liveUse(readModels, today);
  const imports = listImports(readModels).filter(({ status }) => status !== 'withdrawn');
  const covered = imports.flatMap(({ covers, startedOn }) =>
    covers
      .filter(({ from }) => from <= startedOn)
      .map(({ kind, from, to }) => ({ kind, from, to: to < startedOn ? to : startedOn })),
  );
  const days = (kind: RegisterKind): Period[] => {
    const periods = covered.filter((each) => each.kind === kind);
    return merged(live === undefined ? periods : [...periods, live]);
  };
  const covers = (kind: RegisterKind, period: Period): Covered => within(period, days(kind));
  return {
    ...{ today, isReadOutside },
    covers,
    days,
    recordedHere: (period) => within(period, live === undefined ? [] : [live]),
    // A page asks the same of each of its lines.
    uncovered: once(
      (kind: RegisterKind, period: Period) =>
        recordsIn(readModels, kind, [period]) - recordsIn(readModels, kind, covers(kind, period).periods),
    ),
    lacking: once((kind: RegisterKind, periods: readonly Period[], facts: readonly KeptFact[]) =>
      lackingIn(readModels, kind, periods, facts),
    ),
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

/** A conversation bears the day on which they spoke, which says nothing of when the service was first used. */
const liveUse = (readModels: ReadModels, today: LocalDate): Period | undefined => {
  const { first } = readModels.get<{ first: LocalDate | null }>(
    `SELECT min(first) AS first FROM (
       SELECT min(raised_on) AS first FROM counted_register WHERE imported = 0 AND kind <> 'conversation'
       UNION ALL SELECT min(given_on) FROM acknowledgement_register WHERE imported = 0)`,
  )!;
  return first === null || first > today ? undefined : { from: `${first.slice(0, 7)}-01`, to: today };
};

/** A condition of a query over `counted_register AS dispute`: its register has no column for a fact. */
export const lacks = (fact: RegisterFact): string =>
  `EXISTS (SELECT 1 FROM json_each(dispute.lacks) AS lacking WHERE lacking.value = '${fact}')`;

/** Bounds of an index, which is not searched by a list of periods: from the first day of them all in `:periods` to the last. */
export const betweenTheFirstAndTheLast = (day: string): string =>
  `${day} BETWEEN (SELECT min(value ->> 'from') FROM json_each(:periods)) AND (SELECT max(value ->> 'to') FROM json_each(:periods))`;

/** The periods in `:periods`, read once a query and not once a row. */
export const READ_ONCE = `span AS MATERIALIZED (
  SELECT value ->> 'kind' AS kind, value ->> 'from' AS first, value ->> 'to' AS last FROM json_each(:periods))`;

/** A condition of a query: the day lies within one of the periods in the parameter `:periods`. */
export const dayWithin = (day: string): string =>
  `(${betweenTheFirstAndTheLast(day)} AND EXISTS (WITH ${READ_ONCE} SELECT 1 FROM span WHERE ${day} BETWEEN span.first AND span.last))`;

/** Records of a kind that count, each called `record`, on the days of the periods in `:periods`, which do not overlap. */
const recordsOn = (kind: RegisterKind): string => {
  const [register, day, ofKind] =
    kind === 'acknowledgement'
      ? ['acknowledgement_register', 'given_on', '1']
      : ['counted_register', 'raised_on', `record.kind = :kind AND record.status <> 'voided'`];
  return `FROM json_each(:periods) AS span JOIN ${register} AS record
      ON record.${day} BETWEEN span.value ->> 'from' AND span.value ->> 'to' WHERE ${ofKind}`;
};

const recordsIn = (readModels: ReadModels, kind: RegisterKind, periods: readonly Period[]): number =>
  readModels.get<{ records: number }>(`SELECT count(*) AS records ${recordsOn(kind)}`, {
    kind,
    periods: JSON.stringify(periods),
  })!.records;

/** No register of acknowledgements says which were taken back, so each row of one lacks that. */
const lackingIn = (
  readModels: ReadModels,
  kind: RegisterKind,
  periods: readonly Period[],
  facts: readonly KeptFact[],
): number => {
  const inList = `record.lacks <> '[]' AND EXISTS (SELECT 1 FROM json_each(record.lacks) AS lacking
                         WHERE lacking.value IN (SELECT value FROM json_each(:facts)))`;
  const isAnyRow = kind === 'acknowledgement' && facts.includes('withdrawal');
  return readModels.get<{ records: number }>(
    `SELECT count(*) AS records ${recordsOn(kind)} AND (${isAnyRow ? `record.imported OR ${inList}` : inList})`,
    { kind, periods: JSON.stringify(periods), facts: JSON.stringify(facts) },
  )!.records;
};

const merged = (periods: readonly Period[]): Period[] => {
  const result: Period[] = [];
  for (const { from, to } of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last !== undefined && from <= addDays(last.to, 1)) {
      result[result.length - 1] = { from: last.from, to: last.to > to ? last.to : to };
    } else result.push({ from, to });
  }
  return result;
};

const within = (whole: Period, periods: readonly Period[]): Covered => {
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
/** Of a period that lies ahead. */
export const NOT_BEGUN = 'not begun';
/** Of a period for which a register that is there does not speak. */
export const NOT_COVERED = 'not covered';
/** Of a fact that nobody wrote down. */
export const NOT_COLLECTED = 'not collected';

/** The reason why nothing is known of some kinds in a period of a year; null if the records speak for some of it. */
export const whyUnknown = (
  kinds: readonly RegisterKind[],
  period: Period,
  kept: RecordsKept,
  year: Period = period,
): string | null => {
  if (kinds.some((kind) => kept.covers(kind, period).extent !== 'none')) return null;
  if (period.from > kept.today) return NOT_BEGUN;
  const isThere = kinds.some((kind) => kept.covers(kind, year).extent !== 'none' || kept.uncovered(kind, period) > 0);
  return isThere ? NOT_COVERED : NO_REGISTER;
};

/** "so far, to 2026-11-28", of a year that is not over; "kept from 2022-04-01 to 2022-09-12 only" of one that is. */
export const partInWords = (periods: readonly Period[], whole: Period, today: LocalDate): string => {
  const [only, ...more] = periods;
  const isSoFar = only !== undefined && more.length === 0 && only.from === whole.from && today <= whole.to;
  return isSoFar ? `so far, to ${only.to}` : `kept ${inWords(periods)} only`;
};

/** "1 record lies on a day for which no register is said to speak". */
export const uncoveredInWords = (records: number, { isReadOutside }: Pick<RecordsKept, 'isReadOutside'>): string => {
  const lie = isReadOutside ? 'some records lie' : `${records} ${records === 1 ? 'record lies' : 'records lie'}`;
  return `${lie} on days for which no register is said to speak`;
};

/** The warnings before a year's figures of these kinds are compared: no register, part of a year, an import cut short, notes. */
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
      const uncovered = kept.uncovered(kind, period);
      return [
        ...(extent === 'none' ? [`${kind}: ${whyUnknown([kind], period, kept)} for ${year}`] : []),
        ...(extent === 'part' ? [`${kind}: ${partInWords(periods, period, kept.today)}`] : []),
        ...(uncovered > 0 ? [`${kind}: ${uncoveredInWords(uncovered, kept)}`] : []),
      ];
    }),
    ...unfinishedIn(period, kinds, kept),
    ...correctionsIn(year, kinds, readModels, kept).map(({ kind, note }) => `${kind}: ${note}`),
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
    .map(({ note }) => (kept.isReadOutside ? 'a register is not read in whole' : note));

export const inWords = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `from ${from} to ${to}`).join(' and ');
