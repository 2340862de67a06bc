import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import { firstDayOf, isFinancialYear, lastDayOf, quartersOf } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { RegisterKind } from '../../register/events.js';
import { percentOf } from '../rounding.js';
import { personName, teamNameOn } from '../../../projections/names.js';
import { latestNames, successionNote, teamLinesIn } from '../team-succession.js';
import { type CaseFilters, FROM_CASES, FROM_CASES_WITH_SERVICE, narrowedTo, WITH_CASES } from './cases.js';
import { NO_REGISTER, notesOf, type Period, type RecordsKept, recordsKept, yearPeriod } from '../coverage.js';

export const DIMENSIONS = ['kind', 'team', 'iro', 'service', 'quarter', 'theme', 'themeGroup', 'stage'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const REGISTER_KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

export interface ThemesQuestion {
  readonly year: FinancialYear;
  /** What to count by, in the order of the columns; none gives the total. */
  readonly by: readonly Dimension[];
  readonly filters?: CaseFilters;
}

/** A figure with all there is to say about it, for pages and the API. */
export interface ThemeFigure {
  readonly dimensions: { readonly [dimension in Dimension]?: string | number | null };
  /** What to give as filters to get the cases behind this figure. */
  readonly filters: CaseFilters;
  readonly count: number | null;
  /** Each child once, however many records are about it; the records are counted in `count`. */
  readonly children: number | null;
  /** Of the count, those withdrawn. */
  readonly withdrawn: number | null;
  /** The count as whole per cent of `of`: every record of this kind in the year, whatever its theme, under the same filters. */
  readonly share: number | null;
  readonly of: number | null;
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
  readonly stage: number | null;
  readonly imported: boolean;
}

/** What went to other agencies by their own policies is counted apart, for the year as a whole. */
const takenToAgencies = (
  year: FinancialYear,
  kinds: readonly RegisterKind[],
  filters: CaseFilters,
  readModels: ReadModels,
): string[] => {
  if (Object.keys(filters).some((filter) => filter !== 'kind')) return [];
  const { taken } = readModels.get<{ taken: number }>(
    `SELECT count(*) AS taken FROM dispute_register WHERE year = :year AND agencies <> '[]' AND status <> 'voided'
        AND kind IN (SELECT value FROM json_each(:kinds))`,
    { year, kinds: JSON.stringify(kinds) },
  )!;
  if (taken === 0) return [];
  const disputes = taken === 1 ? '1 dispute was' : `${taken} disputes were`;
  return [`${disputes} also taken to another agency, by that agency’s own policy`];
};

/** Where teams split or merged, figures by team say with which others they are to be compared. */
const successionsIn = (year: FinancialYear, readModels: ReadModels): string[] =>
  teamLinesIn(year, readModels).map((line) => successionNote(line, latestNames(readModels)));

/**
 * Counts of a year by some dimensions, with children, shares and the filters that open each figure.
 * @throws Refusal `not-a-financial-year`, `not-a-dimension`
 */
export const themeFigures = (question: ThemesQuestion, readModels: ReadModels, today: LocalDate): ThemeFigures => {
  const { year, by } = checked(question);
  const filters = question.filters ?? {};
  const kept = recordsKept(readModels, today);
  const kinds = filters.kind === undefined ? REGISTER_KINDS : [filters.kind];
  const groups = groupsOf(year, by, filters, readModels);
  const wholes = wholesOf(year, by, filters, readModels);

  const counted = groups.map((group): ThemeFigure => {
    const of = wholes.get(by.includes('kind') ? group.kind : 'all') ?? 0;
    return {
      dimensions: dimensionsOf(by, group),
      filters: { ...filters, ...filtersOf(by, group) },
      count: group.count,
      children: group.children,
      withdrawn: group.withdrawn,
      share: percentOf({ part: group.count, whole: of }),
      of,
      note: null,
    };
  });
  const rows = [
    ...withEveryQuarter(counted, year, by, kinds, filters, kept, today),
    ...(by.includes('kind') ? kindsUnknown(year, by, kinds, kept) : []),
    ...(by.includes('theme') || by.includes('themeGroup') ? themesNotCollected(year, by, readModels) : []),
  ];
  const successions = by.includes('team') || filters.team !== undefined ? successionsIn(year, readModels) : [];
  return {
    year,
    by,
    rows: rows.sort(inOrderOf(by)),
    notes: [
      ...notesOf(year, kinds, kept, readModels),
      ...successions,
      ...takenToAgencies(year, kinds, filters, readModels),
    ],
  };
};

/** The records behind a figure, newest first: the same rows under the same WHERE. */
export const themeCases = (
  { year, filters = {} }: Pick<ThemesQuestion, 'year' | 'filters'>,
  readModels: ReadModels,
): ThemeCase[] => {
  const { where, parameters } = narrowedTo(year, filters);
  return readModels
    .all<Omit<ThemeCase, 'imported'> & { imported: number }>(
      `${WITH_CASES}
       SELECT reference, kind, status, counted_on AS countedOn, quarter, counted.team,
              ${teamNameOn('counted.team', 'counted.counted_on')} AS teamName,
              iro, theme, theme_group AS themeGroup, stage, imported
       ${FROM_CASES_WITH_SERVICE} WHERE ${where} ORDER BY counted_on DESC, reference`,
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

const COLUMNS: { readonly [dimension in Dimension]: string } = {
  kind: 'counted.kind',
  team: 'counted.team',
  iro: 'counted.iro',
  service: 'team_services.service',
  quarter: 'counted.quarter',
  theme: 'counted.theme',
  themeGroup: 'counted.theme_group',
  stage: 'counted.stage',
};

type Group = { readonly [dimension in Dimension]: string | number | null } & {
  readonly count: number;
  readonly withdrawn: number;
  readonly children: number;
  readonly teamName: string;
  readonly iroName: string;
};

/** Services are looked up only where somebody asks about them. */
const fromFor = (by: readonly Dimension[], { service }: CaseFilters): string =>
  by.includes('service') || service !== undefined ? FROM_CASES_WITH_SERVICE : FROM_CASES;

/**
 * The groups and their counts. A team is one team whatever it was called: a group bears the name of the day of its latest record,
 * so an old report keeps the old name.
 */
const groupsOf = (
  year: FinancialYear,
  by: readonly Dimension[],
  filters: CaseFilters,
  readModels: ReadModels,
): Group[] => {
  const { where, parameters } = narrowedTo(year, filters);
  const from = fromFor(by, filters);
  const chosen = by.map((dimension) => `${COLUMNS[dimension]} AS "${dimension}"`);
  const grouping = by.length === 0 ? '' : `GROUP BY ${by.map((dimension) => COLUMNS[dimension]).join(', ')}`;
  const groups = readModels.all<Group>(
    `${WITH_CASES}, groups AS (
       SELECT ${[...chosen, `count(*) AS "count"`, `sum(counted.status = 'withdrawn') AS withdrawn`, 'max(counted.counted_on) AS latest'].join(', ')}
       ${from} WHERE ${where} ${grouping} HAVING count(*) > 0
     )
     SELECT groups.* ${by.includes('team') ? `, ${teamNameOn('groups.team', 'groups.latest')} AS teamName` : ''}
            ${by.includes('iro') ? `, ${personName('groups.iro')} AS iroName` : ''}
     FROM groups ORDER BY groups.latest`,
    parameters,
  );
  const children = new Map(
    readModels
      .all<Group>(
        `${WITH_CASES} SELECT ${[...chosen, `count(DISTINCT case_children.child) AS children`].join(', ')}
         ${from} JOIN case_children USING (reference) WHERE ${where} ${grouping}`,
        parameters,
      )
      .map((group) => [keyOf(by, group), group.children]),
  );
  return groups.map((group) => ({
    ...group,
    withdrawn: group.withdrawn ?? 0,
    children: children.get(keyOf(by, group)) ?? 0,
  }));
};

const keyOf = (by: readonly Dimension[], group: { readonly [dimension in Dimension]?: unknown }): string =>
  JSON.stringify(by.map((dimension) => group[dimension] ?? null));

/** Every record of each kind in the year, whatever its theme: what a share is a share of. */
const wholesOf = (
  year: FinancialYear,
  by: readonly Dimension[],
  { theme: _, themeGroup: __, ...filters }: CaseFilters,
  readModels: ReadModels,
): Map<string | number | null, number> => {
  const perKind = by.includes('kind');
  const { where, parameters } = narrowedTo(year, filters);
  const rows = readModels.all<{ kind: string; count: number }>(
    `${WITH_CASES} SELECT ${perKind ? 'counted.kind' : `'all'`} AS kind, count(*) AS count
     ${fromFor(by, filters)} WHERE ${where} ${perKind ? 'GROUP BY counted.kind' : ''}`,
    parameters,
  );
  return new Map(rows.map(({ kind, count }) => [kind, count]));
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

/**
 * A quarter without a record is 0 where records were kept, so that a table has four columns; where none were kept it is null.
 * Only groups that have a record in some quarter are filled up; counted by nothing but kind and quarter, every kind is.
 */
const withEveryQuarter = (
  counted: readonly ThemeFigure[],
  year: FinancialYear,
  by: readonly Dimension[],
  kinds: readonly RegisterKind[],
  filters: CaseFilters,
  kept: RecordsKept,
  today: LocalDate,
): ThemeFigure[] => {
  const others = by.filter((dimension) => dimension !== 'quarter');
  const whole = yearPeriod(year);
  // The latest record of a group comes last, so a quarter filled up bears the latest name.
  const groups = new Map(counted.map((figure) => [keyOf(others, figure.filters), figure]));
  for (const group of groupsAlwaysShown(others, kinds, (kind) => kept.covers(kind, whole).extent !== 'none')) {
    const key = keyOf(others, group);
    if (!groups.has(key)) groups.set(key, { ...none(group, { ...filters, ...group }), of: 0 });
  }
  const quarters = filters.quarter === undefined ? quartersOf(year) : [filters.quarter];
  const wanted = by.includes('quarter') ? quarters : [undefined];
  const present = new Map(counted.map((figure) => [keyOf(by, figure.filters), figure]));
  return [...groups.values()].flatMap((group) =>
    wanted.map((quarter): ThemeFigure => {
      const dimensions = Object.fromEntries(
        by.map((dimension) => [dimension, dimension === 'quarter' ? quarter! : (group.dimensions[dimension] ?? null)]),
      );
      const opening = quarter === undefined ? group.filters : { ...group.filters, quarter };
      const found = present.get(keyOf(by, opening));
      if (found !== undefined) return found;
      const period = quarter === undefined ? whole : quarterPeriod(quarter);
      const kind = group.filters.kind;
      const known = (kind === undefined ? kinds : [kind]).some((each) => kept.covers(each, period).extent !== 'none');
      if (!known) return unknown(dimensions, opening, period.from > today ? 'not begun' : NO_REGISTER);
      return { ...none(dimensions, opening), of: group.of, share: percentOf({ part: 0, whole: group.of ?? 0 }) };
    }),
  );
};

/** Counted by nothing but kind and quarter, a line is there even where no record is. */
const groupsAlwaysShown = (
  others: readonly Dimension[],
  kinds: readonly RegisterKind[],
  isCovered: (kind: RegisterKind) => boolean,
): { kind?: RegisterKind }[] => {
  if (others.length === 0) return [{}];
  return others.every((dimension) => dimension === 'kind') ? kinds.filter(isCovered).map((kind) => ({ kind })) : [];
};

const none = (dimensions: ThemeFigure['dimensions'], filters: CaseFilters): ThemeFigure => ({
  dimensions,
  filters,
  count: 0,
  children: 0,
  withdrawn: 0,
  share: null,
  of: null,
  note: null,
});

const unknown = (dimensions: ThemeFigure['dimensions'], filters: CaseFilters, note: string): ThemeFigure => ({
  ...none(dimensions, filters),
  count: null,
  children: null,
  withdrawn: null,
  note,
});

const quarterPeriod = (quarter: Quarter): Period => {
  const first = Number(firstDayOf(quarter.slice(0, 7)).slice(0, 4));
  switch (quarter.slice(-1)) {
    case '1':
      return { from: `${first}-04-01`, to: `${first}-06-30` };
    case '2':
      return { from: `${first}-07-01`, to: `${first}-09-30` };
    case '3':
      return { from: `${first}-10-01`, to: `${first}-12-31` };
    default:
      return { from: `${first + 1}-01-01`, to: `${first + 1}-03-31` };
  }
};

const kindsUnknown = (
  year: FinancialYear,
  by: readonly Dimension[],
  kinds: readonly RegisterKind[],
  kept: RecordsKept,
): ThemeFigure[] =>
  kinds
    .filter((kind) => kept.covers(kind, yearPeriod(year)).extent === 'none')
    .map((kind) =>
      unknown(
        Object.fromEntries(by.map((dimension) => [dimension, dimension === 'kind' ? kind : null])),
        { kind },
        NO_REGISTER,
      ),
    );

/** Themes that the council did not list in any part of the year. */
const themesNotCollected = (year: FinancialYear, by: readonly Dimension[], readModels: ReadModels): ThemeFigure[] => {
  if (!by.includes('theme')) return [];
  return readModels
    .all<{ code: string; from: LocalDate | null; to: LocalDate | null }>(
      `SELECT code, collected_from AS "from", collected_to AS "to" FROM themes_in_use
       WHERE collected_from > :last OR collected_to < :first ORDER BY code`,
      { first: firstDayOf(year), last: lastDayOf(year) },
    )
    .map(({ code, from, to }) =>
      unknown(
        Object.fromEntries(by.map((dimension) => [dimension, dimension === 'theme' ? code : null])),
        { theme: code },
        from !== null && from > lastDayOf(year) ? `not collected before ${from}` : `not collected since ${to}`,
      ),
    );
};

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });
const KIND_ORDER: Record<string, number> = { informal: 0, formal: 1, acknowledgement: 2 };

/** By the dimensions in turn; kinds as they are spoken of, everything else by its own order, what is unknown last. */
const inOrderOf =
  (by: readonly Dimension[]) =>
  (a: ThemeFigure, b: ThemeFigure): number => {
    for (const dimension of by) {
      const [left, right] = [a.dimensions[dimension] ?? null, b.dimensions[dimension] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      if (dimension === 'kind') return KIND_ORDER[left]! - KIND_ORDER[right]!;
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return ALPHABET.compare(String(left), String(right));
    }
    return 0;
  };
