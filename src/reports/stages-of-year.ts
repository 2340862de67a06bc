import type { FinancialYear } from '../calendar/calendar.js';
import { firstDayOf, lastDayOf } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { type CountsAs, MAIN_LADDER } from '../protocol/protocol.js';

/** A stage of a ladder that was in force at some time of a year. */
export interface Rung {
  readonly ladder: string;
  /** 0 for an informal stage. */
  readonly stage: number;
  readonly countsAs: CountsAs;
}

/** Rungs of the ladders in force at some time of a year: those of the main one first, each upwards. */
export const rungsIn = (year: FinancialYear, readModels: ReadModels): Rung[] =>
  readModels.all<Rung>(
    `SELECT ladder, stage, min(counts_as) AS countsAs FROM protocol_stages AS rung WHERE in_force_from <= :last
        AND NOT EXISTS (SELECT 1 FROM protocol_stages AS later
                         WHERE later.version > rung.version AND later.in_force_from <= :first)
      GROUP BY ladder, stage ORDER BY ladder <> '${MAIN_LADDER}', ladder, stage`,
    { first: firstDayOf(year), last: lastDayOf(year) },
  );
