import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { conditionsOf } from '../../../../projections/conditions.js';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../../platform/http/paging.js';
import { readReference } from '../../../platform/ids.js';
import { Readings } from '../../../reading/readings.js';
import { visibleMeetings } from '../visible-meetings.js';
import type { MeetingListedDto, MeetingsPageDto, MeetingsQuery } from './list.dto.js';

/** The meetings that the asker may see, the latest day first. */
export class ListMeetings extends Query<MeetingsPageDto> {
  constructor(
    readonly query: MeetingsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

const CONDITIONS = {
  series: 'meeting.series = :series',
  kind: 'meeting.kind = :kind',
  status: 'meeting.status = :status',
} as const;

interface Row {
  meeting: string;
  series: string | null;
  kind: string;
  name: string;
  status: string;
  held_on: string;
  starts_at: string;
  place: string | null;
  posts: string;
  people: string;
  revision: number;
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker }: ListMeetings): Promise<MeetingsPageDto> {
    const { readModels, directory, now } = await this.readings.now();
    const visible = visibleMeetings(asker, directory, londonDate(now));
    const { series, kind, status } = query;
    const filters = { series: series && (readReference(series) ?? series), kind, status };
    const narrowed = conditionsOf(CONDITIONS, filters);
    const sorting = sortingOf('-heldOn', { heldOn: 'meeting.held_on' });
    const from = after(sorting, 'meeting.meeting', query.cursor ? readCursor(query.cursor) : undefined);
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT meeting.* FROM challenge_meetings AS meeting
        WHERE ${[visible.sql, from.where, ...narrowed.where].join(' AND ')}
        ORDER BY ${from.order} LIMIT :most`,
      { ...visible.parameters, ...from.parameters, ...narrowed.parameters, most: limit + 1 },
    );
    return pageOf(rows, limit, (row) => ({ value: row.held_on, key: row.meeting }), listed);
  }
}

const listed = (row: Row): MeetingListedDto => ({
  meeting: row.meeting,
  series: row.series,
  kind: row.kind,
  name: row.name,
  status: row.status,
  heldOn: row.held_on,
  startsAt: row.starts_at,
  place: row.place,
  posts: JSON.parse(row.posts) as string[],
  people: JSON.parse(row.people) as string[],
  revision: row.revision,
});
