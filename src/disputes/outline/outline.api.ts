import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { OutlineDto } from './outline.dto.js';
import { ReadOutline } from './outline.query.js';

@DisputeRoute()
export class OutlineApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/outline')
  @Permits('dispute.read-standing')
  @Opens('page')
  @Reads(
    { operationId: 'readOutline', summary: 'Where a dispute stands, without what was written and without a child' },
    OutlineDto,
  )
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<OutlineDto> {
    return this.queries.execute(new ReadOutline(reference, asker));
  }
}
