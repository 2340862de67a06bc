import { hash } from 'node:crypto';
import type { RecordedEvent } from '../event-store.js';
import { asFirstRecorded } from '../first-recorded.js';
import { positionAt } from '../positions.js';

/** An event as its row holds it. */
export interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: string;
}

export const COLUMNS = 'position, stream, revision, id, type, data, metadata, recorded_at';

/** Stands before the first event. */
export const START_OF_CHAIN = Buffer.alloc(32);

/**
 * SHA-256 over the hash of the event before and everything this row says, written as one JSON array, so that a person who has the file
 * can work it out again.
 */
export const hashOf = (before: Buffer, row: Row): Buffer =>
  hash(
    'sha256',
    JSON.stringify([
      before.toString('hex'),
      row.position,
      row.stream,
      row.revision,
      row.id,
      row.type,
      row.data,
      row.metadata,
      row.recorded_at,
    ]),
    'buffer',
  );

export const recordedFrom = (row: Row): RecordedEvent =>
  asFirstRecorded({
    id: row.id,
    type: row.type,
    data: JSON.parse(row.data),
    metadata: JSON.parse(row.metadata),
    stream: row.stream,
    revision: row.revision,
    position: positionAt(row.position),
    recordedAt: row.recorded_at,
  });
