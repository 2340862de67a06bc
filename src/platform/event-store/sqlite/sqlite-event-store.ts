import type Database from 'better-sqlite3';
import type { Clock } from '../../clock/clock.js';
import { writeDown } from '../append-rules.js';
import {
  type AppendResult,
  type AppendsInOrder,
  type AppendToStream,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  PAGE_SIZE,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
  StoreUnavailable,
  type SubscribeOptions,
} from '../event-store.js';
import { Bell, follow } from '../follow.js';
import { placeOf, positionAt } from '../positions.js';
import { backUp } from './backup.js';
import { openForReading, openForWriting } from './log-file.js';
import { COLUMNS, recordedFrom, type Row } from './row.js';
import { SharedCommits } from './shared-commits.js';
import { unavailable } from './unavailable.js';
import type { LogVerification } from '../log-verification.js';

export interface OpenOptions {
  readonly clock: Clock;
  /** For a process that only reads, beside the one that writes. */
  readonly readOnly?: boolean;
}

/** Milliseconds after which a subscriber looks again for what another process has written. */
const LOOK_EVERY = 250;

/** The log in one SQLite file: what is acknowledged is on the disk, and what is on the disk is never changed. */
export class SqliteEventStore implements EventStore, AppendsInOrder {
  private readonly bell = new Bell();
  private readonly closing = new AbortController();
  private readonly commits: SharedCommits | undefined;
  private readonly pages = new Map<number, Database.Statement<unknown[], Row>>();
  private readonly streamFrom: Database.Statement<[string, number], Row>;
  private readonly lastPosition: Database.Statement<[], number | null>;

  /**
   * @param path of the file, made where there is none
   * @throws StoreUnavailable when it cannot be opened, or could not keep what it acknowledges
   */
  static open(path: string, { clock, readOnly = false }: OpenOptions): SqliteEventStore {
    return readOnly
      ? new SqliteEventStore(openForReading(path), undefined)
      : new SqliteEventStore(openForWriting(path), clock);
  }

  /** Over an open file; without a clock nothing can be appended. */
  constructor(
    private readonly database: Database.Database,
    clock: Clock | undefined,
  ) {
    this.commits = clock && new SharedCommits(database, clock, () => this.bell.ring());
    this.streamFrom = database.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`,
    );
    this.lastPosition = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    return this.writing().add({ stream, expected, events: writeDown(stream, events) });
  }

  async appendInOrder(appends: readonly AppendToStream[]): Promise<void> {
    const commits = this.writing();
    commits.addInOrder(
      appends.map(({ stream, expected, events }) => ({ stream, expected, events: writeDown(stream, events) })),
    );
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    return this.reading(() => this.streamFrom.all(stream, from).map(recordedFrom));
  }

  async readAll(after: Position | undefined, options: ReadAllOptions = {}): Promise<RecordedEvent[]> {
    const { categories, limit = PAGE_SIZE } = options;
    const place = placeOf(after);
    return this.reading(() => {
      if (categories === undefined) return this.page(0).all(place, limit).map(recordedFrom);
      const wanted = [...new Set(categories)];
      if (wanted.length === 0) return [];
      return this.page(wanted.length)
        .all(...wanted.flatMap((category) => [category, place]), limit)
        .map(recordedFrom);
    });
  }

  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]> {
    this.mustBeOpen();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return follow(this, after, { ...options, signal }, this.bell, LOOK_EVERY);
  }

  async head(): Promise<Position | undefined> {
    return this.reading(() => {
      const last = this.lastPosition.get();
      return last ? positionAt(last) : undefined;
    });
  }

  certainHead(): Promise<Position | undefined> {
    return this.head();
  }

  /**
   * Copies the log as it stands at this moment, also while it is being written to, and checks the copy.
   * @throws BackupFailed when the file is there already, the disk is full or fails, or the copy is not sound
   */
  async backup(toFile: string): Promise<LogVerification> {
    this.mustBeOpen();
    return backUp(this.database, toFile);
  }

  /** Ends every subscription, and waits for appends that are under way. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.commits?.settled();
    this.database.close();
  }

  /** Each category is read through its own index and the results are merged, so that a page costs a page. */
  private page(categories: number): Database.Statement<unknown[], Row> {
    let statement = this.pages.get(categories);
    if (statement === undefined) {
      const one = `SELECT ${COLUMNS} FROM events WHERE category = ? AND position > ?`;
      const all = `SELECT ${COLUMNS} FROM events WHERE position > ?`;
      const from = categories === 0 ? all : Array.from({ length: categories }, () => one).join(' UNION ALL ');
      statement = this.database.prepare<unknown[], Row>(`${from} ORDER BY position LIMIT ?`);
      this.pages.set(categories, statement);
    }
    return statement;
  }

  private reading<Result>(read: () => Result): Result {
    this.mustBeOpen();
    try {
      return read();
    } catch (error) {
      throw unavailable(error);
    }
  }

  private writing(): SharedCommits {
    this.mustBeOpen();
    if (this.commits === undefined) throw new StoreUnavailable('The log was opened for reading only.');
    return this.commits;
  }

  private mustBeOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The log has been closed.');
  }
}
