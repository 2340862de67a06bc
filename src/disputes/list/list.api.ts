import { Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { DisputeRoute } from '../dispute-route.js';
import { ListDisputes } from './list.query.js';
import { ListDisputesAsCsv } from './list-csv.query.js';
import { DisputesCsvQuery, DisputesPageDto, DisputesQuery } from './list.dto.js';

@DisputeRoute()
export class ListApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('list')
  @Reads({ operationId: 'listDisputes', summary: 'The disputes you may see' }, DisputesPageDto)
  list(@Query() query: DisputesQuery, @Asking() asker: Asker): Promise<DisputesPageDto> {
    return this.queries.execute(new ListDisputes(query, asker));
  }

  @Get('csv')
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Opens('list')
  @Reads({ operationId: 'listDisputesAsCsv', summary: 'The disputes you may see, all pages, as CSV' }, String)
  @ApiProduces('text/csv')
  async csv(
    @Query() query: DisputesCsvQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = await this.queries.execute(new ListDisputesAsCsv(query, asker));
    void reply.headers(asAttachment('disputes.csv'));
    return text;
  }
}
