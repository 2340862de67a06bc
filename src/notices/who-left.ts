import type { LocalDate } from '../calendar/calendar.js';
import { postStream } from '../directory/post.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';

interface Around {
  readonly store: EventStore;
  readonly readModels: ReadModels;
}

/** The event by which one of some posts was left, the last one whose last day is over; undefined where none was. */
export const lastToBeLeft = (posts: readonly string[], today: LocalDate, around: Around) =>
  lastLeaving('post', posts, today, around);

/** The event by which one of some people left a post, the last one whose last day is over; undefined where none has. */
export const lastToLeave = (people: readonly string[], today: LocalDate, around: Around) =>
  lastLeaving('person', people, today, around);

const lastLeaving = async (
  whose: 'post' | 'person',
  ids: readonly string[],
  today: LocalDate,
  { store, readModels }: Around,
): Promise<RecordedEvent | undefined> => {
  const left = readModels.get<{ post: string; person: string }>(
    `SELECT post, person FROM post_holders WHERE ${whose} IN (SELECT value FROM json_each(:ids)) AND "to" < :today
      ORDER BY "to" DESC, post LIMIT 1`,
    { ids: JSON.stringify(ids), today },
  );
  const history = left === undefined ? [] : await store.read(postStream(left.post));
  return history.findLast(({ type, data }) => type === 'PostLeft' && data.person === left?.person);
};
