import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { presentViewsOf } from './present-views.js';
import type { ViewsDto } from './views.dto.js';
import { ReadDisputeViews } from './views.query.js';

@PageRoute('disputes')
export class DisputeViewsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/views')
  @Permits('dispute.read-views')
  @OpensNothing('Who opened it, and no word of it.')
  @Page('disputes/views/views', presentViewsOf('/disputes'))
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    return this.queries.execute(new ReadDisputeViews(reference, asker));
  }
}
