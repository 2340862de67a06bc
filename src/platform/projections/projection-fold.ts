import type { Position, RecordedEvent } from '../event-store/event-store.js';
import { PartitionFilter } from './partition-filter.js';
import type { Projection, ProjectionRow } from './projection.js';
import { isRetelling, standingBefore } from './retold.js';
import { type RowShape, rowShape, type Stored } from './rows.js';

type Rows = readonly ProjectionRow[];
export type Handler = Projection['when'][string];

interface Partition {
  readonly name: string;
  rows: Rows;
  /** The rows as the table has them. */
  stored: Rows;
  /** Of the last event; the event itself would keep a whole page from being let go. */
  type: string;
  stream: string;
  revision: number;
}

/** The receiver of changed rows, each once. The values are only lent: they change with the next row. */
export interface RowSink {
  /** @throws UnfitRows where there is a row of this key already, or part of the key is empty */
  insert(values: readonly Stored[]): void;
  /** @throws UnfitRows where part of the key is empty */
  replace(values: readonly Stored[]): void;
  /** The key of a row that is gone. */
  remove(key: readonly Stored[]): void;
}

/** Partitions kept between pages; the least used half is let go when there are more. */
const KEPT = 2_000;

/**
 * One projection being folded: the partitions lately touched, in memory, and the position up to which they are right. It never writes;
 * the runner takes its changes, stores them with the position in one transaction, and says so.
 */
export class ProjectionFold {
  readonly shape: RowShape;
  failure: string | null = null;

  private readonly handlers: ReadonlyMap<string, Handler>;

