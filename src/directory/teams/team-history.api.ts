import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DirectoryRoute } from '../directory-route.js';
import { TeamsOverTimeDto } from './team-history.dto.js';
import { ReadTeamsOverTime } from './team-history.query.js';

@DirectoryRoute('directory')
export class TeamHistoryApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('teams-over-time')
  @Permits('directory.read')
  @OpensNothing('Teams of the council.')
  @Reads(
    { operationId: 'listTeamsOverTime', summary: 'Every team there has been: names, services, merges and splits' },
    TeamsOverTimeDto,
  )
  list(): Promise<TeamsOverTimeDto> {
    return this.queries.execute(new ReadTeamsOverTime());
  }
}
