import type { EventToAppend, RecordedEvent } from './event-store.js';

/**
 * A store stamps what it takes with its own time. An event that was copied from another log was recorded before that, and what people
 * are shown goes by that first time: so the copy carries it in its metadata, under this key, and every adapter reads it back.
 */
const RECORDED_AT = 'recordedAt';

/** A recorded event as it is appended to another log, with the time at which it was first recorded. */
export const toBeCopied = ({ id, type, data, metadata, recordedAt }: RecordedEvent): EventToAppend => {
  const carrying = { ...metadata, [RECORDED_AT]: recordedAt };
  return { id, type, data, metadata: carrying };
};

/** A stored event as it was first recorded: of a copied one, the time is that of the log it comes from. */
export const asFirstRecorded = (event: RecordedEvent): RecordedEvent => {
  if (!(RECORDED_AT in event.metadata)) return event;
  const { [RECORDED_AT]: recordedAt, ...metadata } = event.metadata as RecordedEvent['metadata'] & Carried;
  return { ...event, metadata, recordedAt };
};

interface Carried {
  readonly [RECORDED_AT]: string;
}
