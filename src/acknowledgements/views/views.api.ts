import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { ViewsDto } from '../../disputes/views/views.dto.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { ReadAcknowledgementViews } from './views.query.js';

@AcknowledgementRoute()
export class AcknowledgementViewsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/views')
  @Permits('acknowledgement.read-views')
  @OpensNothing('Who opened it, and no word of it.')
  @Reads({ operationId: 'readAcknowledgementViews', summary: 'Who opened it' }, ViewsDto)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    return this.queries.execute(new ReadAcknowledgementViews(reference, asker));
  }
}
