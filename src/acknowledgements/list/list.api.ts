import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { AcknowledgementsPageDto, AcknowledgementsQuery } from './list.dto.js';
import { ListAcknowledgements } from './list.query.js';

@AcknowledgementRoute()
export class ListAcknowledgementsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('list')
  @Reads({ operationId: 'listAcknowledgements', summary: 'The acknowledgements you may see' }, AcknowledgementsPageDto)
  list(@Query() query: AcknowledgementsQuery, @Asking() asker: Asker): Promise<AcknowledgementsPageDto> {
    return this.queries.execute(new ListAcknowledgements(query, asker));
  }
}
