import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { ViewsDto } from '../../disputes/views/views.dto.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { ReadCheckViews } from './views.query.js';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class CheckViewsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/views')
  @Permits('review.read-views')
  @OpensNothing('Who opened it, and no word of it.')
  @Reads({ operationId: 'readCheckViews', summary: 'Who opened it' }, ViewsDto)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    return this.queries.execute(new ReadCheckViews(reference, asker));
  }
}
