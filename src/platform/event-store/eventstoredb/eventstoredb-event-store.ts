import { writeDown } from '../append-rules.js';
import {
  type AppendResult,
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
import { attemptAppend } from './appending.js';
import { type Attempt, answered, believed, type Patience } from './attempts.js';
import type { Backoff } from './backoff.js';
import { filterFor, isOfCategories, startAfter } from './categories.js';
import { Connection } from './connection.js';
import { NotShownYet } from './failures.js';
import { KnownLengths } from './known-lengths.js';
import { readStream, newestOf } from './reading.js';
import { ReadingAll } from './reading-all.js';
import { followed, type FollowedLog } from './subscription.js';
import type { Session } from './session.js';
import { TimeLimitPassed } from './time-limit.js';

export interface EventStoreDbOptions {
  /** Milliseconds in which every caller is answered; 15 s unless told. */
  readonly timeLimit?: number;
  /** Categories of the streams of this program: the server passes over all others. All but the server's own unless told. */
  readonly categories?: readonly string[];
  /** Pauses between attempts; from 0.1 s to 5 s unless told. */
  readonly backoff?: Backoff;
  /** Milliseconds between two looks of a subscription at the head of the log; 10 s unless told. */
  readonly lookEvery?: number;
  /** Told of each trouble that was met, whether it was got over or not, and of events that somebody hides. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * The log in EventStoreDB (KurrentDB). With every fault of the server or the network, every caller is answered within the time limit, and
 * never wrongly: what is not known is looked up, and what cannot be looked up is said to be unknown. The time of recording is the
 * server's.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly closing = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly patience: Patience;
  private readonly categories: readonly string[] | undefined;
  private readonly lookEvery: number;
  /** The newest event seen so far: nothing before it need be looked at to find the newest. */
  private newest: Position | undefined;
  private readonly known = new KnownLengths();

  /**
   * Connects at the first call, not before.
   * @param connectionString `esdb://…` or `esdb+discover://…`
   * @throws StoreUnavailable when it cannot be used
   */
  static open(connectionString: string, options: EventStoreDbOptions = {}): EventStoreDbEventStore {
    const connect = (): Connection => new Connection(connectionString, options.onTrouble);
    return new EventStoreDbEventStore(connect(), connect(), options);
  }

  private constructor(
    private readonly commands: Connection,
    private readonly subscriptions: Connection,
    options: EventStoreDbOptions,
  ) {
    this.patience = {
      timeLimit: options.timeLimit ?? 15_000,
      backoff: options.backoff ?? { first: 100, longest: 5_000 },
      onTrouble: options.onTrouble ?? (() => {}),
    };
    this.categories = options.categories;
    this.lookEvery = options.lookEvery ?? 10_000;
  }

  async append(stream: string, expected: ExpectedRevision, given: readonly EventToAppend[]): Promise<AppendResult> {
    this.mustBeOpen();
    const events = writeDown(stream, given);
    if (!isOfCategories(stream, this.categories)) {
      throw new RangeError(`Nobody would read stream ${stream}: its category is not one of this log's.`);
    }
    const append = { stream, expected, events };
    const result = await this.settling(
      answered(this.commands, this.patience, async (attempt) => {
        const done = await attemptAppend(append, attempt);
        attempt.session.hasProved();
        return done;
      }),
    );
    this.known.note(stream, result.revision + 1);
    return result;
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    this.mustBeOpen();
    return this.believed(this.commands, async (attempt) => {
      const events = await readStream(attempt, stream, from);
      if (from + events.length < this.known.of(stream)) throw new NotShownYet();
      this.known.noteAll(events.slice(-1));
      return events;
    });
  }

  async readAll(after: Position | undefined, options: ReadAllOptions = {}): Promise<RecordedEvent[]> {
    this.mustBeOpen();
    startAfter(after);
    if (options.categories?.length === 0) return [];
    return this.believed(this.subscriptions, async ({ session, limit }) => {
      const reading = this.open(session, after, options);
      try {
        for (let heard = 0; !reading.ripe() && limit.left() > 0; heard = reading.heard) {
          await reading.change(limit.forOneAttempt());
          if (reading.heard === heard) reading.break(new TimeLimitPassed());
        }
        const page = reading.take();
        this.known.noteAll(page);
        if (page.length > 0 || reading.caughtUp()) return page;
        throw reading.broken() ?? new TimeLimitPassed();
      } finally {
        reading.close();
      }
    });
  }

  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]> {
    this.mustBeOpen();
    startAfter(after);
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    let session = this.subscriptions.current();
    const log: FollowedLog = {
      ...this.patience,
      lookEvery: this.lookEvery,
      open: (from) => {
        session = this.subscriptions.current();
        return this.open(session, from, options);
      },
      failed: (error) => this.subscriptions.failed(session, error),
      head: () => this.headOf(options.categories ?? this.categories),
      reaches: (position) => this.reaches(position),
    };
    return this.noting(followed(log, after, signal));
  }

  private async *noting(pages: AsyncIterable<RecordedEvent[]>): AsyncGenerator<RecordedEvent[], void, undefined> {
    for await (const page of pages) {
      this.known.noteAll(page);
      yield page;
    }
  }

  async head(): Promise<Position | undefined> {
    this.mustBeOpen();
    return this.headOf(this.categories);
  }

  async certainHead(): Promise<Position | undefined> {
    this.mustBeOpen();
    const proofs = [this.commands, this.subscriptions].map((connection) =>
      this.settling(
        answered(connection, this.patience, async ({ session }) => {
          await session.proveAnew();
          if (!connection.believes(session)) throw new NotShownYet();
        }),
      ),
    );
    await Promise.all(proofs);
    return this.headOf(this.categories);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
    await Promise.all([this.commands.close(), this.subscriptions.close()]);
  }

  private async headOf(categories: readonly string[] | undefined): Promise<Position | undefined> {
    const known = categories === this.categories ? this.newest : undefined;
    const newest = await this.believed(this.subscriptions, (attempt) => newestOf(attempt, categories, known));
    if (categories === this.categories) this.newest = newest;
    return newest;
  }

  private async reaches(position: Position): Promise<boolean> {
    const end = await this.believed(this.subscriptions, (attempt) => newestOf(attempt, undefined, undefined));
    return end !== undefined && end >= position;
  }

  private open(
    session: Session,
    after: Position | undefined,
    { categories = this.categories, limit = PAGE_SIZE }: ReadAllOptions,
  ): ReadingAll {
    const alive = (): void => reading.sign();
    const subscription = session.client.subscribeToAll({
      ...this.subscriptions.callOptions,
      fromPosition: startAfter(after),
      filter: filterFor(categories, alive),
    });
    const reading = new ReadingAll(subscription, after, limit, this.patience.onTrouble);
    reading.endsWith(session.ended);
    return reading;
  }

  private believed<Answer>(connection: Connection, attempt: (attempt: Attempt) => Promise<Answer>): Promise<Answer> {
    return this.settling(believed(connection, this.patience, attempt));
  }

  /** Waited for when the log is closed. */
  private async settling<Answer>(call: Promise<Answer>): Promise<Answer> {
    this.underWay.add(call);
    try {
      return await call;
    } finally {
      this.underWay.delete(call);
    }
  }

  private mustBeOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The log has been closed.');
  }
}
