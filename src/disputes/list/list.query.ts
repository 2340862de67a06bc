import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { joinDateOfRound } from '../../../projections/deadlines/date-columns.js';
import {
  AWAITING,
  type DisputeFilters,
  DISPUTE_SORTS,
  FROM_DISPUTES,
  narrowedDisputes,
  OVERDUE,
} from '../../../projections/dispute-register/dispute-register.queries.js';
import type { AskedBy } from '../../access/asker.js';
import { mustGoByWhatIsShown } from '../../access/goes-by.js';
import { type Condition, EVERY_ROW } from '../../access/scope.js';
import { londonDate, quarterWritten, yearWritten } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import {
  type DisputeListedDto,
  type DisputesPageDto,
  type DisputesQuery,
  DISPUTES_GO_BY,
  NAMES_IN_DISPUTES,
} from './list.dto.js';
import { visibleDisputes } from './visible-disputes.js';

/** The disputes that the asker may see, narrowed, sorted and paged. */
export class ListDisputes extends Query<DisputesPageDto> {
  constructor(
    readonly query: DisputesQuery,
    readonly asker: AskedBy,
    /** A condition that leaves out more rows (alias `register`); it never brings one in. */
    readonly among: Condition = EVERY_ROW,
  ) {
    super();
  }
}

interface Row {
  reference: string;
  own_reference: string | null;
  kind: string;
  status: string;
  raised_on: string;
  quarter: string;
  team: string;
  children: string;
  child_count: number;
  iro: string | null;
  entered_by: string | null;
  held_by: string | null;
  theme: string | null;
  theme_group: string | null;
  stage: number;
  ladder: string;
  level: string | null;
  current_stage: number;
  stage_name: string | null;
  awaiting_now: string | null;
  addressed_posts: string;
  addressed_team: string | null;
  addressed_also: string;
  first_due_on: string | null;
  due_on: string | null;
  overdue: number;
  outcome: string | null;
  ended_on: string | null;
  actions_outstanding: number;
  urgent: number;
  restricted_to: string | null;
  imported: number;
  taken_on: number;
  /** Null where no clock runs here: what a register says of a date was counted by nobody. */
  not_yet_certain: number | null;
  revision: number;
  sort_value: string | number;
}

@QueryHandler(ListDisputes)
export class ListDisputesHandler implements IQueryHandler<ListDisputes> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker, among }: ListDisputes): Promise<DisputesPageDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const visible = visibleDisputes(asker, directory, today);
    mustGoByWhatIsShown(query, DISPUTES_GO_BY, visible.extent === 'figures' ? NAMES_IN_DISPUTES : [], 'dispute.read');
    // A search is for a child or a name, and readers who count are shown neither, so they get no rows.
    if (among !== EVERY_ROW && visible.extent === 'figures') return { items: [], next: null };
    const sorting = sortingOf(query.sort ?? '-raisedOn', DISPUTE_SORTS);
    const from = after(sorting, 'register.reference', query.cursor ? readCursor(query.cursor) : undefined);
    const narrowed = narrowedDisputes(filtersIn(query), now);
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT register.*, ${AWAITING} AS awaiting_now, ${OVERDUE} AS overdue, ${sorting.column} AS sort_value,
              answer_date.not_yet_certain
        ${FROM_DISPUTES} ${joinDateOfRound('answer', 'answer_date')} WHERE ${[`(${visible.sql})`, among.sql, from.where, ...narrowed.where].join(' AND ')}
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...among.parameters,
        ...from.parameters,
        ...narrowed.parameters,
        most: limit + 1,
      },
    );
    const names = namesFrom(directory, today);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.sort_value, key: row.reference }),
      (row) => listed(row, visible.extent === 'figures', names),
    );
  }
}

/** The query of the address as filters of the register. */
const filtersIn = ({ sort: _sort, cursor: _cursor, limit: _limit, ...query }: DisputesQuery): DisputeFilters => ({
  ...(query as DisputeFilters),
  year: query.year === undefined ? undefined : yearWritten(query.year),
  quarter: query.quarter === undefined ? undefined : quarterWritten(query.quarter),
  stage: query.stage === undefined ? undefined : Number(query.stage),
  overdue: yesOrNo(query.overdue),
  imported: yesOrNo(query.imported),
  takenOn: yesOrNo(query.takenOn),
  actionsOutstanding: yesOrNo(query.actionsOutstanding),
});

const yesOrNo = (written: string | undefined): boolean | undefined =>
  written === undefined ? undefined : written === 'true';

const listed = (row: Row, deidentified: boolean, names: Names): DisputeListedDto => ({
  reference: row.reference,
  ownReference: deidentified ? null : row.own_reference,
  kind: row.kind,
  status: row.status,
  raisedOn: row.raised_on,
  quarter: row.quarter,
  team: names.team(row.team, row.raised_on),
  ...(deidentified ? {} : { children: (JSON.parse(row.children) as string[]).map(names.child) }),
  childCount: row.child_count,
  raisedBy: deidentified || row.iro === null ? null : names.person(row.iro),
  enteredBy: deidentified || row.entered_by === null ? null : names.person(row.entered_by),
  heldBy: deidentified || row.held_by === null ? null : names.person(row.held_by),
  theme: row.theme,
  themeGroup: row.theme_group,
  ladder: row.ladder,
  level: row.level,
  stage: row.stage,
  currentStage: row.current_stage,
  stageName: row.stage_name,
  awaiting: row.awaiting_now,
  addressedTo: JSON.parse(row.addressed_posts) as string[],
  addressedTeam: row.addressed_team === null ? null : names.team(row.addressed_team, row.raised_on),
  alsoAddressed: (JSON.parse(row.addressed_also) as string[]).map((team) => names.team(team, row.raised_on)),
  firstDueOn: row.first_due_on,
  dueOn: row.due_on,
  dueIsCertain: row.not_yet_certain !== 1,
  overdue: row.overdue === 1,
  outcome: row.outcome,
  endedOn: row.ended_on,
  actionsOutstanding: row.actions_outstanding,
  urgent: row.urgent === 1,
  restricted: row.restricted_to !== null,
  imported: row.imported === 1,
  takenOn: row.taken_on === 1,
  revision: row.revision,
});
