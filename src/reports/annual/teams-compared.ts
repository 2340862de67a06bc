import { latestNames, successionNote, teamLinesIn } from '../team-succession.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';

/** Teams that became one another, with what was raised about their children in both years. */
export interface TeamsCompared {
  /** Ids of the teams that were there first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Informal and formal disputes of all of them, voided left out, by the date raised. */
  readonly disputes: number;
  readonly previous: number;
  readonly note: string;
}

/** A dispute stays counted under the team of the day it was raised; the teams that hang together are added up on both sides. */
export const teamsCompared = (
  year: FinancialYear,
  previousYear: FinancialYear,
  readModels: ReadModels,
): TeamsCompared[] => {
  const countIn = (counted: FinancialYear, teams: readonly string[]): number =>
    readModels.get<{ disputes: number }>(
      `SELECT count(*) AS disputes FROM counted_register
        WHERE year = :counted AND kind IN ('informal', 'formal') AND status <> 'voided'
          AND team IN (SELECT value FROM json_each(:teams))`,
      { counted, teams: JSON.stringify(teams) },
    )!.disputes;
  return teamLinesIn(year, readModels, previousYear).map((line) => {
    const teams = [...new Set([...line.before, ...line.after])];
    return {
      before: line.before,
      after: line.after,
      disputes: countIn(year, teams),
      previous: countIn(previousYear, teams),
      note: successionNote(line, latestNames(readModels)),
    };
  });
};
