import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DirectoryRoute } from '../directory-route.js';
import { OnDayQuery } from '../teams/teams.dto.js';
import { CoversDto } from './covers.dto.js';
import { ListCovers } from './covers.query.js';

@DirectoryRoute('covers')
export class CoversApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing('Who stands in for whom.')
  @Reads({ operationId: 'listCovers', summary: 'Who stands in for whom on a day' }, CoversDto)
  list(@Query() { on }: OnDayQuery): Promise<CoversDto> {
    return this.queries.execute(new ListCovers(on));
  }
}
