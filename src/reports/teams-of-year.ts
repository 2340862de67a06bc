import { teamNameOn } from '../../projections/names.js';
import type { FinancialYear } from '../calendar/calendar.js';
import { firstDayOf, lastDayOf } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** A team that there was at some time of a year, under its name on the last day on which it was there. */
export interface TeamOfYear {
  readonly team: string;
  readonly name: string;
}

/** A table by team has a line for each of these: a team about whose children nothing was raised is a figure too. */
export const teamsOfYear = (year: FinancialYear, readModels: ReadModels): TeamOfYear[] =>
  readModels.all<TeamOfYear>(
    `SELECT there.team, ${teamNameOn('there.team', 'min(coalesce(there."to", :last), :last)')} AS name FROM teams AS there
      WHERE (there."from" IS NULL OR there."from" <= :last) AND (there."to" IS NULL OR there."to" >= :first)
      ORDER BY there.team`,
    { first: firstDayOf(year), last: lastDayOf(year) },
  );
