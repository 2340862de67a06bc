import { Get, Inject, Query } from '@nestjs/common';
import {
  FROM_ITEMS,
  ITEM_KEY,
  ITEM_SORTS,
  type ItemFilters,
  narrowedItems,
} from '../../../projections/challenge-items/challenge-items.queries.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { type RelationConditions, scopeOf } from '../../access/scope.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { OWN_CHILDREN } from '../../disputes/list/visible-disputes.js';
import { NOT_HIDDEN } from '../../disputes/restriction.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Reads } from '../../platform/http/docs.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import { readReference } from '../../platform/ids.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { ChallengeRoute } from '../challenge-route.js';
import { MEETING_RELATIONS } from '../meeting/list-meetings.js';
import { type ItemListedDto, ItemsPageDto, ItemsQuery } from './items.dto.js';

/** An IRO sees the items about their own children, whatever else stands on that agenda. */
const OWN_ITEM: RelationConditions = {
  'own-child': `register.held_by = :me OR register.reference IN (
    SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))`,
};

interface Row {
  meeting: string;
  meeting_kind: string;
  held_on: string;
  item_id: string;
  about: string;
  dispute: string | null;
  own_theme: string | null;
  title: string | null;
  status: string;
  because: string;
  decision: string | null;
  iro_view: string | null;
  goes_on_to: string | null;
  next_look_on: string | null;
  actions: number;
  carried_from: string | null;
  carried_to: string | null;
  times_carried: number;
  item_key: string;
}

@ChallengeRoute('items')
export class ItemsRoute {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Reads({ operationId: 'listItems', summary: 'The items of every agenda you may see' }, ItemsPageDto)
  list(@Query() query: ItemsQuery, @Asking() asker: Asker): ItemsPageDto {
    const today = londonDate(this.clock.now());
    const scope = (permission: 'challenge.read' | 'challenge.read-own' | 'challenge.read-outline') =>
      scopeOf(
        asker,
        permission,
        permission === 'challenge.read-own' ? OWN_ITEM : MEETING_RELATIONS,
        this.directory,
        today,
      );
    const visible = [scope('challenge.read'), scope('challenge.read-own'), scope('challenge.read-outline')];
    const sorting = sortingOf('-heldOn', ITEM_SORTS);
    const from = after(sorting, ITEM_KEY, query.cursor ? readCursor(query.cursor) : undefined);
    const narrowed = narrowedItems(filtersIn(query));
    const limit = limitOf(query);
    const where = [`(${visible.map(({ sql }) => sql).join(' OR ')})`, NOT_HIDDEN, from.where, ...narrowed.where];
    const rows = this.readModels.all<Row>(
      `SELECT item.*, meeting.kind AS meeting_kind, meeting.held_on, coalesce(item.theme, register.theme) AS own_theme,
              json_array_length(item.actions) AS actions, ${ITEM_KEY} AS item_key
        ${FROM_ITEMS} WHERE ${where.join(' AND ')} ORDER BY ${from.order} LIMIT :most`,
      {
        ...Object.assign({}, ...visible.map(({ parameters }) => parameters)),
        today,
        ...from.parameters,
        ...narrowed.parameters,
        most: limit + 1,
      },
    );
    return pageOf(rows, limit, (row) => ({ value: row.held_on, key: row.item_key }), listed);
  }
}

/** The query of the address as filters of the items. */
const filtersIn = ({ cursor: _cursor, limit: _limit, ...query }: ItemsQuery): ItemFilters => ({
  ...(query as ItemFilters),
  meeting: query.meeting && (readReference(query.meeting) ?? query.meeting),
  series: query.series && (readReference(query.series) ?? query.series),
  dispute: query.dispute && (readReference(query.dispute) ?? query.dispute),
  actionsOutstanding: query.actionsOutstanding === undefined ? undefined : query.actionsOutstanding === 'true',
});

const listed = (row: Row): ItemListedDto => ({
  meeting: row.meeting,
  meetingKind: row.meeting_kind,
  heldOn: row.held_on,
  itemId: row.item_id,
  about: row.about,
  dispute: row.dispute,
  theme: row.own_theme,
  title: row.title,
  status: row.status,
  because: JSON.parse(row.because) as string[],
  decision: row.decision,
  iroView: row.iro_view,
  goesOnTo: row.goes_on_to,
  nextLookOn: row.next_look_on,
  actions: row.actions,
  carriedFrom: row.carried_from,
  carriedTo: row.carried_to,
  timesCarried: row.times_carried,
});
