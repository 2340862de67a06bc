import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import type { Edition } from './edition.js';
import { newestEdition } from './edition.js';
import type { ReportDrafted } from './events.js';
import { prioritiesIn } from './last-years-actions.js';
import type { ActionsProposedDto } from './published-reports.dto.js';
import { FindPublishedReport } from './published-reports.query.js';

/** What the last report of the same kind, team and readers announced, line by line, for whoever says what became of it. @throws Problem `not-found` */
export class ProposeReportActions extends Query<ActionsProposedDto> {
  constructor(readonly report: string) {
    super();
  }
}

@QueryHandler(ProposeReportActions)
export class ProposeReportActionsHandler implements IQueryHandler<ProposeReportActions> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report }: ProposeReportActions): Promise<ActionsProposedDto> {
    const { state } = await this.queries.execute(new FindPublishedReport(report));
    if (state === null) throw notFound();
    const before = await this.lastBefore(state.drafted);
    if (before === null) return { from: null, items: [] };
    const { actions } = newestEdition(state);
    return {
      from: { report: before.report, edition: before.edition.edition },
      items: prioritiesIn(before.edition.sections.priorities ?? '').map((what, index) => ({
        ...{ priority: index + 1, what },
        isEntered: actions.some((each) => each.what === what),
      })),
    };
  }

  /** The last such report that stands. One that was withdrawn announces nothing any more. */
  private async lastBefore({
    kind,
    audience,
    from,
    team,
  }: ReportDrafted): Promise<{ report: string; edition: Edition } | null> {
    const earlier = this.readings.withoutRules().readModels.all<{ report: string }>(
      `SELECT report FROM published_reports WHERE published_on IS NOT NULL AND kind = :kind AND audience = :audience
        AND "to" < :from ORDER BY "to" DESC, published_on DESC, report`,
      { kind, audience, from },
    );
    for (const { report } of earlier) {
      const { state } = await this.queries.execute(new FindPublishedReport(report));
      const edition = state?.editions.findLast(({ published }) => published !== null);
      const isOfTeam = state?.drafted.team?.id === team?.id;
      if (isOfTeam && edition !== undefined && edition.withdrawn === null) return { report, edition };
    }
    return null;
  }
}
