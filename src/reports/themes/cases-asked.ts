import type { FinancialYear, Quarter } from '../../calendar/calendar.js';
import { quarterWritten } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import { yearIn } from '../year-pipe.js';
import type { CaseFilters, Scope } from './cases.js';
import type { CasesQuery, RecordsQuery } from './themes.dto.js';

/** Records of a year, or of the days from one to another. */
export interface CasesAsked {
  readonly year: FinancialYear | null;
  readonly filters: CaseFilters;
}

/** @throws Refusal `no-days` where neither a year nor days are given; `quarter-of-another-year` */
export const casesAsked = (query: CasesQuery): CasesAsked => {
  const year = query.year === undefined ? null : yearIn(query.year);
  if (year === null && (query.from === undefined || query.to === undefined))
    throw new Refusal('invalid', 'no-days', 'Give a year, or from which day to which.');
  const { from, to } = query;
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { year, filters: { ...filtersIn(query, year), ...days } };
};

/** Asks for those that have none. */
const NONE = 'none';
const orNone = (written: string): string | null => (written === NONE ? null : written);

/** @throws Refusal `quarter-of-another-year` */
const quarterOfYear = (written: string, year: FinancialYear | null): Quarter => {
  const quarter = quarterWritten(written);
  if (year === null || quarter === `${year} ${quarter.slice(-2)}`) return quarter;
  if (quarter.length === 2) return `${year} ${quarter}`;
  throw new Refusal(
    'invalid',
    'quarter-of-another-year',
    'This quarter is of another financial year than the one asked for.',
  );
};

/** @throws Refusal `quarter-of-another-year` */
export const filtersIn = (
  { kind, team, service, iro, theme, themeGroup, quarter, ladder, stage, level }: RecordsQuery,
  year: FinancialYear | null,
): CaseFilters => ({
  ...(kind === undefined ? {} : { kind: kind as Scope }),
  ...(team === undefined ? {} : { team }),
  ...(service === undefined ? {} : { service: orNone(service) }),
  ...(iro === undefined ? {} : { iro }),
  ...(theme === undefined ? {} : { theme }),
  ...(themeGroup === undefined ? {} : { themeGroup }),
  ...(quarter === undefined ? {} : { quarter: quarterOfYear(quarter, year) }),
  ...(ladder === undefined ? {} : { ladder: orNone(ladder) }),
  ...(level === undefined ? {} : { level: orNone(level) }),
  ...(stage === undefined ? {} : { stage: stage === NONE ? null : Number(stage) }),
});
