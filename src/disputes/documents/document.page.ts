import { Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { PageRoute } from '../../web/frame/page.js';
import { DocumentQuery } from './document.dto.js';
import { OpenDocument } from './document.query.js';
import { savedFile } from './saved-file.js';

/** The link beside a document leads here, and a browser saves the file. */
@PageRoute('disputes')
export class DocumentPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference/document')
  @Permits('dispute.read')
  @Opens('document')
  async open(
    @Param('reference', ReferencePipe) reference: string,
    @Query() { id }: DocumentQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return savedFile(await this.queries.execute(new OpenDocument(reference, id, asker)), reply);
  }
}
