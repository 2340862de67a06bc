import type { Asker } from '../../access/asker.js';
import { type RelationConditions, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { OWN_CHILDREN } from '../../disputes/list/visible-disputes.js';
import { conditionsOf } from '../../../projections/conditions.js';
import { readReference } from '../../platform/ids.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { MeetingListedDto, MeetingsPageDto, MeetingsQuery } from './meetings.dto.js';

/** The relations of src/access/access-table.ts, said of a meeting (alias `meeting`). */
export const MEETING_RELATIONS: RelationConditions = {
  sits: `EXISTS (SELECT 1 FROM json_each(meeting.posts) AS post WHERE post.value = :myKind)`,
  'own-child': `EXISTS (
    SELECT 1 FROM challenge_items AS own JOIN dispute_register AS mine ON mine.reference = own.dispute
     WHERE own.meeting = meeting.meeting AND (mine.held_by = :me OR mine.reference IN (
       SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))))`,
};

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
  revision: number;
}

/** The meetings that the asker may see, the latest day first. */
export const listMeetings = (
  query: MeetingsQuery,
  asker: Asker,
  readModels: ReadModels,
  directory: Directory,
  today: LocalDate,
): MeetingsPageDto => {
  const visible = (['challenge.read', 'challenge.read-own', 'challenge.read-outline'] as const).map((permission) =>
    scopeOf(asker, permission, MEETING_RELATIONS, directory, today),
  );
  const { series, kind, status } = query;
  const filters = { series: series && (readReference(series) ?? series), kind, status };
  const narrowed = conditionsOf(CONDITIONS, filters);
  const sorting = sortingOf('-heldOn', { heldOn: 'meeting.held_on' });
  const from = after(sorting, 'meeting.meeting', query.cursor ? readCursor(query.cursor) : undefined);
  const limit = limitOf(query);
  const rows = readModels.all<Row>(
    `SELECT meeting.* FROM challenge_meetings AS meeting
      WHERE ${[`(${visible.map(({ sql }) => sql).join(' OR ')})`, from.where, ...narrowed.where].join(' AND ')}
      ORDER BY ${from.order} LIMIT :most`,
    {
      ...Object.assign({}, ...visible.map(({ parameters }) => parameters)),
      today,
      ...from.parameters,
      ...narrowed.parameters,
      most: limit + 1,
    },
  );
  return pageOf(rows, limit, (row) => ({ value: row.held_on, key: row.meeting }), listed);
};

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
  revision: row.revision,
});
