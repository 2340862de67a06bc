import type { Position, RecordedEvent } from '../event-store/event-store.js';
import type { Projection } from './projection.js';
import { type Handler, type ProjectionFold, UnfitRows } from './projection-fold.js';
import type { ReadModelDatabase, ReadModelTable } from './read-model-database.js';

/** A fold, the table its rows go to, and the position up to which they are there. */
export interface Reader {
  readonly fold: ProjectionFold;
  readonly table: ReadModelTable;
  stored: Position | null;
}

interface Listener {
  readonly fold: ProjectionFold;
  readonly handler: Handler;
}

/**
 * Rows are written after this many events or touched partitions. Of a council's log the same rows are seldom touched twice within more
 * than this, and all that is touched stays in memory until it is written.
 */
const EVENTS_A_FLUSH = 5_000;
const PARTITIONS_A_FLUSH = 6_000;

/** Projections fed from one reading of the log, and written in one transaction. */
export class FoldGroup {
  readonly readers = new Map<string, Reader>();
  private events = 0;
  /** The folds that listen to a type of event, from the first of that type on. */
  private readonly routes = new Map<string, readonly Listener[]>();
  private taken: Position | null = null;

  /** @param alsoWrite what else belongs into the transaction of a flush */
  constructor(
    private readonly database: ReadModelDatabase,
    private readonly alsoWrite: (readers: readonly Reader[]) => void = () => {},
  ) {}

  add(fold: ProjectionFold, table: ReadModelTable): void {
    this.readers.set(fold.projection.name, { fold, table, stored: fold.position });
    this.routes.clear();
  }

  /** The position after which reading must go on so that no fold misses an event: `undefined` for the beginning. */
  get cursor(): Position | undefined {
    return slowest([...this.going()]);
  }

  /** Whether there is any left to feed: not when all have failed. */
  get idle(): boolean {
    return this.going().next().done === true;
  }

  /** How many are left to feed. */
  get left(): number {
    return [...this.going()].length;
  }

  /** The last event that was handed to this group. */
  get reached(): Position | null {
    return this.taken;
  }

  take(page: readonly RecordedEvent[]): void {
    const folds = [...this.going()].map(({ fold }) => fold);
    const first = page[0]!.position;
    if (folds.every(({ position }) => position === null || position < first)) this.takeUnknown(page, folds);
    else for (const fold of folds) fold.fold(page);
    this.events += page.length;
    this.taken = page.at(-1)!.position;
  }

  /** The short way for a page that none of them knows: an event goes only to those who listen to its type. */
  private takeUnknown(page: readonly RecordedEvent[], folds: readonly ProjectionFold[]): void {
    let before: Position | null = null;
    for (const event of page) {
      // Most read models part the log in the same way: the name is worked out once for all of them.
      let partitionBy: Projection['partitionBy'] | undefined;
      let name: string | undefined;
      for (const { fold, handler } of this.listenersTo(event.type)) {
        if (fold.failure !== null || !fold.reads(event.stream)) continue;
        if (fold.projection.partitionBy !== partitionBy) {
          name = fold.partitionOf(event);
          partitionBy = fold.failure === null ? fold.projection.partitionBy : undefined;
        }
        if (name !== undefined) fold.apply(handler, event, name);
        if (fold.failure !== null) fold.moveTo(before);
      }
      before = event.position;
    }
    for (const fold of folds) if (fold.failure === null) fold.moveTo(page.at(-1)!.position);
  }

  /** Whether enough has been folded to be worth writing. */
  get due(): boolean {
    if (this.events >= EVENTS_A_FLUSH) return true;
    let partitions = 0;
    for (const { fold } of this.readers.values()) partitions += fold.touchedPartitions;
    return partitions >= PARTITIONS_A_FLUSH;
  }

  /**
   * Writes each touched row once, and every position, in one transaction.
   * @throws what the database throws; then nothing was written, and every fold is back where its table is
   */
  flush(): void {
    this.events = 0;
    try {
      this.database.inTransaction(() => {
        for (const reader of this.readers.values()) this.write(reader);
        this.alsoWrite([...this.readers.values()]);
      });
    } catch (error) {
      this.startOver();
      throw error;
    }
    for (const { fold } of this.readers.values()) fold.stored();
    for (const reader of this.readers.values()) reader.stored = reader.fold.position;
  }

  /** Forgets what was folded and not stored. */
  startOver(): void {
    this.events = 0;
    for (const { fold, stored } of this.readers.values()) fold.forget(stored);
  }

  private listenersTo(type: string): readonly Listener[] {
    const known = this.routes.get(type);
    if (known !== undefined) return known;
    const listeners: Listener[] = [];
    for (const { fold } of this.readers.values()) {
      const handler = fold.handlerOf(type);
      if (handler !== undefined) listeners.push({ fold, handler });
    }
    this.routes.set(type, listeners);
    return listeners;
  }

  private write({ fold, table, stored }: Reader): void {
    // Most events change few read models, and each transaction within the one of a flush is work as well.
    if (fold.touchedPartitions === 0) return;
    this.database.wrote(fold.projection.name);
    try {
      this.database.inTransaction(() => fold.writeTo(table));
    } catch (error) {
      if (!(error instanceof UnfitRows)) throw error;
      fold.forget(stored);
    }
  }

  private *going(): IterableIterator<Reader> {
    for (const reader of this.readers.values()) if (reader.fold.failure === null) yield reader;
  }
}

/** The position after which reading must begin for the fold that is furthest behind: `undefined` for the beginning. */
export const slowest = (readers: readonly Reader[]): Position | undefined => {
  const positions = readers.map(({ fold }) => fold.position);
  if (positions.length === 0 || positions.includes(null)) return undefined;
  return positions.reduce((least, each) => (each! < least! ? each : least))!;
};
