import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import { firstDayOf, isFinancialYear, lastDayOf } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { RegisterKind } from '../../register/events.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import { percentOf } from '../rounding.js';
import { teamNameOn } from '../../../projections/names.js';
import { latestNames, successionNote, teamLinesIn } from '../team-succession.js';
import { type CaseFilters, FROM_CASES_WITH_SERVICE, narrowedTo, type Scope, WITH_CASES } from './cases.js';
import { notesOf, recordsKept } from '../coverage.js';
import { placesNotKnown } from '../places-not-known.js';
import { addedTo100 } from '../shares.js';
import { type Group, groupsOf, wholesOf } from './groups.js';
import { type Line, unknown, withEveryLine } from './lines.js';
import { baseInWords, kindsOf, recordsInWords, scopesAsked, SCOPES } from './scopes.js';

export const DIMENSIONS = [
  'kind',
  'team',
  'iro',
  'service',
  'quarter',
  'theme',
  'themeGroup',
  'ladder',
  'stage',
  'level',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface ThemesQuestion {
  readonly year: FinancialYear;
  /** The dimensions to count by, in the order of the columns; none gives the totals. */
  readonly by: readonly Dimension[];
  readonly filters?: CaseFilters;
}

/** A figure with all there is to say about it, for pages and the API. */
export interface ThemeFigure {
  /** The kind that is counted, or "all disputes (records)"; disputes and acknowledgements are never added. */
  readonly records: string;
  readonly dimensions: { readonly [dimension in Dimension]?: string | number | null };
  /** The filters that give the cases behind this figure. */
  readonly filters: CaseFilters;
  readonly count: number | null;
  /** Each child once, however many records are about it; the records are counted in `count`. Null: not collected. */
  readonly children: number | null;
  /** Of the count, those withdrawn. Null: not collected. */
  readonly withdrawn: number | null;
  /** The count as whole per cent of `of`, which is described in `base`. */
  readonly share: number | null;
  readonly of: number | null;
  /** The base of the share, in words. */
  readonly base: string | null;
  readonly note: string | null;
}

export interface ThemeFigures {
  readonly year: FinancialYear;
  readonly by: readonly Dimension[];
  readonly rows: readonly ThemeFigure[];
  readonly notes: readonly string[];
}

/** One record behind a figure. No narrative. */
export interface ThemeCase {
  readonly reference: string;
  readonly kind: RegisterKind;
  readonly status: string;
  readonly countedOn: LocalDate;
  readonly quarter: Quarter;
  readonly team: string;
  readonly teamName: string;
  readonly iro: string | null;
  readonly theme: string;
  readonly themeGroup: string;
  /** Code of the ladder that it is on; null of an acknowledgement. */
  readonly ladder: string | null;
  /** The highest stage of its ladder that it has reached. */
  readonly stage: number | null;
  /** Code of its level; null where it has none. */
  readonly level: string | null;
  readonly imported: boolean;
}

/** Disputes taken to other agencies by their own policies are counted apart, for the year as a whole. */
const takenToAgencies = (
  year: FinancialYear,
  kinds: readonly RegisterKind[],
  filters: CaseFilters,
  readModels: ReadModels,
): string[] => {
  if (Object.keys(filters).some((filter) => filter !== 'kind')) return [];
  const { taken } = readModels.get<{ taken: number }>(
    `SELECT count(*) AS taken FROM counted_register WHERE year = :year AND agencies <> '[]' AND status <> 'voided'
        AND kind IN (SELECT value FROM json_each(:kinds))`,
    { year, kinds: JSON.stringify(kinds) },
  )!;
  if (taken === 0) return [];
  const disputes = taken === 1 ? '1 dispute was' : `${taken} disputes were`;
  return [`${disputes} also taken to another agency, by that agency’s own policy`];
};

/** A note for each team that split or merged: with which others its figures are to be compared. */
const successionsIn = (year: FinancialYear, readModels: ReadModels): string[] =>
  teamLinesIn(year, readModels).map((line) => successionNote(line, latestNames(readModels)));

/**
 * Counts of a year by some dimensions, with children, shares and the filters that open each figure.
 * @throws Refusal `not-a-financial-year`, `not-a-dimension`
 */
export const themeFigures = (question: ThemesQuestion, readModels: ReadModels, today: LocalDate): ThemeFigures => {
  const { year, by: asked } = checked(question);
  const by = withLadders(asked, year, readModels);
  const filters = question.filters ?? {};
  const kept = recordsKept(readModels, today);
  const scopes = scopesAsked(by.includes('kind'), filters);
  const kinds = scopes.flatMap(kindsOf);
  const wholes = wholesOf(year, by, filters, readModels);
  const counted = groupsOf(year, by, filters, readModels).map((group): Line => {
    const of = wholes.get(group.scope) ?? 0;
    return {
      scope: group.scope,
      ids: group,
      figure: {
        records: recordsInWords(group.scope),
        dimensions: dimensionsOf(by, group),
        filters: { ...filters, ...filtersOf(by, group), kind: group.scope },
        count: group.count,
        children: group.children,
        withdrawn: group.withdrawn,
        share: percentOf({ part: group.count, whole: of }),
        of,
        base: baseInWords(group.scope, year, filters),
        note: null,
      },
    };
  });
  const rows = [
    ...withEveryLine(counted, { year, by, filters, scopes, wholes, kept, readModels }),
    ...(by.includes('theme') || by.includes('themeGroup') ? themesNotCollected(year, by, scopes, readModels) : []),
  ].sort(inOrderOf(by));
  const successions = by.includes('team') || filters.team !== undefined ? successionsIn(year, readModels) : [];
  return {
    year,
    by,
    rows,
    notes: [
      ...placesNotKnown(filters, readModels),
      ...notesOf(year, kinds, kept, readModels),
      ...successions,
      ...takenToAgencies(year, kinds, filters, readModels),
      ...addedTo100(rows),
    ],
  };
};

/** The records behind a figure, newest first: the same rows under the same WHERE. */
export const themeCases = (
  { year, filters = {} }: { readonly year: FinancialYear | null; readonly filters?: CaseFilters },
  readModels: ReadModels,
): ThemeCase[] => {
  const { where, parameters } = narrowedTo(year, filters);
  return readModels
    .all<Omit<ThemeCase, 'imported'> & { imported: number }>(
      `${WITH_CASES}
       SELECT reference, kind, status, counted_on AS countedOn, quarter, counted.team,
              ${teamNameOn('counted.team', 'counted.counted_on')} AS teamName,
              iro, theme, theme_group AS themeGroup, ladder, stage, level, imported
       ${FROM_CASES_WITH_SERVICE} WHERE ${where} ORDER BY counted_on DESC, reference, part DESC`,
      parameters,
    )
    .map((row) => ({ ...row, imported: row.imported === 1 }));
};

const checked = ({ year, by }: ThemesQuestion): ThemesQuestion => {
  if (!isFinancialYear(year)) {
    throw new Refusal('invalid', 'not-a-financial-year', 'This is not a financial year. Write it as 2022/23.');
  }
  if (by.some((dimension) => !DIMENSIONS.includes(dimension))) {
    throw new Refusal('invalid', 'not-a-dimension', `Count by any of: ${DIMENSIONS.join(', ')}.`);
  }
  return { year, by: [...new Set(by)] };
};

/** If the year has several ladders, stages are counted by ladder too: stage 1 of one is another stage than stage 1 of the next. */
const withLadders = (by: readonly Dimension[], year: FinancialYear, readModels: ReadModels): readonly Dimension[] => {
  if (!by.includes('stage') || by.includes('ladder')) return by;
  const others = readModels.get<{ some: number }>(
    `${WITH_CASES} SELECT EXISTS (SELECT 1 FROM counted WHERE year = :year AND ladder <> :main) AS some`,
    { year, main: MAIN_LADDER },
  )!;
  if (others.some === 0) return by;
  return by.flatMap((dimension): Dimension[] => (dimension === 'stage' ? ['ladder', 'stage'] : [dimension]));
};

const dimensionsOf = (by: readonly Dimension[], group: Group): ThemeFigure['dimensions'] =>
  Object.fromEntries(
    by.map((dimension) => {
      if (dimension === 'team') return [dimension, group.teamName];
      if (dimension === 'iro') return [dimension, group.iroName];
      return [dimension, group[dimension]];
    }),
  );

const filtersOf = (by: readonly Dimension[], group: Group): CaseFilters =>
  Object.fromEntries(by.map((dimension) => [dimension, group[dimension]]));

/** Themes that the council did not list in any part of the year, of the records that have such themes. */
const themesNotCollected = (
  year: FinancialYear,
  by: readonly Dimension[],
  scopes: readonly Scope[],
  readModels: ReadModels,
): ThemeFigure[] => {
  if (!by.includes('theme')) return [];
  return readModels
    .all<{ code: string; from: LocalDate | null; to: LocalDate | null }>(
      `SELECT code, collected_from AS "from", collected_to AS "to" FROM themes_in_use
       WHERE collected_from > :last OR collected_to < :first ORDER BY code`,
      { first: firstDayOf(year), last: lastDayOf(year) },
    )
    .flatMap(({ code, from, to }) => {
      const scope = scopes.find((each) => (each === 'acknowledgement') === code.startsWith('PA-'));
      if (scope === undefined) return [];
      const dimensions = Object.fromEntries(by.map((dimension) => [dimension, dimension === 'theme' ? code : null]));
      const why =
        from !== null && from > lastDayOf(year) ? `not collected before ${from}` : `not collected since ${to}`;
      return [unknown(scope, dimensions, { theme: code, kind: scope }, why)];
    });
};

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
const SCOPE_ORDER = new Map(SCOPES.map((scope, place) => [scope, scope === 'disputes' ? -1 : place]));

/** By the dimensions in turn; kinds as they are spoken of, everything else by its own order, what is unknown last. */
const inOrderOf =
  (by: readonly Dimension[]) =>
  (a: ThemeFigure, b: ThemeFigure): number => {
    if (!by.includes('kind') && a.filters.kind !== b.filters.kind) {
      return SCOPE_ORDER.get(a.filters.kind!)! - SCOPE_ORDER.get(b.filters.kind!)!;
    }
    for (const dimension of by) {
      const [left, right] = [a.dimensions[dimension] ?? null, b.dimensions[dimension] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      if (dimension === 'ladder' && [left, right].includes(MAIN_LADDER)) return left === MAIN_LADDER ? -1 : 1;
      if (dimension === 'kind') return SCOPE_ORDER.get(left as Scope)! - SCOPE_ORDER.get(right as Scope)!;
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return ALPHABET.compare(String(left), String(right));
    }
    return 0;
  };
