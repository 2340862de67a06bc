import type { Position } from './event-store.js';
import { isPosition } from './positions.js';

/**
 * How far a log had come, with a hash that everything up to there has gone into. Noted down where nobody who has the log can reach it,
 * it shows later whether the log still is the same up to that event.
 */
export interface LogHead {
  readonly position: Position;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** `POSITION:HASH`, to be noted down. */
export const writtenHead = ({ position, hash }: LogHead): string => `${position}:${hash}`;

/** A head as it was noted down; undefined for anything else. */
export const readHead = (written: string): LogHead | undefined => {
  const [position = '', hash = '', ...more] = written.trim().split(':');
  return more.length === 0 && isPosition(position) && /^[0-9a-f]{64}$/.test(hash) ? { position, hash } : undefined;
};

/** The fate of a head that was noted, while the log is read from the first event to the last. */
export class NotedHead {
  private isMet = false;

  constructor(private readonly noted: LogHead | undefined) {}

  /** After each event. Returns the fault, or undefined. */
  faultAt({ position, hash }: LogHead): string | undefined {
    if (this.noted === undefined || this.isMet || position < this.noted.position) return undefined;
    this.isMet = true;
    if (position > this.noted.position) return `No event stands at ${this.noted.position}, where a head was noted.`;
    return hash === this.noted.hash
      ? undefined
      : `Event ${position}, or one before it, is not what it was when a head was noted there.`;
  }

  /** After the last event. Returns the fault, or undefined. */
  faultAtEnd(head: LogHead | null): string | undefined {
    if (this.noted === undefined || this.isMet) return undefined;
    return head === null
      ? `The log is empty. When a head was noted it had come to ${this.noted.position}.`
      : `The end after event ${head.position} is cut off: when a head was noted, the log had come to ${this.noted.position}.`;
  }
}
