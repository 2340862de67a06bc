import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { Agreed } from '../../src/roles/events.js';
import type { PostEvent } from '../../src/directory/events.js';
import { isEndedBy } from '../../src/directory/post.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** A person holding a post, from a day (null: from the beginning) to a last day (null: still). */
export type PostHolderRow = {
  post: string;
  /** 1, 2, 3 in the order in which the post was taken. */
  number: number;
  person: string;
  from: LocalDate | null;
  to: LocalDate | null;
  /** That was recorded on that very day: it counts from the next request on, and not from the end of the day. */
  left_at_once: boolean;
  /** The person who agreed that they take it: see `Agreed`. */
  agreed_how: Agreed['how'];
  agreed_by: string | null;
};

export const postHolders: Projection<PostHolderRow> = {
  name: 'post_holders',
  version: 4,
  categories: ['post'],
  columns: {
    post: 'text',
    number: 'integer',
    person: 'text',
    from: 'text',
    to: 'text',
    left_at_once: 'boolean',
    agreed_how: 'text',
    agreed_by: 'text',
  },
  key: ['post', 'number'],
  indexes: [['person']],
  partitionBy: idOf,
  when: handlers<PostEvent, PostHolderRow>({
    PostTaken: (rows, { stream, data: { person, from, agreed } }) => [
      ...rows,
      {
        post: idOf({ stream }),
        number: rows.length + 1,
        person,
        from,
        to: null,
        left_at_once: false,
        agreed_how: agreed.how,
        agreed_by: agreed.by,
      },
    ],
    PostLeft: (rows, { data: { person, on }, metadata }) =>
      rows.map((row) =>
        isEndedBy(row, { person, on }) ? { ...row, to: on, left_at_once: londonDate(metadata.occurredAt) === on } : row,
      ),
  }),
};

/** Whether it is held on a day (`:on` unless told), of rows that a query calls by this name. */
export const heldOn = (held: string, on = ':on'): string =>
  `(${held}."from" IS NULL OR ${held}."from" <= ${on}) AND ${notLeftBy(held, on)}`;

/** Whether nobody has left it by a day. */
export const notLeftBy = (held: string, on: string): string =>
  `(${held}."to" IS NULL OR ${held}."to" > ${on} OR (${held}."to" = ${on} AND NOT ${held}.left_at_once))`;
