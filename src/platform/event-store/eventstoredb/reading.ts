import { BACKWARDS, END, type AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Position, RecordedEvent } from '../event-store.js';
import type { Attempt } from './attempts.js';
import { isOfCategories } from './categories.js';
import { collect } from './collect.js';
import { deleted, failureOf } from './failures.js';
import { positionFrom } from './position.js';
import { recordedFrom } from './recorded.js';
import { eventsHidden, eventsMissing, hiddenBy, isSystemEvent, metadataStreamOf } from './stream-metadata.js';

/**
 * The events of a stream from a revision on; none where it does not exist.
 * @throws StoreUnavailable when events of it are hidden, missing or cannot be read
 */
export const readStream = async (
  attempt: Attempt,
  stream: string,
  from: number,
  maxCount?: number,
): Promise<RecordedEvent[]> => {
  const events = await recordedIn(attempt, stream, from, maxCount);
  const gap = events.findIndex(({ revision }, index) => revision !== from + index);
  if (gap >= 0) throw eventsMissing(stream, from + gap);
  if (events.length === 0) await mustHideNothing(attempt, stream);
  return events;
};

const recordedIn = async (
  { client, options, limit }: Attempt,
  stream: string,
  from: number,
  maxCount: number | undefined,
): Promise<RecordedEvent[]> => {
  try {
    const reading = client.readStream(stream, { ...options, fromRevision: BigInt(from), maxCount });
    return (await collect(reading, limit)).flatMap(({ event }) => event ?? []).map(recordedFrom);
  } catch (error) {
    if (failureOf(error) === 'not found') return [];
    if (failureOf(error) === 'deleted') throw deleted(stream);
    throw error;
  }
};

/** Hidden events look like events that never were: before that is believed, what the server was told about the stream is looked at. */
const mustHideNothing = async ({ client, options, limit }: Attempt, stream: string): Promise<void> => {
  try {
    const newest = { ...options, direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [metadata] = await collect(client.readStream(metadataStreamOf(stream), newest), limit);
    const hidden = metadata?.event && hiddenBy(metadata.event);
    if (hidden !== undefined) throw eventsHidden(hidden);
  } catch (error) {
    if (failureOf(error) !== 'not found') throw error;
  }
};

/** Position of the newest event of these categories, read backwards from the end; nothing older than `known` is looked at. */
export const newestOf = async (
  { client, options, limit }: Attempt,
  categories: readonly string[] | undefined,
  known: Position | undefined,
): Promise<Position | undefined> => {
  let newest = known;
  const found = ({ event }: AllStreamResolvedEvent): boolean => {
    if (event?.position === undefined) return false;
    const position = positionFrom(event.position);
    if (known !== undefined && position <= known) return true;
    if (isSystemEvent(event.type) || !isOfCategories(event.streamId, categories)) return false;
    newest = position;
    return true;
  };
  const backwards = client.readAll({ ...options, direction: BACKWARDS, fromPosition: END });
  await collect(backwards, limit, found);
  return newest;
};
