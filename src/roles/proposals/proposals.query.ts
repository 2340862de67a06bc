import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RoleProposalRow } from '../../../projections/role-proposals/role-proposals.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import type { ProposalDto, ProposalsDto } from './proposals.dto.js';

/**
 * The last 200 proposals that give somebody a role, those that wait first; or one of them. The same for everybody who may read them: no
 * child is in it.
 */
export class ListProposals extends Query<ProposalsDto> {
  constructor(readonly proposal: string | null = null) {
    super();
  }
}

const MOST = 200;

@QueryHandler(ListProposals)
export class ListProposalsHandler implements IQueryHandler<ListProposals> {
  constructor(private readonly readings: Readings) {}

  async execute({ proposal }: ListProposals): Promise<ProposalsDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const names = namesFrom(directory, today);
    const rows = readModels.all<RoleProposalRow & { gives: string }>(
      `SELECT * FROM role_proposals WHERE :proposal IS NULL OR proposal = :proposal
        ORDER BY standing = 'waiting' AND lapses_on >= :today DESC, proposed_at DESC, proposal LIMIT :most`,
      { today, proposal, most: MOST },
    );
    return { items: rows.map((row) => shown(row, names, today)) };
  }
}

const shown = (row: RoleProposalRow & { gives: string }, names: Names, today: LocalDate): ProposalDto => ({
  proposal: row.proposal,
  kind: row.kind,
  standing: row.standing === 'waiting' && row.lapses_on < today ? 'lapsed' : row.standing,
  title: row.title,
  post: row.post,
  postKind: row.post_kind,
  team: row.team,
  service: row.service,
  person: row.person === null ? null : names.person(row.person),
  from: row.from,
  gives: JSON.parse(row.gives) as string[],
  proposedBy: names.person(row.proposed_by),
  proposedAt: row.proposed_at,
  lapsesOn: row.lapses_on,
  settledBy: row.settled_by === null ? null : names.person(row.settled_by),
  settledAt: row.settled_at,
  reason: row.reason,
});
