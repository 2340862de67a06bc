import { Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { relationsThatMay } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { ExportsFile, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { notFound } from '../../platform/http/problem.js';
import { IdPipe } from '../../platform/http/reference.js';
import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../web/frame/shared.js';
import { type BoardRead, ReadEscalations } from '../escalations/escalations.query.js';
import type { ByMonth } from '../over-time/by-month.js';
import { CountByMonth } from '../over-time/over-time.query.js';
import { type BehindFigure, presentBehind } from '../pages/present-behind.js';
import type { ShownWith } from '../pages/report-page.js';
import { figureCalled, linesForCsv } from '../pages/report-shown.js';
import { ListRecordsBehind } from '../themes/theme-cases.query.js';
import { presentTeam, type TeamOfPage } from './present-team.js';
import type { TeamFigures } from './team-figures.js';
import { ReadTeamFigures } from './team-figures.query.js';
import { teamShown } from './team-shown.js';

/** One team over time: never beside another, so that no team is ranked. */
@PageRoute('teams')
export class TeamPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get(':id')
  @Permits('figures.read')
  @OpensNothing('Counts.')
  @Page('reports/team/team', presentTeam)
  async read(@Param('id', IdPipe) id: string, @Asking() asker: Asker): Promise<TeamOfPage> {
    const figures = await this.figures(id, asker);
    const count = (kind: 'formal' | 'acknowledgement'): Promise<ByMonth> =>
      this.queries.execute(new CountByMonth(asker, { kind, filters: { team: id }, year: null }));
    return {
      figures,
      months: await count('formal'),
      praise: await count('acknowledgement'),
      board: mayReadBoard(asker)
        ? await this.queries.execute<ReadEscalations, BoardRead>(new ReadEscalations(asker, { team: id }))
        : null,
    };
  }

  @Get(':id/csv')
  @Permits('figures.read')
  @ExportsFile()
  @OpensNothing('Counts.')
  async csv(
    @Param('id', IdPipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const lines = linesForCsv(teamShown(await this.figures(id, asker), await this.shownWith()));
    void reply.headers(asAttachment('team.csv'));
    return BYTE_ORDER_MARK + csvLines(lines);
  }

  /** The records that a figure of the team counts. */
  @Get(':id/counted')
  @Permits('figures.read')
  @OpensNothing('Theme, team and day of each record: no child and no word.')
  @Page('reports/over-time/cases', presentBehind)
  async counted(
    @Param('id', IdPipe) id: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
  ): Promise<BehindFigure> {
    const { figure: key } = (query ?? {}) as { figure?: unknown };
    const figures = await this.figures(id, asker);
    const figure = typeof key === 'string' ? figureCalled(teamShown(figures, await this.shownWith()), key) : undefined;
    if (figure === undefined) throw notFound();
    const items = await this.queries.execute(new ListRecordsBehind(asker, figure.counted.references));
    return { figure, items, title: figures.team.name, back: `/teams/${id}` };
  }

  private figures(id: string, asker: Asker): Promise<TeamFigures> {
    return this.queries.execute<ReadTeamFigures, TeamFigures>(new ReadTeamFigures(asker, id));
  }

  private async shownWith(): Promise<ShownWith> {
    const [{ said }, theme] = await Promise.all([this.shared.words(), this.shared.themes()]);
    return { said, theme };
  }
}

/** Those who count may be others than those who have a board. */
const mayReadBoard = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => relationsThatMay('board.read', kind).length > 0);
