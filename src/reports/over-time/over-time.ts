import { teamNameOn } from '../../../projections/names.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DISPUTE_THEMES, ACKNOWLEDGEMENT_THEMES } from '../../protocol/themes.js';
import { NOT_COLLECTED, partInWords, type RecordsKept, recordsKept, unfinishedIn, whyUnknown } from '../coverage.js';
import { hasRate } from '../disclosure/what-prints.js';
import { ratioOf } from '../rounding.js';
import { placesNotKnown } from '../places-not-known.js';
import { type CaseFilters, FROM_CASES_WITH_SERVICE, narrowedTo, type Scope, WITH_CASES } from '../themes/cases.js';
import { kindsOf } from '../themes/scopes.js';
import { averageHeld, type HeldBy } from './children-held.js';
import { countedUpTo, type PeriodCounted, periodsUpTo } from './periods.js';

/** The content of the lines: groups of themes with their parts, or teams. */
export const LINES_OVER_TIME = ['theme', 'team'] as const;
export type LinesOverTime = (typeof LINES_OVER_TIME)[number];

/** The filters that narrow figures over time; the days are those of the columns. */
export type OverTimeFilters = Pick<CaseFilters, 'team' | 'service' | 'theme' | 'themeGroup'>;

export interface OverTimeQuestion {
  readonly kind: Scope;
  readonly lines: LinesOverTime;
  readonly filters: OverTimeFilters;
  /** Up to whose last day records are counted; null for today. */
  readonly year: FinancialYear | null;
}

/** A figure of one line and one period. */
export interface CellOverTime {
  /** Null: the note says why. */
  readonly count: number | null;
  /** Children held, on average over the period; null where none were allocated. */
  readonly held: number | null;
  /** So many to 100 children held, to one decimal place; null where too few are held for a rate. */
  readonly per100: number | null;
  readonly note: string | null;
}

export interface LineOverTime {
  /** Code of a theme or of a group, or id of a team. */
  readonly id: string;
  /** Of a team as it is called now; null of a theme, which has a label in each council’s own words. */
  readonly name: string | null;
  /** Give these to `/themes/cases`, with the days of a period, for the records behind its figure. */
  readonly filters: CaseFilters;
  /** One for each period, in their order. */
  readonly cells: readonly CellOverTime[];
  /** Themes of a group that has several: their figures add up to those of the group. */
  readonly parts: readonly LineOverTime[];
}

export interface OverTime {
  /** The last day that is counted. */
  readonly asAt: LocalDate;
  readonly kind: Scope;
  readonly lines: LinesOverTime;
  readonly periods: readonly PeriodCounted[];
  /** Themes in the order of the list, teams A to Z: never by count. */
  readonly rows: readonly LineOverTime[];
  readonly all: LineOverTime;
  readonly notes: readonly string[];
}

/** Records by theme or by team, and by the period in which they were raised or given. */
export const overTime = (question: OverTimeQuestion, readModels: ReadModels, today: LocalDate): OverTime => {
  const asAt = countedUpTo(question.year, today);
  const periods = periodsUpTo(asAt);
  const table: Table = {
    ...{ question, periods, today, readModels },
    kept: recordsKept(readModels, today),
    counts: countsOf(question, periods, readModels),
    held: averageHeld(
      periods.map(({ from, to }) => ({ from, to: to < today ? to : today })),
      question.filters,
      readModels,
    ),
    listed: themesListed(readModels),
  };
  const { kind, lines } = question;
  return {
    ...{ asAt, kind, lines, periods },
    rows: lines === 'team' ? teamLines(table) : groupLines(table),
    all: lineOf(table, { id: 'all', name: null, filters: {} }, () => true),
    notes: notesOn(table),
  };
};

interface Table {
  readonly question: OverTimeQuestion;
  readonly periods: readonly PeriodCounted[];
  readonly today: LocalDate;
  readonly readModels: ReadModels;
  readonly kept: RecordsKept;
  readonly counts: readonly Counted[];
  readonly held: readonly HeldBy[];
  readonly listed: ReadonlyMap<string, { readonly from: LocalDate | null; readonly to: LocalDate | null }>;
}

/** Records with a team and a theme in common, in one of the periods. */
interface Counted {
  readonly period: number;
  readonly team: string;
  readonly theme: string;
  readonly themeGroup: string;
  readonly count: number;
}

const countsOf = (
  { kind, filters }: OverTimeQuestion,
  periods: readonly PeriodCounted[],
  readModels: ReadModels,
): Counted[] => {
  const { where, parameters } = narrowedTo(null, { kind, ...filters });
  return readModels.all<Counted>(
    `${WITH_CASES}
     SELECT period.key AS period, counted.team, counted.theme, counted.theme_group AS themeGroup, count(*) AS "count"
     ${FROM_CASES_WITH_SERVICE}
       JOIN json_each(:periods) AS period
         ON counted.counted_on BETWEEN period.value ->> 'from' AND period.value ->> 'to'
     WHERE ${where} AND counted.counted_on BETWEEN :first AND :last
     GROUP BY period.key, counted.team, counted.theme, counted.theme_group`,
    {
      ...{ ...parameters, periods: JSON.stringify(periods) },
      // The periods lie apart over years, and only what one of them can hold is looked at.
      first: periods.map(({ from }) => from).sort()[0],
      last: periods
        .map(({ to }) => to)
        .sort()
        .at(-1),
    },
  );
};

