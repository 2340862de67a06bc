import type { RecordedEvent } from '../event-store.js';

/** Streams to remember: more than change in the moments for which a node may believe wrongly that it leads. */
const MOST = 10_000;

/**
 * How many events each stream is known to have, by what was appended, read or followed here. A node that was away, and does not know yet
 * that another leads by now, shows less; what is known tells its answer from a true one.
 */
export class KnownLengths {
  private readonly lengths = new Map<string, number>();

  /** At least so many; the stream whose news is oldest is forgotten for it. */
  note(stream: string, length: number): void {
    const known = Math.max(length, this.of(stream));
    this.lengths.delete(stream);
    this.lengths.set(stream, known);
    if (this.lengths.size > MOST) this.lengths.delete(this.lengths.keys().next().value!);
  }

  noteAll(events: readonly RecordedEvent[]): void {
    for (const { stream, revision } of events) this.note(stream, revision + 1);
  }

  /** 0 where nothing is known. */
  of(stream: string): number {
    return this.lengths.get(stream) ?? 0;
  }
}
