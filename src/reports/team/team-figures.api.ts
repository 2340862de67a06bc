import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { TeamFiguresDto } from './team-figures.dto.js';
import { ReadTeamFigures } from './team-figures.query.js';

@ApiTags('Figures')
@Controller('api/v1/teams')
export class TeamFiguresApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/figures')
  @Permits('figures.read')
  @OpensNothing('Counts, and references.')
  @Reads(
    {
      operationId: 'readTeamFigures',
      summary: 'What goes wrong in a team, how fast it is put right, and what changed, by quarter',
    },
    TeamFiguresDto,
  )
  async read(@Param('id', IdPipe) id: string, @Asking() asker: Asker): Promise<TeamFiguresDto> {
    return (await this.queries.execute(new ReadTeamFigures(asker, id))) as unknown as TeamFiguresDto;
  }
}
