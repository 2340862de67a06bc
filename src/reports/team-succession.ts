import type { FinancialYear, LocalDate } from '../calendar/calendar.js';
import { firstDayOf, lastDayOf, previousYear } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** Teams that became one another, by splitting or merging: from year to year they are compared together, never one by one. */
export interface TeamLine {
  /** Ids, those that were there first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Days on which one ended or began because of it. */
  readonly changedOn: readonly LocalDate[];
}

/** A team with its links, as `teams` has it. */
export interface LinkedTeam {
  readonly team: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly succeeds: readonly string[];
  readonly succeededBy: readonly string[];
}

/** Every group of teams that hang together by such links; a team that was only renamed is the same team and in none of them. */
export const teamLines = (teams: readonly LinkedTeam[]): TeamLine[] => {
  const byId = new Map(teams.map((team) => [team.team, team]));
  const links = teams.flatMap(({ team, succeeds, succeededBy }) => [
    ...succeeds.map((old) => ({ old, young: team })),
    ...succeededBy.map((young) => ({ old: team, young })),
  ]);
  const left = new Set(links.flatMap(({ old, young }) => [old, young]));
  const lines: TeamLine[] = [];
  for (const start of left) {
    const together = new Set([start]);
    for (const member of together) {
      left.delete(member);
      for (const { old, young } of links) {
        if (old === member) together.add(young);
        if (young === member) together.add(old);
      }
    }
    const members = [...together].sort();
    lines.push({
      before: members.filter((member) => links.some(({ old }) => old === member)),
      after: members.filter((member) => links.some(({ young }) => young === member)),
      changedOn: members.flatMap((member) => [
        ...(links.some(({ old }) => old === member) ? [byId.get(member)?.to ?? []].flat() : []),
        ...(links.some(({ young }) => young === member) ? [byId.get(member)?.from ?? []].flat() : []),
      ]),
    });
  }
  return lines;
};

/** Every team with its links. */
export const linkedTeams = (readModels: ReadModels): LinkedTeam[] =>
  readModels
    .all<{
      team: string;
      from: LocalDate | null;
      to: LocalDate | null;
      succeeds: string;
      succeeded_by: string;
    }>('SELECT team, "from", "to", succeeds, succeeded_by FROM teams')
    .map(({ team, from, to, succeeds, succeeded_by }) => ({
      ...{ team, from, to },
      succeeds: JSON.parse(succeeds) as string[],
      succeededBy: JSON.parse(succeeded_by) as string[],
    }));

/** The lines that changed within a year or the year before it. */
export const teamLinesIn = (
  year: FinancialYear,
  readModels: ReadModels,
  before: FinancialYear = previousYear(year),
): TeamLine[] => {
  const isWithin = (day: LocalDate): boolean => firstDayOf(before) <= day && day <= lastDayOf(year);
  return teamLines(linkedTeams(readModels)).filter(({ changedOn }) => changedOn.some(isWithin));
};

/** "Locality North became Locality East and Locality West: …", so that nobody compares a part with the whole. */
export const successionNote = ({ before, after }: TeamLine, nameOf: (team: string) => string): string =>
  `${together(before.map(nameOf))} became ${together(after.map(nameOf))}: from year to year they are compared together, not one by one`;

const together = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The latest name of a team. */
export const latestNames =
  (readModels: ReadModels) =>
  (team: string): string =>
    readModels.get<{ name: string }>('SELECT name FROM team_names WHERE team = ? ORDER BY number DESC LIMIT 1', [team])
      ?.name ?? team;
