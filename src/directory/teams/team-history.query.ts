import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Readings } from '../../reading/readings.js';
import type { TeamOverTimeDto, TeamsOverTimeDto } from './team-history.dto.js';

/** Every team there is or has been, with its names, its services, and the teams it took over from or that took over from it. */
export class ReadTeamsOverTime extends Query<TeamsOverTimeDto> {}

interface Row {
  team: string;
  code: string;
  from: string | null;
  to: string | null;
  names: string;
  services: string;
  succeeds: string;
  succeeded_by: string;
}

@QueryHandler(ReadTeamsOverTime)
export class ReadTeamsOverTimeHandler implements IQueryHandler<ReadTeamsOverTime> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<TeamsOverTimeDto> {
    const rows = this.readings.withoutRules().readModels.all<Row>(
      `SELECT teams.*,
          (SELECT json_group_array(json_object('name', named.name, 'from', named."from"))
             FROM (SELECT * FROM team_names WHERE team_names.team = teams.team ORDER BY number) AS named) AS names
        FROM teams ORDER BY teams.code, teams.team`,
    );
    const lastName = new Map(rows.map((row) => [row.team, namesIn(row).at(-1)?.name ?? row.code]));
    const called = (ids: string) => (JSON.parse(ids) as string[]).map((id) => lastName.get(id) ?? id);
    // A fact that was recorded of one side alone is shown of both.
    const tookOver = rows.map((row) => ({
      row,
      from: new Set([
        ...called(row.succeeds),
        ...rows
          .filter((other) => idsIn(other.succeeded_by).includes(row.team))
          .map((other) => lastName.get(other.team)!),
      ]),
      by: new Set([
        ...called(row.succeeded_by),
        ...rows.filter((other) => idsIn(other.succeeds).includes(row.team)).map((other) => lastName.get(other.team)!),
      ]),
    }));
    return { items: tookOver.map(({ row, from, by }) => overTime(row, [...from].sort(), [...by].sort())) };
  }
}

const idsIn = (written: string): string[] => JSON.parse(written) as string[];

const namesIn = ({ names }: Row): TeamOverTimeDto['names'] => JSON.parse(names) as TeamOverTimeDto['names'];

const overTime = (row: Row, tookOverFrom: string[], takenOverBy: string[]): TeamOverTimeDto => ({
  teamId: row.team,
  code: row.code,
  names: namesIn(row),
  services: JSON.parse(row.services) as TeamOverTimeDto['services'],
  from: row.from,
  to: row.to,
  tookOverFrom,
  takenOverBy,
});
