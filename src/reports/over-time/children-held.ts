import { isTeamWritten, joinService, TEAM_SERVICES } from '../../../projections/names.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { CaseFilters } from '../themes/cases.js';

/** Children who were held on a day, by the team to which they were allocated on it. */
export interface HeldBy {
  readonly ofAll: number;
  readonly ofTeam: (team: string) => number;
}

/**
 * How many children were held on each of some days: in care or after it, alive, and allocated to a team. It is by allocations as they are
 * known today, so a child of whom the directory learnt later counts from the day on which the allocation began.
 */
export const childrenHeld = (
  days: readonly LocalDate[],
  { team, service }: Pick<CaseFilters, 'team' | 'service'>,
  readModels: ReadModels,
): HeldBy[] => {
  const where = [
    ...(team === undefined ? [] : [`AND ${isTeamWritten('allocated.team', ':team')}`]),
    ...(service === undefined ? [] : ['AND team_services.service IS :service']),
  ].join(' ');
  const rows = readModels.all<{ day: number; team: string; held: number }>(
    `WITH ${TEAM_SERVICES}
     SELECT asked.key AS day, allocated.team, count(*) AS held
       FROM json_each(:days) AS asked
       JOIN child_allocations AS allocated ON allocated.number = (
         SELECT max(other.number) FROM child_allocations AS other
          WHERE other.child = allocated.child AND (other."from" IS NULL OR other."from" <= asked.value))
       JOIN children AS held ON held.child = allocated.child
       ${joinService('allocated.team', 'asked.value')}
      WHERE allocated.team IS NOT NULL
        AND (held.left_care_on IS NULL OR held.left_care_on >= asked.value)
        AND (held.died_on IS NULL OR held.died_on >= asked.value) ${where}
      GROUP BY asked.key, allocated.team`,
    {
      days: JSON.stringify(days),
      ...(team === undefined ? {} : { team }),
      ...(service === undefined ? {} : { service }),
    },
  );
  return days.map((_, day) => {
    const ofDay = rows.filter((row) => row.day === day);
    const byTeam = new Map(ofDay.map((row) => [row.team, row.held]));
    return {
      ofAll: ofDay.reduce((sum, { held }) => sum + held, 0),
      ofTeam: (each) => byTeam.get(each) ?? 0,
    };
  });
};
