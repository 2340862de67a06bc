import { type Position, type RecordedEvent, StoreUnavailable } from '../event-store.js';
import { type Backoff, pauseAfter, pauseFor } from './backoff.js';
import { anotherLog, failureOf, forbidden } from './failures.js';
import type { ReadingAll } from './reading-all.js';

/** The parts of the store that a subscription needs. */
export interface FollowedLog {
  /** Opens a subscription after a position. */
  open(after: Position | undefined): ReadingAll;
  /** The newest event of the categories that are followed. */
  head(): Promise<Position | undefined>;
  /** Whether the log goes as far as this, whatever the category of what is there. */
  reaches(position: Position): Promise<boolean>;
  readonly backoff: Backoff;
  /** Milliseconds between two looks at the head. */
  readonly lookEvery: number;
  /** Told of the error that a subscription broke off with, before another is opened. */
  failed(error: unknown): void;
  onTrouble(error: unknown): void;
}

/** A subscription said nothing although there was something to say. */
export class SubscriptionSilent extends Error {
  override readonly name = 'SubscriptionSilent';
  constructor() {
    super('The subscription has gone silent in front of new events.');
  }
}

/** Milliseconds to wait for the rest of a page while it is coming. */
const FOR_THE_REST = 100;

/**
 * Pages after a position, then new events as they come. A subscription that ends, fails or goes silent is opened again after the last
 * event that was handled: the page before the one that is asked for.
 *
 * @throws StoreUnavailable for what another attempt cannot mend: an event that cannot be read, an account that is refused, another
 * log than before; everything before it has been given
 */
export async function* followed(
  log: FollowedLog,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent[], void, undefined> {
  const watch = new Watch(log, after);
  const looking = setInterval(() => void watch.look(), log.lookEvery).unref();
  try {
    for (let failures = 0; !signal.aborted; failures++) {
      const reading = log.open(watch.handled);
      watch.reading = reading;
      try {
        for (;;) {
          if (!reading.ripe()) await reading.change(reading.waiting() > 0 ? FOR_THE_REST : log.lookEvery, signal);
          if (signal.aborted) return;
          const page = reading.take();
          if (page.length > 0) {
            yield page;
            watch.handled = page.at(-1)!.position;
            failures = 0;
          } else if (reading.broken() !== undefined) {
            throw reading.broken();
          } else if (reading.ripe()) {
            await reading.change(log.lookEvery, signal);
          }
        }
      } catch (error) {
        log.onTrouble(error);
        if (error instanceof StoreUnavailable) throw error;
        if (failureOf(error) === 'no such position') throw anotherLog();
        if (failureOf(error) === 'forbidden') throw forbidden();
        log.failed(error);
      } finally {
        reading.close();
      }
      await pauseFor(pauseAfter(failures, log.backoff), signal);
    }
  } finally {
    clearInterval(looking);
  }
}

/** Compares what was handled with the head, time and again. */
class Watch {
  reading: ReadingAll | undefined;
  private heardBefore = -1;
  private looking = false;

  constructor(
    private readonly log: FollowedLog,
    public handled: Position | undefined,
  ) {}

  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const { reading, handled } = this;
      const head = await this.log.head();
      const isAhead = handled !== undefined && isBefore(head, handled);
      if (isAhead && !(await this.log.reaches(handled))) reading?.break(anotherLog());
      const behind = isBefore(this.handled, head);
      const silent = reading !== undefined && reading.waiting() === 0 && reading.heard === this.heardBefore;
      if (behind && silent && reading === this.reading) reading.break(new SubscriptionSilent());
      this.heardBefore = reading?.heard ?? -1;
    } catch (error) {
      this.log.onTrouble(error);
    } finally {
      this.looking = false;
    }
  }
}

/** `undefined` is before everything. A subscriber may begin after an event of a category that it does not follow. */
const isBefore = (position: Position | undefined, other: Position | undefined): boolean =>
  other !== undefined && (position === undefined || position < other);
