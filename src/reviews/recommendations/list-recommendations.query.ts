import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import type { RecommendationsListDto, RecommendationsListedDto } from './recommendations.dto.js';
import { standingTo } from '../without-hidden.js';
import { visibleRecommendations } from './visible-recommendations.js';

/** The recommendations of reviews that the asker may see: those that wait for somebody first, then by the date of the answer. */
export class ListRecommendations extends Query<RecommendationsListDto> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

interface Row {
  readonly reference: string;
  readonly child: string;
  readonly team: string | null;
  readonly reviewedOn: string;
  readonly sentOn: string;
  readonly dueOn: string;
  readonly standing: string;
  readonly late: number;
}

@QueryHandler(ListRecommendations)
export class ListRecommendationsHandler implements IQueryHandler<ListRecommendations> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ListRecommendations): Promise<RecommendationsListDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const visible = visibleRecommendations(asker, directory, today);
    const standing = standingTo(seesAll(asker) ? null : asker, today);
    const rows = readModels.all<Row>(
      `SELECT sent.reference, sent.child, sent.team, sent.reviewed_on AS reviewedOn, sent.sent_on AS sentOn,
          sent.due_on AS dueOn, ${standing.sql} AS standing, sent.answered_late AS late
        FROM recommendations AS sent WHERE (${visible.sql})
        ORDER BY ${standing.sql} NOT IN ('awaiting-answer', 'to-decide'), sent.due_at, sent.reference`,
      { ...visible.parameters, ...standing.parameters },
    );
    const names = namesFrom(directory, today);
    return { items: rows.map((row) => listed(row, names)) };
  }
}

const listed = ({ child, team, late, ...row }: Row, names: Names): RecommendationsListedDto => ({
  ...row,
  child: names.child(child),
  team: team === null ? null : names.team(team, row.sentOn),
  late: late === 1,
});
