import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { AcknowledgementDto } from './read.dto.js';
import { ReadAcknowledgement } from './read.query.js';

@AcknowledgementRoute()
export class ReadAcknowledgementApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference')
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('page')
  @Reads({ operationId: 'readAcknowledgement', summary: 'One acknowledgement as it stands' }, AcknowledgementDto, {
    one: true,
  })
  read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
  ): Promise<Versioned<AcknowledgementDto>> {
    return this.queries.execute(new ReadAcknowledgement(reference, asker));
  }
}
