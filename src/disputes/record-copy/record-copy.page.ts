import { Get, Inject, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { asSavedFile } from '../../platform/http/attachment.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../web/frame/shared.js';
import { presentRecordCopy } from './present-record-copy.js';
import type { RecordCopyDto } from './record-copy.dto.js';
import { ReadRecordCopy } from './record-copy.query.js';

@PageRoute('disputes')
export class RecordCopyPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get(':reference/print')
  @Permits('dispute.read')
  @Opens('copy')
  @Page('disputes/record-copy/record-copy', presentRecordCopy)
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<RecordCopyDto> {
    return this.queries.execute(new ReadRecordCopy(reference, asker));
  }

  @Get(':reference/print/pdf')
  @Permits('dispute.read')
  @Opens('copy')
  async asPdf(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const shown = presentRecordCopy(await this.read(reference, asker), { words: await this.shared.words() });
    // The PDF library is loaded when it is first needed, so that the program starts sooner.
    const { recordCopyPdf } = await import('./record-copy-pdf.js');
    const pdf = await recordCopyPdf(shown, await this.shared.called());
    void reply.headers(asSavedFile(`record-copy-${reference}.pdf`, 'application/pdf', pdf.length));
    return pdf;
  }
}
