import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { presentViewsOf } from '../../disputes/views/present-views.js';
import type { ViewsDto } from '../../disputes/views/views.dto.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadCheckViews } from './views.query.js';

@PageRoute('reviews')
export class CheckViewsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/views')
  @Permits('review.read-views')
  @OpensNothing('Who opened it, and no word of it.')
  @Page('disputes/views/views', presentViewsOf('/reviews'))
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    return this.queries.execute(new ReadCheckViews(reference, asker));
  }
}
