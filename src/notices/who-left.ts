import type { LocalDate } from '../calendar/calendar.js';
import { postStream } from '../directory/post.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** The event by which one of some posts was left, the last one whose last day is over; undefined where none was. */
export const lastToBeLeft = async (
  posts: readonly string[],
  today: LocalDate,
  { store, readModels }: { readonly store: EventStore; readonly readModels: ReadModels },
): Promise<RecordedEvent | undefined> => {
  const left = readModels.get<{ post: string; person: string }>(
    `SELECT post, person FROM post_holders WHERE post IN (SELECT value FROM json_each(:posts)) AND "to" < :today
      ORDER BY "to" DESC, post LIMIT 1`,
    { posts: JSON.stringify(posts), today },
  );
  const history = left === undefined ? [] : await store.read(postStream(left.post));
  return history.findLast(({ type, data }) => type === 'PostLeft' && data.person === left?.person);
};

/** The event by which one of some people left a post, the last one whose last day is over; undefined where none has. */
export const lastToLeave = async (
  people: readonly string[],
  today: LocalDate,
  { store, readModels }: { readonly store: EventStore; readonly readModels: ReadModels },
): Promise<RecordedEvent | undefined> => {
  const left = readModels.get<{ post: string; person: string }>(
    `SELECT post, person FROM post_holders WHERE person IN (SELECT value FROM json_each(:people)) AND "to" < :today
      ORDER BY "to" DESC, post LIMIT 1`,
    { people: JSON.stringify(people), today },
  );
  const history = left === undefined ? [] : await store.read(postStream(left.post));
  return history.findLast(({ type, data }) => type === 'PostLeft' && data.person === left?.person);
};
