import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { asSavedFile } from '../../platform/http/attachment.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { ProposeReportActions } from './actions-proposed.query.js';
import { type FileAsked, MakeReportFile } from './published-report-files.query.js';
import {
  ActionsProposedDto,
  PublishedReportDto,
  ReportComparedDto,
  ReportsListedDto,
  TablesProposedDto,
} from './published-reports.dto.js';
import { EditionQuery, TableQuery, TablesQuery } from './report-acts.dto.js';
import { ComparePublishedReport, ListPublishedReports, ReadPublishedReport } from './published-reports.query.js';
import { ProposeReportTables } from './tables-proposed.query.js';

const NO_CHILD = 'Counts with the small ones hidden, and words that are to be published.';

@ApiTags('Published reports')
@Controller('api/v1/published-reports')
export class PublishedReportsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'listReports', summary: 'Reports that are written or were given out' }, ReportsListedDto)
  list(@Asking() asker: Asker): Promise<ReportsListedDto> {
    return this.queries.execute(new ListPublishedReports(asker));
  }

  @Get(':reference')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'readReport', summary: 'A report with all its editions' }, PublishedReportDto)
  read(@Param('reference', ReferencePipe) report: string, @Asking() asker: Asker): Promise<PublishedReportDto> {
    return this.queries.execute(new ReadPublishedReport(report, asker));
  }

  @Get(':reference/tables')
  @Permits('report.write')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'proposeReportTables', summary: 'Tables that would print something' }, TablesProposedDto)
  tables(
    @Param('reference', ReferencePipe) report: string,
    @Query() { method }: TablesQuery,
  ): Promise<TablesProposedDto> {
    return this.queries.execute(new ProposeReportTables(report, method));
  }

  @Get(':reference/actions')
  @Permits('report.write')
  @OpensNothing(NO_CHILD)
  @Reads(
    { operationId: 'proposeReportActions', summary: 'What the report before it announced, line by line' },
    ActionsProposedDto,
  )
  actions(@Param('reference', ReferencePipe) report: string): Promise<ActionsProposedDto> {
    return this.queries.execute(new ProposeReportActions(report));
  }

  @Get(':reference/compare')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'compareReport', summary: 'As published beside what the records say now' }, ReportComparedDto)
  compare(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition }: EditionQuery,
    @Asking() asker: Asker,
  ): Promise<ReportComparedDto> {
    return this.queries.execute(new ComparePublishedReport(report, asker, numberIn(edition)));
  }

  @Get(':reference/pdf')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'downloadReport', summary: 'An edition as a tagged PDF' }, String)
  @ApiProduces('application/pdf')
  pdf(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition }: EditionQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, edition, { as: 'pdf' }, reply);
  }

  @Get(':reference/docx')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'downloadReportForWord', summary: 'An edition as a document for Word' }, String)
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  docx(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition }: EditionQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, edition, { as: 'docx' }, reply);
  }

  @Get(':reference/json')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'downloadReportJson', summary: 'All that an edition says, of which the digest is' }, String)
  json(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition }: EditionQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, edition, { as: 'json' }, reply);
  }

  @Get(':reference/csv')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads({ operationId: 'downloadReportTable', summary: 'A table of an edition as CSV' }, String)
  @ApiProduces('text/csv')
  csv(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition, table = '1' }: TableQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, edition, { as: 'csv', table: Number(table) }, reply);
  }

  @Get(':reference/ods')
  @Permits('report.read')
  @OpensNothing(NO_CHILD)
  @Reads(
    { operationId: 'downloadReportSpreadsheet', summary: 'A table of an edition as an open-document spreadsheet' },
    String,
  )
  @ApiProduces('application/vnd.oasis.opendocument.spreadsheet')
  ods(
    @Param('reference', ReferencePipe) report: string,
    @Query() { edition, table = '1' }: TableQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(report, asker, edition, { as: 'ods', table: Number(table) }, reply);
  }

  private async file(
    report: string,
    asker: Asker,
    edition: string | undefined,
    asked: FileAsked,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, type, bytes } = await this.queries.execute(
      new MakeReportFile(report, asker, numberIn(edition), asked),
    );
    void reply.headers(asSavedFile(name, type, bytes.length));
    return new StreamableFile(bytes);
  }
}

const numberIn = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : Number(written);
