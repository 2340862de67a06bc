import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ActionsPageDto, ActionsQuery } from './actions.dto.js';
import { ListActions } from './actions.query.js';

@ApiTags('Disputes')
@Controller('api/v1/actions')
export class ActionsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline')
  @Opens('list')
  @Reads(
    { operationId: 'listActions', summary: 'Agreed actions of the disputes you may see, oldest first' },
    ActionsPageDto,
  )
  list(@Query() query: ActionsQuery, @Asking() asker: Asker): Promise<ActionsPageDto> {
    return this.queries.execute(new ListActions(query, asker));
  }
}
