import type { FinancialYear, Quarter } from '../../calendar/calendar.js';
import { quarterPeriod, quartersOf } from '../../calendar/dates.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { partInWords, type Period, type RecordsKept, whyUnknown, yearPeriod } from '../coverage.js';
import { percentOf } from '../rounding.js';
import { teamsOfYear } from '../teams-of-year.js';
import type { CaseFilters, Scope } from './cases.js';
import { keyOf } from './groups.js';
import { baseInWords, kindsOf, recordsInWords } from './scopes.js';
import type { Dimension, ThemeFigure } from './theme-figures.js';

/** All that it takes to say which lines a table has. */
export interface Table {
  readonly year: FinancialYear;
  readonly by: readonly Dimension[];
  readonly filters: CaseFilters;
  readonly scopes: readonly Scope[];
  readonly wholes: ReadonlyMap<Scope, number>;
  readonly kept: RecordsKept;
  readonly readModels: ReadModels;
}

/** A counted line, and the ids by which it is found; its dimensions bear names. */
export interface Line {
  readonly scope: Scope;
  readonly ids: { readonly [dimension in Dimension]?: string | number | null };
  readonly figure: ThemeFigure;
}

/**
 * The lines that belong to a table: beside those that were counted, each quarter, each team and each kind with 0, and in place of a number
 * the word where nobody knows: "no register", "not covered", "not begun". Themes, people and stages have a line only where a record has.
 */
export const withEveryLine = (counted: readonly Line[], table: Table): ThemeFigure[] => {
  const present = new Map(counted.map((line) => [keyOf(table.by, line.scope, line.ids), line]));
  const lines = table.scopes.flatMap((scope) => {
    const ofScope = counted.filter((line) => line.scope === scope);
    const why = unknownIn(scope, yearPeriod(table.year), table);
    if (why !== null && ofScope.length === 0) return [unknownScope(scope, why, table)];
    return placesOf(scope, ofScope, table).map((place): ThemeFigure => {
      const found = present.get(keyOf(table.by, scope, place.ids));
      return found === undefined ? emptyAt(scope, place, table) : noted(found, table);
    });
  });
  return lines;
};

/** The position of a line: the ids, and the names that are shown. */
interface Place {
  readonly ids: Line['ids'];
  readonly shown: ThemeFigure['dimensions'];
}

const placesOf = (scope: Scope, counted: readonly Line[], table: Table): Place[] => {
  const { by, filters, year } = table;
  const quarters = quartersAsked(table);
  const others = by.filter((dimension) => dimension !== 'quarter');
  // The latest record of a group comes last, so a quarter filled up bears the latest name.
  const groups = new Map(
    counted.map(({ ids, figure }) => [
      keyOf(others, scope, ids),
      { ids: only(others, ids), shown: only(others, figure.dimensions) },
    ]),
  );
  for (const place of placesAlwaysThere(scope, others, filters, year, table.readModels)) {
    const key = keyOf(others, scope, place.ids);
    if (!groups.has(key)) groups.set(key, place);
  }
  return [...groups.values()].flatMap(({ ids, shown }) =>
    by.includes('quarter')
      ? quarters.map((quarter) => ({ ids: { ...ids, quarter }, shown: inOrder(by, { ...shown, quarter }) }))
      : [{ ids, shown: inOrder(by, shown) }],
  );
};

const quartersAsked = ({ year, filters }: Table): Quarter[] =>
  filters.quarter === undefined ? quartersOf(year) : [filters.quarter];

const only = <Value>(
  dimensions: readonly Dimension[],
  values: { readonly [dimension in Dimension]?: Value },
): { [dimension in Dimension]?: Value } =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, values[dimension]])) as {
    [dimension in Dimension]?: Value;
  };

const inOrder = (by: readonly Dimension[], shown: ThemeFigure['dimensions']): ThemeFigure['dimensions'] =>
  Object.fromEntries(by.map((dimension) => [dimension, shown[dimension] ?? null]));

const placesAlwaysThere = (
  scope: Scope,
  others: readonly Dimension[],
  filters: CaseFilters,
  year: FinancialYear,
  readModels: ReadModels,
): Place[] => {
  if (!others.every((dimension) => dimension === 'kind' || dimension === 'team')) return [];
  const kind = others.includes('kind') ? { kind: scope } : {};
  if (!others.includes('team')) return [{ ids: kind, shown: kind }];
  if (filters.team !== undefined || filters.service !== undefined) return [];
  return teamsOfYear(year, readModels).map(({ team, name }) => ({
    ids: { ...kind, team },
    shown: { ...kind, team: name },
  }));
};

const periodOf = (ids: Line['ids'], { year, filters }: Table): Period => {
  const quarter = (ids.quarter ?? filters.quarter) as Quarter | undefined;
  return quarter === undefined ? yearPeriod(year) : quarterPeriod(quarter);
};

/** All disputes together are known where each kind of them is. */
const unknownIn = (scope: Scope, period: Period, { year, kept }: Table): string | null => {
  for (const kind of kindsOf(scope)) {
    const why = whyUnknown([kind], period, kept, yearPeriod(year));
    if (why !== null) return why;
  }
  return null;
};

const emptyAt = (scope: Scope, { ids, shown }: Place, table: Table): ThemeFigure => {
  const period = periodOf(ids, table);
  const filters = { ...table.filters, ...ids, kind: scope } as CaseFilters;
  const why = unknownIn(scope, period, table);
  if (why !== null) return unknown(scope, shown, filters, why);
  const of = table.wholes.get(scope) ?? 0;
  return {
    ...unknown(scope, shown, filters, partIn(scope, period, table)),
    count: 0,
    children: 0,
    withdrawn: 0,
    share: percentOf({ part: 0, whole: of }),
    of,
    base: baseInWords(scope, table.year, table.filters),
  };
};

/** A quarter that is known in part says so; of the year the notes below the table do. */
const noted = ({ scope, ids, figure }: Line, table: Table): ThemeFigure => {
  const period = periodOf(ids, table);
  return { ...figure, note: unknownIn(scope, period, table) ?? partIn(scope, period, table) };
};

const partIn = (scope: Scope, period: Period, { year, kept }: Table): string | null => {
  if (period.from === yearPeriod(year).from && period.to === yearPeriod(year).to) return null;
  const parts = kindsOf(scope).flatMap((kind) => {
    const { extent, periods } = kept.covers(kind, period);
    return extent === 'part' ? [partInWords(periods, period, kept.today)] : [];
  });
  return parts[0] ?? null;
};

const unknownScope = (scope: Scope, why: string, { by, filters }: Table): ThemeFigure =>
  unknown(
    scope,
    Object.fromEntries(by.map((dimension) => [dimension, dimension === 'kind' ? scope : null])),
    { ...filters, kind: scope },
    why,
  );

/** A line of which no number is known. */
export const unknown = (
  scope: Scope,
  dimensions: ThemeFigure['dimensions'],
  filters: CaseFilters,
  note: string | null,
): ThemeFigure => ({
  records: recordsInWords(scope),
  dimensions,
  filters,
  count: null,
  children: null,
  withdrawn: null,
  share: null,
  of: null,
  base: null,
  note,
});
