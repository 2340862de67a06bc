import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { RecordCopyDto } from './record-copy.dto.js';
import { ReadRecordCopy } from './record-copy.query.js';

@DisputeRoute()
export class RecordCopyApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/record-copy')
  @Permits('dispute.read')
  @Opens('copy')
  @Reads({ operationId: 'readRecordCopy', summary: 'A copy for the child’s own file' }, RecordCopyDto)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<RecordCopyDto> {
    return this.queries.execute(new ReadRecordCopy(reference, asker));
  }
}
