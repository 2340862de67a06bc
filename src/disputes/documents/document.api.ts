import { Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DisputeRoute } from '../dispute-route.js';
import { DocumentQuery } from './document.dto.js';
import { OpenDocument } from './document.query.js';
import { savedFile } from './saved-file.js';

@DisputeRoute()
export class DocumentApi {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/document')
  @Permits('dispute.read')
  @Opens('document')
  @Reads({ operationId: 'openDocument', summary: 'One document that was sent as evidence, as a file' }, String)
  @ApiProduces('application/octet-stream')
  async open(
    @Param('reference', ReferencePipe) reference: string,
    @Query() { id }: DocumentQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return savedFile(await this.queries.execute(new OpenDocument(reference, id, asker)), reply);
  }
}
