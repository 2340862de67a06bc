import { jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import { earlierAppend, lengthAt, sizeOf, type WrittenEvent } from '../append-rules.js';
import { type AppendResult, AppendTooLarge, type ExpectedRevision, type RecordedEvent } from '../event-store.js';
import type { Attempt } from './attempts.js';
import { deleted, failureOf, NotShownYet } from './failures.js';
import { positionFrom } from './position.js';
import { readStream } from './reading.js';
import { eventsMissing } from './stream-metadata.js';
import { within } from './time-limit.js';

/** One append, the same at every attempt: same ids, same words, same expected revision, so that the server knows a repeat. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly WrittenEvent[];
}

/**
 * One attempt at an append. Any error that does not say what became of it means just that, so the next attempt reads the stream back
 * before it sends the append again; and on a conflict it may be our own first attempt that we ran into.
 *
 * @throws WrongExpectedRevision, RepeatedInPart, AppendTooLarge as the port says; anything else means: not known, try again
 */
export const attemptAppend = async (append: Append, attempt: Attempt): Promise<AppendResult> => {
  if (attempt.failures > 0) {
    const [last, complete] = lastStored(append, await readBack(append, attempt));
    if (complete) return resultOf(last);
  }
  try {
    return await send(append, attempt);
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return afterConflict(append, revisionIn(error), attempt);
    switch (failureOf(error)) {
      case 'too large':
        throw new AppendTooLarge(sizeOf(append.events));
      case 'deleted':
        throw deleted(append.stream);
      default:
        throw error;
    }
  }
};

const send = async ({ stream, expected, events }: Append, attempt: Attempt): Promise<AppendResult> => {
  const milliseconds = attempt.limit.forOneAttempt();
  const { nextExpectedRevision, position } = await within(
    milliseconds,
    attempt.client.appendToStream(stream, events.map(sent), {
      ...attempt.options,
      expectedRevision: expected === 'no_stream' ? expected : BigInt(expected),
      deadline: Math.ceil(milliseconds),
    }),
  );
  const revision = Number(nextExpectedRevision);
  // A stream whose events are hidden counts as new, and goes on where it was.
  if (revision !== lengthAt(expected) + events.length - 1) throw eventsMissing(stream, lengthAt(expected));
  if (position !== undefined) return { revision, position: positionFrom(position) };
  const [last] = await readStream(attempt, stream, revision, 1);
  return resultOf(last!);
};

/** Data goes as a copy of its own, parsed from what was written down; metadata as the very bytes. */
const sent = ({ id, type, data, metadata }: WrittenEvent) =>
  jsonEvent({ id, type, data: JSON.parse(data), metadata: new Uint8Array(Buffer.from(metadata)) });

/** The client gives a bigint, or `no_stream`. */
const revisionIn = ({ actualVersion }: WrongExpectedVersionError): ExpectedRevision =>
  actualVersion === 'no_stream' ? 'no_stream' : Number(actualVersion);

/**
 * A conflict is told by a node that may have been replaced as the leader: it does not know what was written since, and counts what it
 * wrote itself and nobody else has. So it is believed once the node has proved that it leads. The events of our own first attempt need
 * no proof, since a reader is shown only what most nodes have.
 */
const afterConflict = async (append: Append, actual: ExpectedRevision, attempt: Attempt): Promise<AppendResult> => {
  const counted = Math.min(lengthAt(actual) - lengthAt(append.expected), append.events.length);
  const [last, complete] = counted > 0 ? lastStored(append, await readBack(append, attempt)) : NOTHING;
  if (complete) return resultOf(last);
  await attempt.session.proveAnew();
  const stored = counted > 0 ? await readBack(append, attempt) : [];
  if (attempt.session.ended.aborted || stored.length < counted) throw new NotShownYet();
  // It throws what the port throws, unless these very events are there.
  return resultOf(earlierAppend(append.stream, append.expected, actual, append.events, () => stored)!);
};

/** The events that the stream holds at the revisions of these. */
const readBack = ({ stream, expected, events }: Append, attempt: Attempt): Promise<RecordedEvent[]> =>
  readStream(attempt, stream, lengthAt(expected), events.length);

const lastStored = ({ events }: Append, stored: readonly RecordedEvent[]): [RecordedEvent, true] | [undefined, false] =>
  events.every(({ id }, index) => stored[index]?.id === id) ? [stored.at(-1)!, true] : [undefined, false];

const NOTHING = [undefined, false] as const;

const resultOf = ({ revision, position }: RecordedEvent): AppendResult => ({ revision, position });
