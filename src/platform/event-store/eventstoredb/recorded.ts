import type { JSONRecordedEvent, RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { type EventMetadata, type JsonObject, type RecordedEvent, StoreUnavailable } from '../event-store.js';
import { asFirstRecorded } from '../first-recorded.js';
import { positionFrom } from './position.js';

/** The number that an older server sends where it does not know the position. */
const NO_POSITION = 0xffff_ffff_ffff_ffffn;

/**
 * An event as the port hands it out. Its type may be one that nobody knows.
 * @throws StoreUnavailable naming the event, where it was not written by this program: it is not JSON, or says nothing about its command
 */
export const recordedFrom = (event: ServerEvent): RecordedEvent => {
  const { position } = event;
  if (position === undefined || position.commit === NO_POSITION) {
    throw new StoreUnavailable(
      'This EventStoreDB does not tell positions of events: it must be version 22.10 or newer.',
    );
  }
  if (!event.isJson || !isObject(event.data)) throw unreadable(event, 'its data is not a JSON object');
  if (event.metadata === undefined) throw unreadable(event, 'it has no metadata');
  if (!isObject(event.metadata)) throw unreadable(event, 'its metadata is not a JSON object');
  return asFirstRecorded({
    id: event.id,
    type: event.type,
    data: event.data as JsonObject,
    metadata: event.metadata as unknown as EventMetadata,
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionFrom(position),
    recordedAt: event.created.toISOString(),
  });
};

/** The client hands text and bytes through where it cannot read them as JSON. */
const isObject = (value: JSONRecordedEvent['data'] | Uint8Array): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

const unreadable = ({ streamId, revision }: ServerEvent, why: string): StoreUnavailable =>
  new StoreUnavailable(
    `Event ${revision} of stream ${streamId} cannot be read: ${why}. Another program wrote to this log: find out which, and put back the last backup.`,
  );
