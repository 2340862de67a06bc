import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import { countedFor } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type TeamFigures, teamFigures } from './team-figures.js';

/**
 * The themes of one team's disputes, the speed of its answers, and the changes for children, by quarter.
 * @throws Problem `not-found` if there has been no such team
 */
export class ReadTeamFigures extends Query<TeamFigures> {
  constructor(
    readonly asker: AskedBy,
    /** Id of the team. */
    readonly team: string,
  ) {
    super();
  }
}

@QueryHandler(ReadTeamFigures)
export class ReadTeamFiguresHandler implements IQueryHandler<ReadTeamFigures> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, team }: ReadTeamFigures): Promise<TeamFigures> {
    const now = await this.readings.now();
    if (now.readModels.get('SELECT 1 FROM teams WHERE team = :team', { team }) === undefined) throw notFound();
    const reading = countedFor(asker, now);
    const figures = teamFigures(team, reading, londonDate(reading.now));
    return narrowedTo(figures, referencesBehind(asker, reading));
  }
}
