import { Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { financialYearOf, previousYear } from '../../calendar/dates.js';
import { AddressKey } from '../../platform/address-key.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { notFound } from '../../platform/http/problem.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../web/frame/shared.js';
import { type BoardRead, ReadEscalations } from '../escalations/escalations.query.js';
import { addressFor } from '../escalations/present-board.js';
import { figureCalled, linesForCsv, type ReportShown } from '../pages/report-shown.js';
import { ListThemeCases, type ThemeCasesView } from '../themes/theme-cases.query.js';
import { keyOfIro } from './iro-key.js';
import type { IroService } from './iro-service.js';
import { ReadIroService } from './iro-service.query.js';
import { iroServiceShown } from './iro-service-shown.js';
import { presentIroService, presentWorkBehind, type WorkBehind } from './present-iro-service.js';

/** The IRO service for those who lead it: support and supervision, never a ranking. */
@PageRoute('iro-service')
export class IroServicePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly key: AddressKey,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get()
  @Permits('figures.read-by-iro')
  @OpensNothing('Counts.')
  @Page('reports/iro-service/iro-service', presentIroService)
  async read(@Asking() asker: Asker): Promise<ReportShown> {
    return this.shown(await this.service(asker));
  }

  @Get('csv')
  @Permits('figures.read-by-iro')
  @ExportsFile()
  @OpensNothing('Counts.')
  async csv(@Asking() asker: Asker, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const lines = linesForCsv(await this.shown(await this.service(asker)));
    void reply.headers(asAttachment('iro-service.csv'));
    return BYTE_ORDER_MARK + csvLines(lines);
  }

  /** The records that a figure of an IRO counts. */
  @Get('counted')
  @Permits('figures.read-by-iro')
  @OpensNothing('References: no child and no word.')
  @Page('reports/iro-service/counted', presentWorkBehind)
  async counted(@Query() query: unknown, @Asking() asker: Asker): Promise<WorkBehind> {
    const { figure: key } = (query ?? {}) as { figure?: unknown };
    const service = await this.service(asker);
    const figure = typeof key === 'string' ? figureCalled(await this.shown(service), key) : undefined;
    if (figure === undefined) throw notFound();
    return { figure, paths: await this.pathsOf(service, asker) };
  }

  /** Of disputes and acknowledgements: the whole of each, or where it stands, as the reader may see it. */
  private async pathsOf({ asAt }: IroService, asker: Asker): Promise<ReadonlyMap<string, string>> {
    const paths = new Map<string, string>();
    const year = financialYearOf(asAt);
    for (const kind of ['disputes', 'acknowledgement'] as const)
      for (const each of [previousYear(year), year]) {
        const listed = new ListThemeCases(asker, each, { kind });
        const { items } = await this.queries.execute<ListThemeCases, ThemeCasesView>(listed);
        for (const { reference, opens } of items)
          if (opens !== null)
            paths.set(
              reference,
              `/${kind === 'disputes' ? 'disputes' : 'acknowledgements'}/${reference}${opens === 'outline' ? '/outline' : ''}`,
            );
      }
    const board = await this.queries.execute<ReadEscalations, BoardRead>(new ReadEscalations(asker));
    for (const row of board.rows) paths.set(row.reference, addressFor(row));
    return paths;
  }

  private service(asker: Asker): Promise<IroService> {
    return this.queries.execute<ReadIroService, IroService>(new ReadIroService(asker));
  }

  private async shown(service: IroService): Promise<ReportShown> {
    const { said } = await this.shared.words();
    return iroServiceShown(service, said, (iro) => keyOfIro(iro, this.key));
  }
}
