import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { presentRecordCopy } from './present-record-copy.js';
import type { RecordCopyDto } from './record-copy.dto.js';
import { ReadRecordCopy } from './record-copy.query.js';

@PageRoute('disputes')
export class RecordCopyPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/print')
  @Permits('dispute.read')
  @Opens('copy')
  @Page('disputes/record-copy/record-copy', presentRecordCopy)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<RecordCopyDto> {
    return this.queries.execute(new ReadRecordCopy(reference, asker));
  }
}
