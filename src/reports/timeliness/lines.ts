import type { FinancialYear } from '../../calendar/calendar.js';
import { quarterPeriod, quartersOf } from '../../calendar/dates.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import type { Reading } from '../../reading/reading.js';
import { NOT_COLLECTED } from '../coverage.js';
import { teamsOfYear } from '../teams-of-year.js';
import type { YearKept } from '../yearly.js';
import type { TimelinessDimension } from './answers-of-year.js';

/** A line that belongs to a table, whether or not an answer was due there. */
export interface EmptyLine {
  readonly kind?: 'informal' | 'formal';
  readonly ladder?: string;
  readonly stage?: number | null;
  readonly level?: string;
  readonly team?: string;
  readonly quarter?: string;
  /** The reason why nothing is known of it, or what must be known of it; null if it is a line like any other. */
  readonly why: string | null;
}

/**
 * Each team, each quarter, each kind, each ladder and each rung of one there was, in a table by one of them alone.
 * @param isUnplaced some answer belongs to a stage that nobody knows: at a higher stage without another, nobody knows that there was none
 */
export const linesOf = (
  year: FinancialYear,
  by: readonly TimelinessDimension[],
  kept: YearKept,
  isUnplaced: boolean,
  { readModels }: Pick<Reading, 'readModels'>,
): EmptyLine[] => {
  // No register knows of another ladder than the main one.
  const whyAt = (stage: number, ladder: string): string | null =>
    isUnplaced && stage > 1 && ladder === MAIN_LADDER ? NOT_COLLECTED : null;
  const [first, ...others] = by;
  if (first === 'ladder' && others.length === 1 && others[0] === 'stage')
    return kept.rungs.map(({ ladder, stage }) => ({ ladder, stage, why: whyAt(stage, ladder) }));
  if (first === undefined || others.length > 0) return [];
  switch (first) {
    case 'kind':
      return (['informal', 'formal'] as const).map((kind) => ({ kind, why: kept.whyUnknown(kind) }));
    case 'stage':
      return kept.rungs.map(({ ladder, stage }) => ({ stage, why: whyAt(stage, ladder) }));
    case 'ladder':
      return kept.ladders.map((ladder) => ({ ladder, why: null }));
    case 'level':
      return [];
    case 'team':
      return teamsOfYear(year, readModels).map(({ name }) => ({ team: name, why: null }));
    case 'quarter':
      return quartersOf(year).map((quarter) => ({ quarter, why: kept.wordOn(quarterPeriod(quarter)) }));
  }
};
