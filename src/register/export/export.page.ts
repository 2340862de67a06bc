import { Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { type FileOfRecords, Opens, OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { asAttachment } from '../../platform/http/attachment.js';
import type { Clock } from '../../platform/clock/clock.js';
import { queryOfAddress } from '../../platform/http/validation.js';
import { CLOCK } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { askedIn } from '../../web/lists/listing.js';
import { ExportedFileQuery, ExportQuery } from './export.dto.js';
import { ExportedFiles } from './exported-files.js';
import { exportFilters, presentExport, type RegisterToTakeAway } from './present-export.js';

/** The register is taken away as files, of every year or of one. */
@PageRoute('imports/export')
export class ExportPage {
  constructor(
    private readonly files: ExportedFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('register.export')
  @OpensNothing('Counts of rows.')
  @Page('register/export/export', presentExport)
  async list(@Query() query: unknown, @Asking() asker: Asker): Promise<RegisterToTakeAway> {
    const definition = exportFilters(londonDate(this.clock.now()));
    const asked = askedIn(query, definition);
    const view = await this.files.listed(await queryOfAddress(asked, ExportQuery), asker);
    return { ...view, asked, definition };
  }

  @Get('file')
  @Permits('register.export')
  @ExportsFile()
  @Opens('export')
  async file(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileOfRecords> {
    const asked = await queryOfAddress(query as Record<string, string>, ExportedFileQuery);
    const file = await this.files.file(asked, asker);
    void reply.headers(asAttachment(asked.name));
    return file;
  }
}
