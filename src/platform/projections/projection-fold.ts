import { categoryOf, type Position, type RecordedEvent } from '../event-store/event-store.js';
import { PartitionFilter } from './partition-filter.js';
import type { Projection, ProjectionRow } from './projection.js';
import { type RowShape, rowShape, type Stored } from './rows.js';

type Rows = readonly ProjectionRow[];

interface Partition {
  readonly name: string;
  rows: Rows;
  /** The rows as the table has them. */
  stored: Rows;
  last: RecordedEvent;
}

/** What one flush writes: each touched row once. */
export interface RowChanges {
  readonly written: readonly Stored[][];
  /** Keys of rows that are gone. */
  readonly removed: readonly Stored[][];
}

/** Partitions kept between pages; the least used half is let go when there are more. */
const KEPT = 8_000;

/**
 * One projection being folded: the partitions lately touched, in memory, and the position up to which they are right. It never writes;
 * the runner takes its changes, stores them with the position in one transaction, and says so.
 */
export class ProjectionFold {
  readonly shape: RowShape;
  failure: string | null = null;

  private readonly handlers: ReadonlyMap<string, Projection['when'][string]>;
  private readonly categories: ReadonlySet<string>;
  private recent = new Map<string, Partition>();
  private older = new Map<string, Partition>();
  private readonly touched = new Set<Partition>();
  private readonly seen: PartitionFilter | undefined;

  /**
   * @param position of the last event its table knows of; null for an empty table, which then is never asked for a partition that
   *   this fold has not made itself
   * @param load reads the stored rows of a partition
   */
  constructor(
    readonly projection: Projection,
    public position: Position | null,
    private readonly load: (partition: string) => Rows,
  ) {
    this.shape = rowShape(projection);
    this.handlers = new Map(Object.entries(projection.when));
    this.categories = new Set(projection.categories);
    this.seen = position === null ? new PartitionFilter() : undefined;
  }

  /** Folds the events it does not know yet. Where one cannot be folded it stops before that one, and its failure says which. */
  fold(events: readonly RecordedEvent[]): void {
    if (this.failure !== null || events.length === 0) return;
    let index = this.firstUnknown(events);
    for (; index < events.length; index++) {
      const event = events[index]!;
      const handler = this.handlers.get(event.type);
      if (handler === undefined || !this.categories.has(categoryOf(event.stream))) continue;
      try {
        const name = this.projection.partitionBy(event);
        if (name === undefined) continue;
        const partition = this.partition(name, event);
        const rows = handler(partition.rows, event);
        if (rows === partition.rows) continue;
        partition.rows = rows;
        partition.last = event;
        this.touched.add(partition);
      } catch (error) {
        this.failure = describeFailure(event, error);
        if (index > 0) this.moveTo(events[index - 1]!.position);
        return;
      }
    }
    this.moveTo(events.at(-1)!.position);
  }

  get touchedPartitions(): number {
    return this.touched.size;
  }

  /** What must be written to bring the table to this position; none, and a failure, where a row cannot be stored. */
  changes(): RowChanges {
    const written: Stored[][] = [];
    const removed: Stored[][] = [];
    for (const partition of this.touched) {
      try {
        this.collect(partition, written, removed);
      } catch (error) {
        this.failure = describeFailure(partition.last, error);
        throw new UnfitRows();
      }
    }
    return { written, removed };
  }

  /** The changes are in the table. */
  stored(): void {
    for (const partition of this.touched) partition.stored = partition.rows;
    this.touched.clear();
    if (this.recent.size <= KEPT / 2) return;
    this.older = this.recent;
    this.recent = new Map();
  }

  /** Nothing that was folded since counts: the table is at this position. */
  forget(position: Position | null): void {
    this.position = position;
    this.touched.clear();
    this.recent.clear();
    this.older.clear();
  }

  private firstUnknown(events: readonly RecordedEvent[]): number {
    const { position } = this;
    if (position === null || events[0]!.position > position) return 0;
    const index = events.findIndex((event) => event.position > position);
    return index === -1 ? events.length : index;
  }

  private moveTo(position: Position): void {
    if (this.position === null || position > this.position) this.position = position;
  }

  private partition(name: string, event: RecordedEvent): Partition {
    const found = this.recent.get(name);
    if (found !== undefined) return found;
    let partition = this.older.get(name);
    if (partition === undefined) {
      const stored = this.mayBeStored(name) ? this.load(name) : NO_ROWS;
      partition = { name, rows: stored, stored, last: event };
    }
    this.recent.set(name, partition);
    return partition;
  }

  private mayBeStored(name: string): boolean {
    return this.seen === undefined || this.seen.seenBefore(name);
  }

  private collect(partition: Partition, written: Stored[][], removed: Stored[][]): void {
    const { rows, stored, name } = partition;
    const unchanged = stored.length > 8 ? new Set(stored) : undefined;
    for (const row of rows) {
      if (row[this.shape.key[0]!] !== name) throw new TypeError('a row is outside its partition');
      if (unchanged ? unchanged.has(row) : stored.includes(row)) continue;
      written.push(this.shape.encode(row));
    }
    if (stored.length === 0 && rows.length <= 1) return;
    const present = new Set(rows.map((row) => this.keyOf(row)));
    if (present.size !== rows.length) throw new TypeError('two rows have the same key');
    for (const row of stored) {
      if (!present.has(this.keyOf(row))) removed.push(this.shape.encodeKey(row));
    }
  }

  private keyOf(row: ProjectionRow): string {
    return this.shape.key.length === 1 ? String(row[this.shape.key[0]!]) : JSON.stringify(this.shape.encodeKey(row));
  }
}

/** Some row of a projection cannot be stored; its fold's failure says after which event. */
export class UnfitRows extends Error {
  override readonly name = 'UnfitRows';
}

const NO_ROWS: Rows = [];

/** Names the event and the kind of error; never the error's own message, which may quote what a person wrote. */
const describeFailure = (event: RecordedEvent, error: unknown): string => {
  const kind = error instanceof Error ? error.name : typeof error;
  return `${event.type} (${event.stream}, revision ${event.revision}) could not be folded: ${kind}.`;
};
