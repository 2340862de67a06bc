import type { FinancialYear } from '../../calendar/calendar.js';
import { quarterPeriod, quartersOf } from '../../calendar/dates.js';
import type { Reading } from '../../reading/reading.js';
import { NOT_COLLECTED } from '../coverage.js';
import { teamsOfYear } from '../teams-of-year.js';
import type { YearKept } from '../yearly.js';
import type { TimelinessDimension } from './timeliness.js';

/** A line that belongs to a table, whether or not an answer was due there. */
export interface EmptyLine {
  readonly kind?: 'informal' | 'formal';
  readonly stage?: number | null;
  readonly team?: string;
  readonly quarter?: string;
  /** Why nothing is known of it, or what must be known of it; null where it is a line like any other. */
  readonly why: string | null;
}

/**
 * Each team, each quarter, each kind and each rung of the ladder there was, in a table by one of them alone.
 * @param isUnplaced some answer belongs to a stage that nobody knows: at a higher stage without another, nobody knows that there was none
 */
export const linesOf = (
  year: FinancialYear,
  by: readonly TimelinessDimension[],
  kept: YearKept,
  isUnplaced: boolean,
  { readModels }: Pick<Reading, 'readModels'>,
): EmptyLine[] => {
  if (by.length !== 1) return [];
  switch (by[0]!) {
    case 'kind':
      return (['informal', 'formal'] as const).map((kind) => ({ kind, why: kept.whyUnknown(kind) }));
    case 'stage':
      return kept.stages.map((stage) => ({ stage, why: isUnplaced && stage > 1 ? NOT_COLLECTED : null }));
    case 'team':
      return teamsOfYear(year, readModels).map(({ name }) => ({ team: name, why: null }));
    case 'quarter':
      return quartersOf(year).map((quarter) => ({ quarter, why: kept.wordOn(quarterPeriod(quarter)) }));
  }
};
