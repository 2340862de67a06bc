import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import type { RegisterKind } from '../../register/events.js';
import { conditionsOf, type Narrowed } from '../../../projections/conditions.js';
import { isTeamWritten, joinService, TEAM_SERVICES } from '../../../projections/names.js';

/** The kinds that are counted together: one kind, or all disputes as records. Disputes and acknowledgements are never added. */
export type Scope = RegisterKind | 'disputes';

/** The filters that narrow a count, and by the same words the list behind it. Null asks for those that have none. */
export interface CaseFilters {
  /** `disputes` are informal and formal records together. */
  readonly kind?: Scope;
  /** A team's id, its code, or any name it has had. */
  readonly team?: string;
  readonly service?: string | null;
  /** Person id of who raised it, or gave it. */
  readonly iro?: string | null;
  readonly quarter?: Quarter;
  /** First and last day on which it was raised, or given. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly theme?: string;
  readonly themeGroup?: string;
  /** Code of the ladder that it is on. */
  readonly ladder?: string | null;
  /** The highest stage of its ladder that it has reached; 0 for informal. */
  readonly stage?: number | null;
  /** Code of its level. */
  readonly level?: string | null;
  readonly child?: string;
  readonly withdrawn?: boolean;
  readonly imported?: boolean;
  /** Records that are named, as a list in JSON. */
  readonly among?: string;
}

/**
 * Every record that counts, disputes and acknowledgements alike (domain brief, section 8): by the day raised or given, under the
 * team of that day. Voided ones do not count, withdrawn ones do; a conversation alone is counted apart. Figures and the lists
 * behind them all select from here, so they cannot disagree.
 */
export const WITH_CASES = `WITH ${TEAM_SERVICES}, counted AS (
  SELECT reference, part, kind, status, year, quarter, raised_on AS counted_on, team, iro, theme, theme_group,
         CASE WHEN EXISTS (SELECT 1 FROM json_each(lacks) AS lacking WHERE lacking.value = 'stage') THEN NULL ELSE stage END AS stage,
         ladder, level, imported, lacks
  FROM counted_register WHERE kind IN ('informal', 'formal') AND status <> 'voided'
  UNION ALL
  SELECT reference, 1, 'acknowledgement', status, year, quarter, given_on, team, giver, theme, theme_group, NULL, NULL, NULL, imported,
         CASE WHEN imported THEN json_insert(lacks, '$[#]', 'outcome') ELSE lacks END
  FROM acknowledgement_register
)`;

export const FROM_CASES = `FROM counted`;
export const FROM_CASES_WITH_SERVICE = `FROM counted ${joinService('counted.team', 'counted.counted_on')}`;

const CONDITIONS: { readonly [Filter in keyof CaseFilters]-?: string } = {
  kind: `CASE :kind WHEN 'disputes' THEN counted.kind <> 'acknowledgement' ELSE counted.kind = :kind END`,
  team: isTeamWritten('counted.team', ':team'),
  service: 'team_services.service IS :service',
  iro: 'counted.iro IS :iro',
  quarter: 'counted.quarter = :quarter',
  from: 'counted.counted_on >= :from',
  to: 'counted.counted_on <= :to',
  theme: 'counted.theme = :theme',
  themeGroup: 'counted.theme_group = :themeGroup',
  ladder: 'counted.ladder IS :ladder',
  stage: 'counted.stage IS :stage',
  level: 'counted.level IS :level',
  child: 'counted.reference IN (SELECT reference FROM case_children WHERE child = :child)',
  withdrawn: `(counted.status = 'withdrawn') = :withdrawn`,
  imported: 'counted.imported = :imported',
  among: 'counted.reference IN (SELECT value FROM json_each(:among))',
};

/**
 * The WHERE of a year and its filters.
 * @param year null where the filters say from which day to which
 */
export const narrowedTo = (
  year: FinancialYear | null,
  filters: CaseFilters,
): { where: string; parameters: Narrowed['parameters'] } => {
  const { where, parameters } = conditionsOf(CONDITIONS, filters);
  if (year === null) return { where: ['1', ...where].join(' AND '), parameters };
  return { where: ['counted.year = :year', ...where].join(' AND '), parameters: { ...parameters, year } };
};
