import { hash } from 'node:crypto';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';

/** Says which state of a record a copy shows, so that a person who holds the paper can have it compared with the log. */
export interface Receipt {
  /** SHA-256 in hexadecimal digits, over everything that the record said. */
  readonly sha256: string;
  /** Revision of the record at which it was worked out. */
  readonly revision: number;
}

/**
 * The receipt of a record. Each event is hashed together with the hash before it, so that a word that is changed, an event that is left
 * out, and one that is moved each give another receipt. The position in the log, and the time at which the store learned of an event, are
 * left out: the receipt stays the same in a log that was copied to another store.
 */
export const receiptOf = (events: readonly RecordedEvent[]): Receipt => ({
  sha256: events.reduce(
    (before, { stream, revision, id, type, data, metadata }) =>
      hash('sha256', JSON.stringify([before, stream, revision, id, type, data, metadata])),
    '',
  ),
  revision: events.at(-1)?.revision ?? -1,
});
