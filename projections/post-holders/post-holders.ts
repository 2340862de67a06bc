import type { LocalDate } from '../../src/calendar/calendar.js';
import type { Agreed } from '../../src/roles/events.js';
import type { PostEvent } from '../../src/directory/events.js';
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
  /** Who agreed that they take it: see `Agreed`. */
  agreed_how: Agreed['how'];
  agreed_by: string | null;
};

export const postHolders: Projection<PostHolderRow> = {
  name: 'post_holders',
  version: 2,
  categories: ['post'],
  columns: {
    post: 'text',
    number: 'integer',
    person: 'text',
    from: 'text',
    to: 'text',
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
        agreed_how: agreed.how,
        agreed_by: agreed.by,
      },
    ],
    PostLeft: (rows, { data: { person, on } }) =>
      rows.map((row) => (row.person === person && row.to === null ? { ...row, to: on } : row)),
  }),
};
