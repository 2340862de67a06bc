import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { OutlineDto } from './outline.dto.js';
import { ReadOutline } from './outline.query.js';
import { presentOutline } from './present-outline.js';

/** The page of the standing of a dispute, for leaders who may not read what was written. */
@PageRoute('disputes')
export class OutlinePage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/outline')
  @Permits('dispute.read-standing')
  @Opens('page')
  @Page('disputes/outline/outline', presentOutline)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<OutlineDto> {
    return this.queries.execute(new ReadOutline(reference, asker));
  }
}
