import type { LocalDate } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { compareProtocols, keyForPeople } from '../../protocol/compare-protocols.js';
import type { Reading } from '../../reading/reading.js';
import { latestNames, linkedTeams, successionNote, type TeamLine, teamLines } from '../team-succession.js';
import type { Change } from './breaks.js';

/** Teams that split or merged, and the days from which it was so. */
export interface StructureChanged {
  readonly teams: readonly string[];
  readonly changes: readonly Change[];
}

/** Every time teams became one another, as the directory says. */
export const structureChanges = (readModels: ReadModels): StructureChanged[] => {
  const teams = linkedTeams(readModels);
  const byId = new Map(teams.map((team) => [team.team, team]));
  const nameOf = latestNames(readModels);
  const daysOf = ({ before, after }: TeamLine): LocalDate[] => [
    ...before.flatMap((team) => {
      const last = byId.get(team)?.to ?? null;
      return last === null ? [] : [addDays(last, 1)];
    }),
    ...after.flatMap((team) => byId.get(team)?.from ?? []),
  ];
  return teamLines(teams).map((line) => ({
    teams: [...new Set([...line.before, ...line.after])],
    changes: [...new Set(daysOf(line))].map((on) => ({
      ...{ what: 'structure', on },
      note: `from ${on} ${successionNote(line, nameOf)}`,
    })),
  }));
};

/** Every day from which another ladder was in force, as the protocols that were adopted say. Another name for a stage is no other ladder. */
export const ladderChanges = ({ readModels, protocols }: Pick<Reading, 'readModels' | 'protocols'>): Change[] => {
  const days = readModels
    .all<{ on: LocalDate }>('SELECT DISTINCT in_force_from AS "on" FROM protocol_stages ORDER BY in_force_from')
    .map(({ on }) => on);
  return days.slice(1).flatMap((on): Change[] => {
    const changed = compareProtocols(
      protocols.inForceOn(addDays(on, -1)).protocol,
      protocols.inForceOn(on).protocol,
    ).filter(({ key }) => OF_THE_LADDER.test(key) && !IN_WORDS_ONLY.test(key));
    if (changed.length === 0) return [];
    const what = [...new Set(changed.map(({ key }) => keyForPeople(key)))];
    const said = what.length > MOST_RULES ? [...what.slice(0, MOST_RULES), 'and more'] : what;
    return [{ what: 'ladder', on, note: `another ladder from ${on} (${said.join(', ')})` }];
  });
};

const OF_THE_LADDER = /^(informal|stages|ladders|total-cap|receipt-clock)\b/;
const IN_WORDS_ONLY = /\.(name|words)\b/;
const MOST_RULES = 3;

/** Every day from which a theme was collected, or was no more. */
export const listChanges = (readModels: ReadModels): Change[] =>
  readModels
    .all<{ label: string; from: LocalDate | null; to: LocalDate | null }>(
      'SELECT label, collected_from AS "from", collected_to AS "to" FROM themes_in_use ORDER BY code',
    )
    .flatMap(({ label, from, to }): Change[] => [
      ...(from === null ? [] : [{ what: 'list' as const, on: from, note: `“${label}” is collected from ${from} on` }]),
      ...(to === null
        ? []
        : [{ what: 'list' as const, on: addDays(to, 1), note: `“${label}” was collected until ${to}` }]),
    ]);
