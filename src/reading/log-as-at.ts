import type { Instant } from '../calendar/calendar.js';
import type { EventStore, Position, RecordedEvent } from '../platform/event-store/event-store.js';
import type { Projection, ReadModels } from '../platform/projections/projection.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';

/** Up to where the log is read: what was recorded by a moment, or up to one event and with it. */
export type Until = { readonly moment: Instant } | { readonly event: string };

export interface AsAt {
  readonly readModels: ReadModels;
  /** The log with that end: streams too are read up to it. */
  readonly log: EventStore;
  /** Id of the last event that was read; null of an empty log. */
  readonly lastEvent: string | null;
}

/** The events that were read of it, until it is closed. */
export interface OpenedAsAt extends AsAt {
  close(): Promise<void>;
}

/** Reads the log as it was: read models of its own, in memory, folded from its beginning up to a moment. */
export class LogAsAt {
  constructor(
    private readonly store: EventStore,
    private readonly projections: readonly Projection[],
  ) {}

  /**
   * Read models that were made so are thrown away once they were asked.
   * @throws Error where an event cannot be folded, or the event named is not in the log
   */
  async read<Answer>(until: Until, answer: (asAt: AsAt) => Answer | Promise<Answer>): Promise<Answer> {
    const opened = await this.open(until);
    try {
      return await answer(opened);
    } finally {
      await opened.close();
    }
  }

  /**
   * To be asked more than once; whoever opens it closes it.
   * @throws Error as {@link read}
   */
  async open(until: Until): Promise<OpenedAsAt> {
    const cut = new CutLog(this.store, until);
    const runner = new ProjectionRunner({ store: cut.log, path: ':memory:', projections: this.projections });
    try {
      await runner.catchUp();
      const failed = runner.status().find(({ failure }) => failure !== null);
      if (failed !== undefined) throw new Error(`The read model ${failed.name} could not be made: ${failed.failure}`);
      if ('event' in until && cut.lastEvent !== until.event) throw new Error(`No event ${until.event} in the log.`);
    } catch (error) {
      await runner.close();
      throw error;
    }
    return { readModels: runner, log: cut.log, lastEvent: cut.lastEvent, close: () => runner.close() };
  }
}

/** The log up to an end, after which it has nothing more. */
class CutLog {
  lastEvent: string | null = null;
  private lastPosition: Position | null = null;
  private isOver = false;

  constructor(
    private readonly store: EventStore,
    private readonly until: Until,
  ) {}

  readonly log: EventStore = {
    append: () => Promise.reject(new Error('The log as it was is only read.')),
    read: async (stream, from) => (await this.store.read(stream, from)).filter((event) => this.holds(event)),
    readAll: async (after, options) => {
      if (this.isOver) return [];
      const page = await this.store.readAll(after, options);
      const kept = page.slice(0, this.countIn(page));
      this.lastEvent = kept.at(-1)?.id ?? this.lastEvent;
      this.lastPosition = kept.at(-1)?.position ?? this.lastPosition;
      return kept;
    },
    subscribe: () => {
      throw new Error('The log as it was brings nothing new.');
    },
    head: () => this.store.head(),
    certainHead: () => this.store.certainHead(),
    // The log itself stays open: it is everybody's.
    close: () => Promise.resolve(),
  };

  private holds({ recordedAt, position }: RecordedEvent): boolean {
    if ('moment' in this.until) return recordedAt <= this.until.moment;
    return !this.isOver || position <= this.lastPosition!;
  }

  private countIn(page: readonly RecordedEvent[]): number {
    const { until } = this;
    const end =
      'event' in until
        ? page.findIndex(({ id }) => id === until.event) + 1
        : page.findIndex(({ recordedAt }) => recordedAt > until.moment);
    if ('event' in until ? end > 0 : end >= 0) this.isOver = true;
    else return page.length;
    return end;
  }
}
