import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { LetterDto } from './letter.dto.js';
import { ReadLetter } from './letter.query.js';

@DisputeRoute()
export class LetterApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/letter')
  @Permits('dispute.read-letter')
  @Opens('copy')
  @Reads(
    { operationId: 'readLetter', summary: 'Sentences for a letter to the child or young person; nothing is sent' },
    LetterDto,
  )
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<LetterDto> {
    return this.queries.execute(new ReadLetter(reference, asker));
  }
}
