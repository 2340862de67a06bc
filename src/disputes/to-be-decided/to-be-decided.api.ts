import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DisputeRoute } from '../dispute-route.js';
import { ListToBeDecidedDto } from './to-be-decided.dto.js';
import { ListToBeDecided } from './to-be-decided.query.js';

@DisputeRoute()
export class ToBeDecidedApi {
  constructor(private readonly queries: QueryBus) {}

  @Get('to-be-decided')
  @Permits('dispute.read', 'dispute.read-outline')
  @Opens('list')
  @Reads(
    {
      operationId: 'listDisputesToBeDecided',
      summary: 'Open disputes about children who died, left care or turned 18: none is closed by itself',
    },
    ListToBeDecidedDto,
  )
  list(@Asking() asker: Asker): Promise<ListToBeDecidedDto> {
    return this.queries.execute(new ListToBeDecided(asker));
  }
}
