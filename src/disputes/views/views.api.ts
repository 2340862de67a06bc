import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { ViewsDto } from './views.dto.js';
import { ReadDisputeViews } from './views.query.js';

@DisputeRoute()
export class ViewsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/views')
  @Permits('dispute.read-views')
  @OpensNothing('Who opened it, and no word of it.')
  @Reads({ operationId: 'readDisputeViews', summary: 'Who opened it' }, ViewsDto)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    return this.queries.execute(new ReadDisputeViews(reference, asker));
  }
}
