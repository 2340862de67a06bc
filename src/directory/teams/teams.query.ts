import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import type { Team } from '../directory.js';

/** The teams of a day, today unless told. A person who may read the directory sees all of them. */
export class ListTeams extends Query<{ items: Team[] }> {
  constructor(readonly on?: LocalDate) {
    super();
  }
}

@QueryHandler(ListTeams)
export class ListTeamsHandler implements IQueryHandler<ListTeams> {
  constructor(private readonly readings: Readings) {}

  async execute({ on }: ListTeams): Promise<{ items: Team[] }> {
    const { directory, now } = this.readings.withoutRules();
    return { items: directory.teams(on ?? londonDate(now)) };
  }
}

/**
 * One team as on a day, today unless told.
 * @throws Problem `not-found`
 */
export class ReadTeam extends Query<Team> {
  constructor(
    readonly team: string,
    readonly on?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadTeam)
export class ReadTeamHandler implements IQueryHandler<ReadTeam> {
  constructor(private readonly readings: Readings) {}

  async execute({ team, on }: ReadTeam): Promise<Team> {
    const { directory, now } = this.readings.withoutRules();
    const found = directory.team(team, on ?? londonDate(now));
    if (!found) throw notFound();
    return found;
  }
}
