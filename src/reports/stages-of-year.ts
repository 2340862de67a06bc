import type { FinancialYear } from '../calendar/calendar.js';
import { firstDayOf, lastDayOf } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** Rungs of the ladders in force at some time of a year, upwards; 0 for an informal stage. */
export const stagesIn = (year: FinancialYear, readModels: ReadModels): number[] =>
  readModels
    .all<{ stage: number }>(
      `SELECT DISTINCT stage FROM protocol_stages AS rung WHERE in_force_from <= :last
          AND NOT EXISTS (SELECT 1 FROM protocol_stages AS later
                           WHERE later.version > rung.version AND later.in_force_from <= :first)
        ORDER BY stage`,
      { first: firstDayOf(year), last: lastDayOf(year) },
    )
    .map(({ stage }) => stage);
