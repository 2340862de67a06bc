import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { DirectoryRoute } from '../directory-route.js';
import { OnDayQuery, TeamDto, TeamsDto } from './teams.dto.js';
import { ListTeams, ReadTeam } from './teams.query.js';

@DirectoryRoute('teams')
export class TeamsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing('Teams of the council.')
  @Reads({ operationId: 'listTeams', summary: 'The teams of a day' }, TeamsDto)
  list(@Query() { on }: OnDayQuery): Promise<TeamsDto> {
    return this.queries.execute(new ListTeams(on));
  }

  @Get(':id')
  @Permits('directory.read')
  @OpensNothing('Teams of the council.')
  @Reads({ operationId: 'readTeam', summary: 'One team as on a day' }, TeamDto)
  read(@Param('id', IdPipe) id: string, @Query() { on }: OnDayQuery): Promise<TeamDto> {
    return this.queries.execute(new ReadTeam(id, on));
  }
}
