import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { asAttachment } from '../../platform/http/attachment.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { queryOfAddress } from '../../platform/http/validation.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { WordsNow } from '../../protocol/words-now.js';
import { AsAt } from '../../web/frame/as-it-stood.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { askedIn, forTheQuery, type ListAsked, type ListDefinition } from '../../web/lists/listing.js';
import { RememberedList } from '../../web/lists/remembered-list.js';
import { casesAsked } from '../themes/cases-asked.js';
import { ListThemeCases, type ThemeCasesView } from '../themes/theme-cases.query.js';
import { CasesQuery } from '../themes/themes.dto.js';
import { withYearsOfRecords } from '../year-pipe.js';
import { questionIn } from './asked.js';
import type { ByMonth } from './by-month.js';
import { OverTimeQuery } from './over-time.dto.js';
import { CountByMonth, CountOverTime } from './over-time.query.js';
import { byMonthCsv, overTimeCsv } from './over-time-csv.js';
import type { OverTime, OverTimeQuestion } from './over-time.js';
import { type CasesOfPage, presentCases } from './present-cases.js';
import { presentThemes, type ThemesOfPage } from './present-themes.js';
import { themesList, UP_TO_TODAY } from './themes-list.js';

/** The page of recurring themes: records by theme or team and quarter, each number leading to its records, and month by month. */
@PageRoute('themes')
export class ThemesPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly words: WordsNow,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Page('reports/over-time/themes', presentThemes)
  async read(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ThemesOfPage | SeeOther> {
    const definition = await this.definition();
    const asked = askedIn(query, definition);
    const { open } = (query ?? {}) as { open?: unknown };
    const before =
      open === undefined && asAt === undefined
        ? new RememberedList('themes', definition).turn(request, reply, asked)
        : undefined;
    if (before !== undefined) return before;
    const question = await this.question(asked);
    const counts = await this.queries.execute<CountOverTime, OverTime>(new CountOverTime(asker, question, asAt));
    return {
      ...{ counts, asked, definition, open: typeof open === 'string' ? open : null, asAt },
      ...(await this.months(question, asker, asAt)),
    };
  }

  @Get('csv')
  @Permits('figures.read')
  @ExportsFile()
  @OpensNothing('Counts.')
  async csv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const question = await this.question(askedIn(query, await this.definition()));
    const counts = await this.queries.execute<CountOverTime, OverTime>(new CountOverTime(asker, question, asAt));
    void reply.headers(asAttachment('themes.csv'));
    return overTimeCsv(counts, await this.words.now());
  }

  @Get('by-month/csv')
  @Permits('figures.read')
  @ExportsFile()
  @OpensNothing('Counts.')
  async monthsCsv(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @AsAt() asAt: LocalDate | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const question = await this.question(askedIn(query, await this.definition()));
    const { months, praise } = await this.months(question, asker, asAt);
    void reply.headers(asAttachment('by-month.csv'));
    return byMonthCsv(months, praise);
  }

  /** The records behind a figure. Each leads to the whole of it, or to its standing, as its reader may see it. */
  @Get('cases')
  @Permits('figures.read')
  @OpensNothing('Theme, team and day of each record: no child and no word.')
  @Page('reports/over-time/cases', presentCases)
  async cases(
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Req() { url }: Pick<FastifyRequest, 'url'>,
  ): Promise<CasesOfPage> {
    const asked = await queryOfAddress(query as ListAsked, CasesQuery);
    const { year, filters } = casesAsked(withYearsOfRecords(asked, this.today()));
    const view = await this.queries.execute<ListThemeCases, ThemeCasesView>(new ListThemeCases(asker, year, filters));
    const team = this.directory.teams(this.today()).find(({ teamId }) => teamId === filters.team);
    return { address: url, view, filters, teamName: team?.name ?? filters.team ?? null };
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }

  private async question(asked: ListAsked): Promise<OverTimeQuestion> {
    const { show: _show, year, ...narrowed } = forTheQuery(asked);
    const counted = year === undefined || year === UP_TO_TODAY ? narrowed : { ...narrowed, year };
    return questionIn(withYearsOfRecords(await queryOfAddress(counted, OverTimeQuery), this.today()));
  }

  /** A theme is of disputes or of acknowledgements, so that beside one of disputes all acknowledgements of the same teams stand. */
  private async months(
    { kind, filters, year }: OverTimeQuestion,
    asker: Asker,
    asAt: LocalDate | undefined,
  ): Promise<{ months: ByMonth; praise: ByMonth | null }> {
    const { theme: _theme, themeGroup: _group, ...ofTheTeams } = filters;
    const count = (of: OverTimeQuestion['kind'], by: OverTimeQuestion['filters']): Promise<ByMonth> =>
      this.queries.execute<CountByMonth, ByMonth>(new CountByMonth(asker, { kind: of, filters: by, year }, asAt));
    return {
      months: await count(kind, filters),
      praise: kind === 'acknowledgement' ? null : await count('acknowledgement', ofTheTeams),
    };
  }

  private async definition(): Promise<ListDefinition> {
    const { themes } = await this.words.now();
    return themesList(this.directory, londonDate(this.clock.now()), themes);
  }
}
