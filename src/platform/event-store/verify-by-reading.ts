import { hash } from 'node:crypto';
import type { EventStore, RecordedEvent } from './event-store.js';
import { eventsOf } from './events-of.js';
import { type LogHead, NotedHead } from './log-head.js';
import type { LogVerification } from './log-verification.js';

/**
 * Reads a log that keeps no hashes of its own from the first event to the last: that none is missing from the middle of a stream, and
 * what its head is. EventStoreDB checks the files beneath it by itself; what somebody has changed in all of its nodes shows only
 * against a head that was noted before.
 * @throws StoreUnavailable when the log cannot be read
 */
export const verifyByReading = async (store: EventStore, noted?: LogHead): Promise<LogVerification> => {
  const revisions = new Map<string, number>();
  const notedHead = new NotedHead(noted);
  let events = 0;
  let head = null as LogHead | null;
  for await (const event of eventsOf(store)) {
    const { position, stream, revision } = event;
    const expected = (revisions.get(stream) ?? -1) + 1;
    const what =
      revision === expected
        ? undefined
        : `Event ${position} is number ${revision} of its stream, where number ${expected} should be.`;
    if (what !== undefined) return { ok: false, events, head, fault: { position, what } };
    head = { position, hash: hashAfter(head?.hash ?? '', event) };
    events++;
    revisions.set(stream, revision);
    const notAsNoted = notedHead.faultAt(head);
    if (notAsNoted !== undefined) return { ok: false, events, head, fault: { position, what: notAsNoted } };
  }
  const cutOff = notedHead.faultAtEnd(head);
  return cutOff === undefined
    ? { ok: true, events, head, fault: null }
    : { ok: false, events, head, fault: { position: null, what: cutOff } };
};

/** SHA-256 over the hash before and everything the event says, so that each depends on all that came before. */
const hashAfter = (before: string, event: RecordedEvent): string => {
  const { position, stream, revision, id, type, data, metadata, recordedAt } = event;
  return hash('sha256', JSON.stringify([before, position, stream, revision, id, type, data, metadata, recordedAt]));
};
