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
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { ListAcknowledgementsAsCsv } from './list-csv.query.js';
import { AcknowledgementsCsvQuery, AcknowledgementsPageDto, AcknowledgementsQuery } from './list.dto.js';
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

  @Get('csv')
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('list')
  @Reads({ operationId: 'listAcknowledgementsAsCsv', summary: 'The acknowledgements you may see, as CSV' }, String)
  @ApiProduces('text/csv')
  async csv(
    @Query() query: AcknowledgementsCsvQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = await this.queries.execute(new ListAcknowledgementsAsCsv(query, asker));
    void reply.headers(asAttachment('acknowledgements.csv'));
    return text;
  }
}
