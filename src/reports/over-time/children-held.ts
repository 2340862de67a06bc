import { isTeamWritten, joinService, TEAM_SERVICES } from '../../../projections/names.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';
import { firstOfMonth } from '../../calendar/months.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { ratioOf } from '../rounding.js';
import type { CaseFilters } from '../themes/cases.js';

/** Children who were held, by the team to which they were allocated. */
export interface HeldBy {
  readonly ofAll: number;
  readonly ofTeam: (team: string) => number;
}

/**
 * How many children were held in each of some periods: the average of the last days of its months, and of the last day that is counted, to
 * one decimal place. One day would be of little use beside the records of a year: children come and go.
 */
export const averageHeld = (
  periods: readonly { readonly from: LocalDate; readonly to: LocalDate }[],
  narrowedTo: Pick<CaseFilters, 'team' | 'service'>,
  readModels: ReadModels,
): HeldBy[] => {
  const days = periods.map(({ from, to }) => monthEndsIn(from, to));
  const all = [...new Set(days.flat())];
  const held = new Map(childrenHeld(all, narrowedTo, readModels).map((each, place) => [all[place]!, each]));
  return days.map((ofPeriod) => {
    const average = (on: (each: HeldBy) => number): number => {
      const sum = ofPeriod.reduce((added, day) => added + on(held.get(day)!), 0);
      return ratioOf({ part: sum, whole: ofPeriod.length }, 1, 1) ?? 0;
    };
    return { ofAll: average(({ ofAll }) => ofAll), ofTeam: (team) => average(({ ofTeam }) => ofTeam(team)) };
  });
};

/** The last days of the months of a period, and its own last day. */
const monthEndsIn = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const days = [to];
  for (let day = addDays(firstOfMonth(to), -1); day >= from; day = addDays(firstOfMonth(day), -1)) days.unshift(day);
  return days;
};

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
    `WITH ${TEAM_SERVICES}, allocated AS MATERIALIZED (
       SELECT team, coalesce("from", '') AS since,
              coalesce(min(coalesce("from", '')) OVER (
                PARTITION BY child ORDER BY number ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
              ), '9999') AS until,
              min(coalesce(held.left_care_on, '9999'), coalesce(held.died_on, '9999')) AS held_to
         FROM child_allocations JOIN children AS held USING (child)
     )
     SELECT asked.key AS day, allocated.team, count(*) AS held
       FROM json_each(:days) AS asked
       JOIN allocated ON allocated.since <= asked.value AND allocated.until > asked.value AND allocated.held_to >= asked.value
       ${joinService('allocated.team', 'asked.value')}
      WHERE allocated.team IS NOT NULL ${where}
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
