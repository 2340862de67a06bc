import { Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { ExportsFile, Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import type { Instant } from '../../../calendar/calendar.js';
import { lastMomentOf } from '../../../calendar/dates.js';
import { AddressKey } from '../../../platform/address-key.js';
import { asAttachment, asSavedFile } from '../../../platform/http/attachment.js';
import { notFound } from '../../../platform/http/problem.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../../web/frame/shared.js';
import { keyOfIro } from '../iro-key.js';
import type { IroService } from '../iro-service.js';
import { ReadIroService } from '../iro-service.query.js';
import { iroServiceShown } from '../iro-service-shown.js';
import { BYTE_ORDER_MARK, csvLines } from '../../../register/export/csv.js';
import { linesForCsv } from '../../pages/report-shown.js';
import type { Paper } from '../../publishing/paper.js';
import { ODS, tablesOds } from '../../publishing/table-ods.js';
import { ofOneIro, presentSheet, quarterInAddress, type SheetOfPage } from './present-sheet.js';
import { sheetPaper, sheetTables } from './sheet-paper.js';
import { ReadSupervisionSheet } from './sheet.query.js';

/** One IRO on a sheet for supervision: figures, and three disputes chosen at random to read together. */
@PageRoute('iro-service/sheet')
export class SupervisionSheetPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly key: AddressKey,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get()
  @Permits('figures.read-by-iro')
  @OpensNothing('Counts, and references: no child and no word.')
  @Page('reports/iro-service/sheet/sheet', presentSheet)
  async read(@Query() query: unknown, @Asking() asker: Asker): Promise<SheetOfPage> {
    const service = await this.queries.execute<ReadIroService, IroService>(new ReadIroService(asker));
    const { of, quarter: asked } = (query ?? {}) as { of?: unknown; quarter?: unknown };
    const { iro } = service.iros.find((each) => keyOfIro(each.iro, this.key) === of) ?? none();
    const quarter = asked === undefined ? undefined : quarterInAddress(asked);
    const sheet = await this.queries.execute(new ReadSupervisionSheet(asker, iro.id, quarter));
    const { said } = await this.shared.words();
    const shown = iroServiceShown({ ...sheet, iros: [sheet.iro] }, said, () => keyOfIro(iro, this.key));
    return { sheet, shown, address: keyOfIro(iro, this.key) };
  }

  @Get('pdf')
  @Permits('figures.read-by-iro')
  @ExportsFile()
  @OpensNothing('Counts, and references: no child and no word.')
  async asPdf(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { paper, madeAt } = await this.paper(query, asker);
    // The PDF library is loaded when it is first needed, so that the program starts sooner; and so is that for Word.
    const { paperPdf } = await import('../../publishing/paper-pdf.js');
    const pdf = await paperPdf(paper, madeAt);
    void reply.headers(asSavedFile('supervision-sheet.pdf', 'application/pdf', pdf.length));
    return pdf;
  }

  @Get('docx')
  @Permits('figures.read-by-iro')
  @ExportsFile()
  @OpensNothing('Counts, and references: no child and no word.')
  async forWord(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { paper, madeAt } = await this.paper(query, asker);
    const { DOCX, paperDocx } = await import('../../publishing/paper-docx.js');
    const docx = await paperDocx(paper, madeAt);
    void reply.headers(asSavedFile('supervision-sheet.docx', DOCX, docx.length));
    return docx;
  }

  @Get('csv')
  @Permits('figures.read-by-iro')
  @ExportsFile()
  @OpensNothing('Counts: no child and no word.')
  async asCsv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { shown } = await this.read(query, asker);
    void reply.headers(asAttachment('supervision-sheet.csv'));
    return BYTE_ORDER_MARK + csvLines(linesForCsv({ ...shown, tables: shown.tables.map(ofOneIro) }));
  }

  @Get('ods')
  @Permits('figures.read-by-iro')
  @ExportsFile()
  @OpensNothing('Counts: no child and no word.')
  async asOds(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { shown } = await this.read(query, asker);
    const ods = tablesOds(sheetTables(shown.tables));
    void reply.headers(asSavedFile('supervision-sheet.ods', ODS, ods.length));
    return ods;
  }

  /** The sheet as its papers have it, as of the end of its day. */
  private async paper(query: unknown, asker: Asker): Promise<{ readonly paper: Paper; readonly madeAt: Instant }> {
    const page = await this.read(query, asker);
    const { said } = await this.shared.words();
    const by = { name: asker.name, posts: asker.posts.map(({ title }) => title) };
    return { paper: sheetPaper(page, by, said), madeAt: lastMomentOf(page.sheet.asAt) };
  }
}

const none = (): never => {
  throw notFound();
};