  /** The fold of an event that `when` does not name; undefined if the event says nothing to this read model. */
  private readonly otherwise: Handler | undefined;
  private readonly prefixes: readonly string[];
  private recent = new Map<string, Partition>();
  private older = new Map<string, Partition>();
  /** A list that is let go whole: a set that is cleared goes on holding what was in it until the next great collection of garbage. */
  private touched: Partition[] = [];
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
    this.otherwise = projection.revisionIn === undefined ? undefined : AS_THEY_ARE;
    this.prefixes = projection.categories.map((category) => `${category}-`);
    this.seen = position === null ? new PartitionFilter() : undefined;
  }

  /** Folds the events it does not know yet. If one cannot be folded it stops before that one, and its failure says which. */
  fold(events: readonly RecordedEvent[]): void {
    if (this.failure !== null || events.length === 0) return;
    for (let index = this.firstUnknown(events); index < events.length; index++) {
      const event = events[index]!;
      const handler = this.handlerOf(event.type);
      if (handler !== undefined && this.reads(event.stream)) {
        const partition = this.partitionOf(event);
        if (partition !== undefined) this.apply(handler, event, partition);
        if (this.failure !== null) return this.moveTo(events[index - 1]?.position ?? null);
      }
    }
    this.moveTo(events.at(-1)!.position);
  }

  /** The fold of an event of this type; undefined if it says nothing to this read model. */
  handlerOf(type: string): Handler | undefined {
    return this.handlers.get(type) ?? (isRetelling({ type }) ? AS_THEY_ARE : this.otherwise);
  }

  /** The name of the partition that an event belongs to; undefined for none, or when that could not be said and this has failed. */
  partitionOf(event: RecordedEvent): string | undefined {
    try {
      return this.projection.partitionBy(event);
    } catch (error) {
      this.failure = describeFailure(event, error);
      return undefined;
    }
  }

  /** Folds one event that this has not seen. */
  apply(handler: Handler, event: RecordedEvent, name: string): void {
    try {
      const partition = this.partition(name, event);
      const before = standingBefore(event);
      const told = before === undefined ? partition.rows : this.toldAnew(name, before);
      const rows = stamped(handler(told, event), event, this.projection);
      if (rows === partition.rows) return;
      if (partition.rows === partition.stored) this.touched.push(partition);
      partition.rows = rows;
      partition.type = event.type;
      partition.stream = event.stream;
      partition.revision = event.revision;
    } catch (error) {
      this.failure = describeFailure(event, error);
    }
  }

  /** The rows of a partition as these events alone make them: always a list of its own, so that a change is told from what is stored. */
  private toldAnew(name: string, events: readonly RecordedEvent[]): Rows {
    let rows: Rows = [];
    for (const event of events) {
      const handler = this.handlerOf(event.type);
      if (handler !== undefined && this.projection.partitionBy(event) === name)
        rows = stamped(handler(rows, event), event, this.projection);
    }
    return rows;
  }

  /** Everything up to here is folded. */
  moveTo(position: Position | null): void {
    if (position !== null && (this.position === null || position > this.position)) this.position = position;
  }

  reads(stream: string): boolean {
    for (const prefix of this.prefixes) if (stream.startsWith(prefix)) return true;
    return false;
  }

  get touchedPartitions(): number {
    return this.touched.length;
  }

  /**
   * Hands over what must be written to bring the table to this position.
   * @throws UnfitRows where a row cannot be stored; the failure then says after which event
   */
  writeTo(sink: RowSink): void {
    for (const partition of this.touched) {
      try {
        this.writePartition(partition, sink);
      } catch (error) {
        if (!(error instanceof TypeError) && !(error instanceof UnfitRows)) throw error;
        this.failure = describeFailure(partition, error);
        throw new UnfitRows();
      }
    }
  }

  /** The changes are in the table. */
  stored(): void {
    for (const partition of this.touched) partition.stored = partition.rows;
    this.touched = [];
    if (this.recent.size <= KEPT / 2) return;
    this.older = this.recent;
    this.recent = new Map();
  }

  /** Nothing that was folded since counts: the table is at this position. */
  forget(position: Position | null): void {
    this.position = position;
    this.touched = [];
    this.recent.clear();
    this.older.clear();
  }

  private firstUnknown(events: readonly RecordedEvent[]): number {
    const { position } = this;
    if (position === null || events[0]!.position > position) return 0;
    const index = events.findIndex((event) => event.position > position);
    return index === -1 ? events.length : index;
  }

  private partition(name: string, event: RecordedEvent): Partition {
    const found = this.recent.get(name);
    if (found !== undefined) return found;
    let partition = this.older.get(name);
    if (partition === undefined) {
      const stored = this.mayBeStored(name) ? this.load(name) : NO_ROWS;
      partition = { name, rows: stored, stored, type: event.type, stream: event.stream, revision: event.revision };
    }
    this.recent.set(name, partition);
    return partition;
  }

  private mayBeStored(name: string): boolean {
    return this.seen === undefined || this.seen.seenBefore(name);
  }

  private writePartition({ rows, stored, name }: Partition, sink: RowSink): void {
    const unchanged = stored.length > 8 ? new Set(stored) : stored.length > 0 ? stored : undefined;
    for (const row of rows) {
      if (row[this.shape.key[0]!] !== name) throw new TypeError('a row is outside its partition');
      if (unchanged === undefined) sink.insert(this.shape.encode(row));
      else if (!has(unchanged, row)) sink.replace(this.shape.encode(row));
    }
    if (stored.length > 0) this.removeVanished(rows, stored, sink);
  }

  private removeVanished(rows: Rows, stored: Rows, sink: RowSink): void {
    const present = new Set(rows.map((row) => this.keyOf(row)));
    if (present.size !== rows.length) throw new TypeError('two rows have the same key');
    for (const row of stored) {
      if (!present.has(this.keyOf(row))) sink.remove(this.shape.encodeKey(row));
    }
  }

  private keyOf(row: ProjectionRow): string {
    const [, ...others] = this.shape.key;
    return others.map((column) => String(row[column])).join('\u0000');
  }
}

/** Some row of a projection cannot be stored; its fold's failure says after which event. */
export class UnfitRows extends Error {
  override readonly name = 'UnfitRows';
}

const NO_ROWS: Rows = [];

const AS_THEY_ARE: Handler = (rows) => rows;

const has = (rows: Rows | ReadonlySet<ProjectionRow>, row: ProjectionRow): boolean =>
  Array.isArray(rows) ? rows.includes(row) : (rows as ReadonlySet<ProjectionRow>).has(row);

/** The rows of a partition after an event, with the revision of the stream where the projection keeps it. */
export const stamped = (rows: Rows, { revision }: RecordedEvent, { revisionIn }: Projection): Rows =>
  revisionIn === undefined ? rows : rows.map((row) => ({ ...row, [revisionIn]: revision }));

/** Names the event and the kind of error; never the error's own message, which may quote what a person wrote. */
const describeFailure = (event: Pick<RecordedEvent, 'type' | 'stream' | 'revision'>, error: unknown): string => {
  const kind = error instanceof Error ? error.name : typeof error;
  return `${event.type} (${event.stream}, revision ${event.revision}) could not be folded: ${kind}.`;
};
