import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  FROM_ITEMS,
  ITEM_KEY,
  ITEM_SORTS,
  type ItemFilters,
  narrowedItems,
} from '../../../projections/challenge-items/challenge-items.queries.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { keptFor, NOT_KEPT_FROM } from '../../disputes/set-aside.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import { readReference } from '../../platform/ids.js';
import { Readings } from '../../reading/readings.js';
import { visibleItems } from '../meeting/visible-meetings.js';
import { BY_THE_CASE, type ItemListedDto, type ItemsPageDto, type ItemsQuery } from './items.dto.js';

/** The items of every agenda, as many as the asker may see, the latest day first. Nothing that was written. */
export class ListItems extends Query<ItemsPageDto> {
  constructor(
    readonly query: ItemsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

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

@QueryHandler(ListItems)
export class ListItemsHandler implements IQueryHandler<ListItems> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker }: ListItems): Promise<ItemsPageDto> {
    const { readModels, directory, now } = await this.readings.now();
    const visible = visibleItems(asker, directory, londonDate(now));
    const sorting = sortingOf('-heldOn', ITEM_SORTS);
    const from = after(sorting, ITEM_KEY, query.cursor ? readCursor(query.cursor) : undefined);
    const narrowed = narrowedItems(filtersIn(query));
    const limit = limitOf(query);
    const cases = visibleDisputes(asker, directory, londonDate(now));
    const isByTheCase = BY_THE_CASE.some((filter) => query[filter] !== undefined);
    const ofOpenCases = `(item.dispute IS NULL OR item.dispute IN (
      SELECT register.reference FROM dispute_register AS register WHERE ${cases.sql}))`;
    const where = [visible.sql, NOT_KEPT_FROM, from.where, ...(isByTheCase ? [ofOpenCases] : []), ...narrowed.where];
    const rows = readModels.all<Row>(
      `SELECT item.*, meeting.kind AS meeting_kind, meeting.held_on, coalesce(item.theme, register.theme) AS own_theme,
              json_array_length(item.actions) AS actions, ${ITEM_KEY} AS item_key
        ${FROM_ITEMS} WHERE ${where.join(' AND ')} ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...(isByTheCase ? cases.parameters : {}),
        ...keptFor(asker, londonDate(now)),
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
