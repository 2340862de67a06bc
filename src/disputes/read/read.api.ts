import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { DisputeRoute } from '../dispute-route.js';
import { AsAtQuery } from '../../reading/as-at.dto.js';
import { DisputeDto, HistoryDto } from './dispute.dto.js';
import { ReadDispute, ReadDisputeHistory } from './read.query.js';

@DisputeRoute()
export class ReadApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference')
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('page')
  @Reads({ operationId: 'readDispute', summary: 'One dispute as it stands' }, DisputeDto, { one: true })
  read(
    @Param('reference', ReferencePipe) reference: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<Versioned<DisputeDto>> {
    return this.queries.execute(new ReadDispute(reference, asker, 'to-read', asAt));
  }

  @Get(':reference/events')
  @Permits('dispute.read', 'dispute.read-outline')
  @Opens('history')
  @Reads({ operationId: 'readDisputeHistory', summary: 'Everything that happened to it' }, HistoryDto, { one: true })
  history(
    @Param('reference', ReferencePipe) reference: string,
    @Query() { asAt }: AsAtQuery,
    @Asking() asker: Asker,
  ): Promise<Versioned<HistoryDto>> {
    return this.queries.execute(new ReadDisputeHistory(reference, asker, 'to-read', asAt));
  }
}