const groupLines = (table: Table): LineOverTime[] => {
  const isPraise = table.question.kind === 'acknowledgement';
  const themes = isPraise ? ACKNOWLEDGEMENT_THEMES : DISPUTE_THEMES;
  const places = new Map([...themes].map(({ code }, place) => [code, place]));
  const inOrder = (codes: Iterable<string>): string[] =>
    [...new Set(codes)].sort((a, b) => (places.get(a) ?? 999) - (places.get(b) ?? 999) || (a < b ? -1 : 1));
  return inOrder(table.counts.map(({ themeGroup }) => themeGroup)).map((group) => {
    const inGroup = table.counts.filter(({ themeGroup }) => themeGroup === group);
    const parts = inOrder(inGroup.map(({ theme }) => theme));
    const ofParts = parts.map((theme) =>
      lineOf(table, { id: theme, name: null, filters: { theme } }, (counted) => counted.theme === theme),
    );
    const line = { id: group, name: null, filters: { themeGroup: group } };
    return {
      ...lineOf(table, line, ({ themeGroup }) => themeGroup === group),
      parts: parts.length === 1 && parts[0] === group ? [] : ofParts,
    };
  });
};

/** Teams that were there in any of the periods, and those that are not and of whose children something was raised. */
const teamLines = (table: Table): LineOverTime[] => {
  const { team: narrowedBy, service } = table.question.filters;
  const isNarrowed = narrowedBy !== undefined || service !== undefined;
  const there = isNarrowed ? [] : teamsThere(table);
  const ids = [...new Set([...there, ...table.counts.map(({ team }) => team)])];
  const names = namesOf(ids, table);
  return ids
    .map((team) =>
      lineOf(table, { id: team, name: names.get(team) ?? team, filters: { team } }, (counted) => counted.team === team),
    )
    .sort((one, other) => ALPHABET.compare(one.name!, other.name!));
};

const teamsThere = ({ periods, readModels }: Table): string[] =>
  readModels
    .all<{ team: string }>(
      `SELECT team FROM teams WHERE ("from" IS NULL OR "from" <= :last) AND ("to" IS NULL OR "to" >= :first)`,
      {
        first: periods.map(({ from }) => from).sort()[0]!,
        last: periods
          .map(({ to }) => to)
          .sort()
          .at(-1)!,
      },
    )
    .map(({ team }) => team);

const namesOf = (ids: readonly string[], { today, readModels }: Table): ReadonlyMap<string, string> =>
  new Map(
    readModels
      .all<{ team: string; name: string }>(
        `SELECT asked.value AS team, ${teamNameOn('asked.value', ':today')} AS name FROM json_each(:ids) AS asked`,
        { ids: JSON.stringify(ids), today },
      )
      .map(({ team, name }) => [team, name]),
  );

const lineOf = (
  table: Table,
  { id, name, filters }: Pick<LineOverTime, 'id' | 'name'> & { readonly filters: CaseFilters },
  isIn: (counted: Counted) => boolean,
): LineOverTime => {
  const { kind, filters: narrowedBy, lines } = table.question;
  const ofLine = table.counts.filter(isIn);
  return {
    ...{ id, name, parts: [] },
    filters: { kind, ...narrowedBy, ...filters },
    cells: table.periods.map((period, place) => {
      const count = ofLine.reduce((sum, each) => (each.period === place ? sum + each.count : sum), 0);
      const isTeam = lines === 'team' && filters.team !== undefined;
      return cellOf(table, period, count, isTeam ? table.held[place]!.ofTeam(id) : table.held[place]!.ofAll, filters);
    }),
  };
};

/** A figure that nobody knows is a word. A count of records for days that no register is said to speak for is a count all the same. */
const cellOf = (
  { kept, today, question, listed }: Table,
  period: PeriodCounted,
  count: number,
  held: number,
  { theme }: CaseFilters,
): CellOverTime => {
  const kinds = kindsOf(question.kind);
  const why = kinds.map((kind) => whyUnknown([kind], period, kept)).find((each) => each !== null) ?? null;
  if (count === 0 && why !== null) return { count: null, held: null, per100: null, note: why };
  if (count === 0 && theme !== undefined && !isListed(listed.get(theme), period))
    return { count: null, held: null, per100: null, note: NOT_COLLECTED };
  const parts = kinds.flatMap((kind) => {
    const { extent, periods } = kept.covers(kind, period);
    return extent === 'part' ? [partInWords(periods, period, today)] : [];
  });
  return {
    count,
    held: held === 0 ? null : held,
    per100: hasRate(held) ? ratioOf({ part: count, whole: held }, 100, 1) : null,
    note: parts.length === 0 ? null : [...new Set(parts)].join('; '),
  };
};

/** A theme that the council does not list is one of a register’s, or of all councils: it may have been collected. */
const isListed = (
  listed: { readonly from: LocalDate | null; readonly to: LocalDate | null } | undefined,
  period: PeriodCounted,
): boolean =>
  listed === undefined ||
  ((listed.from === null || listed.from <= period.to) && (listed.to === null || listed.to >= period.from));

const themesListed = (readModels: ReadModels): Table['listed'] =>
  new Map(
    readModels
      .all<{ code: string; from: LocalDate | null; to: LocalDate | null }>(
        'SELECT code, collected_from AS "from", collected_to AS "to" FROM themes_in_use',
      )
      .map(({ code, from, to }) => [code, { from, to }]),
  );

const notesOn = ({ question, periods, kept, readModels }: Table): string[] => [
  ...placesNotKnown(question.filters, readModels),
  ...new Set(periods.flatMap((period) => unfinishedIn(period, kindsOf(question.kind), kept))),
];

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
