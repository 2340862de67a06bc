import { Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { asSavedFile } from '../../platform/http/attachment.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import {
  presentComparison,
  presentPublishedReport,
  presentPublishedReports,
  type ReportAsRead,
  type ReportsAsListed,
} from './present-published-reports.js';
import { type FileAsked, MakeReportFile } from './published-report-files.query.js';
import type { ReportComparedDto } from './published-reports.dto.js';
import { ComparePublishedReport, ListPublishedReports, ReadPublishedReport } from './published-reports.query.js';

const NO_CHILD = 'Counts with the small ones hidden, and words that are to be published.';

/** Reports that are written or were given out, and the files of each. */
@PageRoute('published-reports')
export class PublishedReportsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Page('reports/publishing/published-reports', presentPublishedReports)
  async list(@Asking() asker: Asker): Promise<ReportsAsListed> {
    return { ...(await this.queries.execute(new ListPublishedReports(asker))), asker };
  }

  @Get(':reference')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Page('reports/publishing/published-report', presentPublishedReport)
  async read(@Param('reference', ReferencePipe) report: string, @Asking() asker: Asker): Promise<ReportAsRead> {
    return { report: await this.queries.execute(new ReadPublishedReport(report, asker)), asker };
  }

  @Get(':reference/compare')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Page('reports/publishing/compared', presentComparison)
  async compare(
    @Param('reference', ReferencePipe) report: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
  ): Promise<{ compared: ReportComparedDto; report: string }> {
    const edition = numberIn(query, 'edition');
    return { compared: await this.queries.execute(new ComparePublishedReport(report, asker, edition)), report };
  }

  @Get(':reference/pdf')
  @Permits('report.read')
  @ExportsFile()
  @OpensNothing(NO_CHILD)
  pdf(
    @Param('reference', ReferencePipe) report: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, query, { as: 'pdf' }, reply);
  }

  @Get(':reference/docx')
  @Permits('report.read')
  @ExportsFile()
  @OpensNothing(NO_CHILD)
  docx(
    @Param('reference', ReferencePipe) report: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, query, { as: 'docx' }, reply);
  }

  @Get(':reference/csv')
  @Permits('report.read')
  @ExportsFile()
  @OpensNothing(NO_CHILD)
  csv(
    @Param('reference', ReferencePipe) report: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, query, { as: 'csv', table: numberIn(query, 'table') ?? 1 }, reply);
  }

  @Get(':reference/ods')
  @Permits('report.read')
  @ExportsFile()
  @OpensNothing(NO_CHILD)
  ods(
    @Param('reference', ReferencePipe) report: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, query, { as: 'ods', table: numberIn(query, 'table') ?? 1 }, reply);
  }

  private async file(
    report: string,
    asker: Asker,
    query: unknown,
    asked: FileAsked,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const edition = numberIn(query, 'edition');
    const { name, type, bytes } = await this.queries.execute(new MakeReportFile(report, asker, edition, asked));
    void reply.headers(asSavedFile(name, type, bytes.length));
    return new StreamableFile(bytes);
  }
}

/** A number in the query of an address; undefined if the query holds anything else. */
const numberIn = (query: unknown, name: string): number | undefined => {
  const written = ((query ?? {}) as Readonly<Record<string, unknown>>)[name];
  return typeof written === 'string' && /^\d{1,4}$/.test(written) ? Number(written) : undefined;
};
