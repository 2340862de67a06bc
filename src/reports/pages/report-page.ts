import { Get, Inject, Param, Query, Res, type Type } from '@nestjs/common';
import { QueryBus, type Query as QueryOfBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { financialYearOf, londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { notFound } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { CLOCK } from '../../platform/tokens.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import { AsAt, onThatDay } from '../../web/frame/as-it-stood.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../web/frame/shared.js';
import { ListRecordsBehind } from '../themes/theme-cases.query.js';
import { YearPipe } from '../year-pipe.js';
import { type BehindFigure, presentBehind } from './present-behind.js';
import { presentReport, type ReportOfPage } from './present-report.js';
import { figureCalled, linesForCsv, type ReportShown, type Said, withoutRecords } from './report-shown.js';

/** The words with which a report is shown. */
export interface ShownWith {
  readonly said: Said;
  /** Label of a theme, as the council gives it. */
  readonly theme: (code: string) => string;
}

/** One report of a year as a page: by the queries of its route of the API. */
export interface ReportPage {
  /** Behind `/reports/`, as of the API. */
  readonly path: string;
  /** In the list of reports: what it tells, in a few words. */
  readonly title: string;
  readonly about: string;
  /** @param asAt the day at the end of which it is read; undefined of today */
  read(ask: Asks, year: FinancialYear, asker: Asker, asAt?: LocalDate): Promise<(shownWith: ShownWith) => ReportShown>;
}

export type Asks = <Answer>(query: QueryOfBus<Answer>) => Promise<Answer>;

/** The page of a report, its CSV, and the page of what each of its figures counts. */
export const reportPageOf = (report: ReportPage): Type => {
  @PageRoute(`reports/${report.path}`)
  class PageOfReport {
    constructor(
      private readonly queries: QueryBus,
      @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
      @Inject(CLOCK) private readonly clock: Clock,
    ) {}

    @Get()
    @Permits('figures.read')
    @OpensNothing('Leads to the year that is counted now, or was on the day that is asked for.')
    @Page('reports/pages/report')
    now(@AsAt() asAt: LocalDate | undefined): SeeOther {
      const year = financialYearOf(asAt ?? londonDate(this.clock.now()));
      return new SeeOther(onThatDay(`/reports/${report.path}/${year.replace('/', '-')}`, asAt));
    }

    @Get(':year')
    @Permits('figures.read')
    @OpensNothing('Counts.')
    @Page('reports/pages/report', presentReport)
    async read(
      @Param('year', YearPipe) year: string,
      @Asking() asker: Asker,
      @AsAt() asAt: LocalDate | undefined,
    ): Promise<ReportOfPage> {
      return { report: await this.shown(year, asker, asAt), path: report.path, year, asAt };
    }

    @Get(':year/csv')
    @Permits('figures.read')
    @ExportsFile()
    @OpensNothing('Counts.')
    async csv(
      @Param('year', YearPipe) year: string,
      @Asking() asker: Asker,
      @AsAt() asAt: LocalDate | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<string> {
      const lines = linesForCsv(await this.shown(year, asker, asAt));
      void reply.headers(asAttachment(`${report.path}-${year.replace('/', '-')}.csv`));
      return BYTE_ORDER_MARK + csvLines(lines);
    }

    /** The records behind a figure. Each leads to the whole of it, or to its standing, as its reader may see it. */
    @Get(':year/counted')
    @Permits('figures.read')
    @OpensNothing('Theme, team and day of each record: no child and no word.')
    @Page('reports/over-time/cases', presentBehind)
    async counted(
      @Param('year', YearPipe) year: string,
      @Query() query: unknown,
      @Asking() asker: Asker,
    ): Promise<BehindFigure> {
      const { figure: key } = (query ?? {}) as { figure?: unknown };
      const shown = await this.shown(year, asker);
      const figure = typeof key === 'string' ? figureCalled(shown, key) : undefined;
      if (figure === undefined) throw notFound();
      const items = await this.queries.execute(new ListRecordsBehind(asker, figure.counted.references));
      return { figure, items, title: shown.title, back: `/reports/${report.path}/${year.replace('/', '-')}` };
    }

    private async shown(year: FinancialYear, asker: Asker, asAt?: LocalDate): Promise<ReportShown> {
      const shown = await report.read((query) => this.queries.execute(query), year, asker, asAt);
      const [{ said }, theme] = await Promise.all([this.shared.words(), this.shared.themes()]);
      const ofThatDay = shown({ said, theme });
      return asAt === undefined ? ofThatDay : withoutRecords(ofThatDay);
    }
  }

  Object.defineProperty(PageOfReport, 'name', { value: `PageOfReport ${report.path}` });
  return PageOfReport;
};
