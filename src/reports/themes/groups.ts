import type { FinancialYear } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { personName, teamNameOn } from '../../../projections/names.js';
import { type CaseFilters, FROM_CASES, FROM_CASES_WITH_SERVICE, narrowedTo, type Scope, WITH_CASES } from './cases.js';
import type { Dimension } from './theme-figures.js';

/** Records that have some dimensions in common, as they were counted. */
export type Group = { readonly [dimension in Dimension]: string | number | null } & {
  readonly scope: Scope;
  readonly count: number;
  /** Null where a register of some of them has no column that says so. */
  readonly withdrawn: number | null;
  readonly children: number | null;
  readonly teamName: string;
  readonly iroName: string;
};

const COLUMNS: { readonly [dimension in Dimension]: string } = {
  kind: 'counted.kind',
  team: 'counted.team',
  iro: 'counted.iro',
  service: 'team_services.service',
  quarter: 'counted.quarter',
  theme: 'counted.theme',
  themeGroup: 'counted.theme_group',
  ladder: 'counted.ladder',
  stage: 'counted.stage',
  level: 'counted.level',
};

/** A kind by itself where kinds are asked for; otherwise disputes together, and acknowledgements apart from them. */
const scopeOf = (by: readonly Dimension[], { kind }: CaseFilters): string =>
  by.includes('kind') || (kind !== undefined && kind !== 'disputes')
    ? 'counted.kind'
    : `CASE counted.kind WHEN 'acknowledgement' THEN 'acknowledgement' ELSE 'disputes' END`;

/** Services are looked up only where somebody asks about them. */
const fromFor = (by: readonly Dimension[], { service }: CaseFilters): string =>
  by.includes('service') || service !== undefined ? FROM_CASES_WITH_SERVICE : FROM_CASES;

const lacking = (fact: string): string =>
  `sum(EXISTS (SELECT 1 FROM json_each(counted.lacks) AS lacking WHERE lacking.value = '${fact}'))`;

/**
 * The groups and their counts. A team is one team whatever it was called: a group bears the name of the day of its latest record,
 * so an old report keeps the old name.
 */
export const groupsOf = (
  year: FinancialYear,
  by: readonly Dimension[],
  filters: CaseFilters,
  readModels: ReadModels,
): Group[] => {
  const { where, parameters } = narrowedTo(year, filters);
  const from = fromFor(by, filters);
  const chosen = [
    `${scopeOf(by, filters)} AS scope`,
    ...by.map((dimension) => `${COLUMNS[dimension]} AS "${dimension}"`),
  ];
  const grouping = `GROUP BY ${[scopeOf(by, filters), ...by.map((dimension) => COLUMNS[dimension])].join(', ')}`;
  const counts = [
    'count(*) AS "count"',
    `sum(counted.status = 'withdrawn') AS withdrawn`,
    `${lacking('child')} AS withoutChildren`,
    `${lacking('outcome')} AS withoutOutcome`,
    'max(counted.counted_on) AS latest',
  ];
  const groups = readModels.all<Group & { withoutChildren: number; withoutOutcome: number }>(
    `${WITH_CASES}, groups AS (
       SELECT ${[...chosen, ...counts].join(', ')} ${from} WHERE ${where} ${grouping}
     )
     SELECT groups.* ${by.includes('team') ? `, ${teamNameOn('groups.team', 'groups.latest')} AS teamName` : ''}
            ${by.includes('iro') ? `, ${personName('groups.iro')} AS iroName` : ''}
     FROM groups ORDER BY groups.latest`,
    parameters,
  );
  const children = new Map(
    readModels
      .all<Group & { children: number }>(
        `${WITH_CASES} SELECT ${[...chosen, `count(DISTINCT case_children.child) AS children`].join(', ')}
         ${from} JOIN case_children USING (reference) WHERE ${where} ${grouping}`,
        parameters,
      )
      .map((group) => [keyOf(by, group.scope, group), group.children]),
  );
  return groups.map(({ withoutChildren, withoutOutcome, ...group }) => ({
    ...group,
    withdrawn: withoutOutcome > 0 ? null : group.withdrawn,
    children: withoutChildren > 0 ? null : (children.get(keyOf(by, group.scope, group)) ?? 0),
  }));
};

export const keyOf = (
  by: readonly Dimension[],
  scope: Scope,
  group: { readonly [dimension in Dimension]?: unknown },
): string => JSON.stringify([scope, ...by.map((dimension) => group[dimension] ?? null)]);

/** Every record of each scope in the year, whatever its theme: what a share is a share of. */
export const wholesOf = (
  year: FinancialYear,
  by: readonly Dimension[],
  { theme: _, themeGroup: __, ...filters }: CaseFilters,
  readModels: ReadModels,
): Map<Scope, number> => {
  const { where, parameters } = narrowedTo(year, filters);
  const rows = readModels.all<{ scope: Scope; count: number }>(
    `${WITH_CASES} SELECT ${scopeOf(by, filters)} AS scope, count(*) AS count
     ${fromFor(by, filters)} WHERE ${where} GROUP BY 1`,
    parameters,
  );
  return new Map(rows.map(({ scope, count }) => [scope, count]));
};
