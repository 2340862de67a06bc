import {
  AppendTooLarge,
  type EventToAppend,
  type ExpectedRevision,
  MAXIMUM_APPEND_BYTES,
  RepeatedInPart,
  WrongExpectedRevision,
} from './event-store.js';

/** An event as it is kept: its data and metadata are JSON text from here on, so nobody can change them afterwards. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Puts events into the form in which they are kept, before anything is stored.
 * @throws AppendTooLarge when their JSON together is over the limit
 * @throws RangeError for a mistake of the caller: no events, or a stream that is not named `category-id`
 */
export const writeDown = (stream: string, events: readonly EventToAppend[]): WrittenEvent[] => {
  if (!isStreamName(stream)) throw new RangeError('A stream is named by its category, a dash and an id.');
  if (events.length === 0) throw new RangeError('An append needs at least one event.');
  const written = events.map(({ id, type, data, metadata }) => ({
    id,
    type,
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
  }));
  const bytes = sizeOf(written);
  if (bytes > MAXIMUM_APPEND_BYTES) throw new AppendTooLarge(bytes);
  return written;
};

const isStreamName = (stream: string): boolean => /^[A-Za-z]+-[^\p{Cc}]+$/u.test(stream) && stream.isWellFormed();

/** Bytes of an append, as its limit counts them. */
export const sizeOf = (written: readonly WrittenEvent[]): number =>
  written.reduce((sum, event) => sum + bytesOf(event), 0);

/** Size in UTF-8 of `{"id":…,"type":…,"data":…,"metadata":…}`. */
const bytesOf = ({ id, type, data, metadata }: WrittenEvent): number =>
  Buffer.byteLength(
    `{"id":${JSON.stringify(id)},"type":${JSON.stringify(type)},"data":${data},"metadata":${metadata}}`,
  );

/** Number of events in a stream whose last revision is this. */
export const lengthAt = (revision: ExpectedRevision): number => (revision === 'no_stream' ? 0 : revision + 1);

/**
 * The treatment of an append, by the rule of KurrentDB's own server: written where the stream is as the writer believes; the first
 * answer again where the very same ids stand at the very same revisions; refused otherwise.
 *
 * @param actual revision of the last event in the stream
 * @param storedAfter events of the stream after the expected revision, as many as are to be appended, in order
 * @returns the last of the events stored the first time, or undefined where the append is to be written
 * @throws WrongExpectedRevision, RepeatedInPart
 */
export const earlierAppend = <Stored extends { readonly id: string }>(
  stream: string,
  expected: ExpectedRevision,
  actual: ExpectedRevision,
  events: readonly { readonly id: string }[],
  storedAfter: () => readonly Stored[],
): Stored | undefined => {
  if (actual === expected) return undefined;
  const stored = lengthAt(actual) > lengthAt(expected) ? storedAfter() : [];
  const repeated = events.filter((event, index) => event.id === stored[index]?.id).length;
  if (repeated === events.length) return stored.at(-1);
  if (repeated > 0) throw new RepeatedInPart(stream);
  throw new WrongExpectedRevision(stream, expected, actual);
};
