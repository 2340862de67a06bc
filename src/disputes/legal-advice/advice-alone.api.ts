import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { AdviceAloneDto } from './advice-alone.dto.js';
import { ReadAdviceAlone } from './advice-alone.query.js';

@DisputeRoute()
export class AdviceAloneApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/legal-advice')
  @Permits('dispute.read-legal-advice')
  @Opens('page')
  @Reads(
    { operationId: 'readLegalAdvice', summary: 'The legal advice about a dispute alone, which is legally privileged' },
    AdviceAloneDto,
  )
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<AdviceAloneDto> {
    return this.queries.execute(new ReadAdviceAlone(reference, asker));
  }
}
