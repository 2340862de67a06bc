import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DisputeRoute } from '../dispute-route.js';
import { ListDisputes } from './list.query.js';
import { DisputesPageDto, DisputesQuery } from './list.dto.js';

@DisputeRoute()
export class ListApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('list')
  @Reads({ operationId: 'listDisputes', summary: 'The disputes you may see' }, DisputesPageDto)
  list(@Query() query: DisputesQuery, @Asking() asker: Asker): Promise<DisputesPageDto> {
    return this.queries.execute(new ListDisputes(query, asker));
  }
}
