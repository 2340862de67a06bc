import type { Clock } from '../../../src/platform/clock/clock.js';
import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
  RepeatedInPart,
  type SubscribeOptions,
  WrongExpectedRevision,
} from '../../../src/platform/event-store/event-store.js';

/** Times of recording by the clock of a test, in place of the server's, which knows no other day than today. */
export class TimesOfTheTest {
  private readonly times = new Map<string, string>();

  constructor(private readonly clock: Clock) {}

  /** Before they are appended: a subscriber may see them sooner than the writer is answered. */
  note(events: readonly EventToAppend[]): void {
    for (const { id } of events) if (!this.times.has(id)) this.times.set(id, this.clock.now());
  }

  of({ id, recordedAt }: RecordedEvent): string {
    return this.times.get(id) ?? recordedAt;
  }
}

/**
 * A log that looks empty, within one that is not: each stream gets a prefix of its own, which a reader does not see. The store
 * underneath knows the prefixed categories only.
 */
export class OwnCorner implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly prefix: string,
    private readonly times?: TimesOfTheTest,
  ) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.times?.note(events);
    try {
      return await this.store.append(this.prefix + stream, expected, events);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw new WrongExpectedRevision(stream, expected, error.actual);
      if (error instanceof RepeatedInPart) throw new RepeatedInPart(stream);
      throw error;
    }
  }

  async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    return this.bare(await this.store.read(this.prefix + stream, from));
  }

  async readAll(after: Position | undefined, options: ReadAllOptions = {}): Promise<RecordedEvent[]> {
    return this.bare(await this.store.readAll(after, this.prefixed(options)));
  }

  async *subscribe(after: Position | undefined, options: SubscribeOptions): AsyncGenerator<RecordedEvent[]> {
    for await (const page of this.store.subscribe(after, this.prefixed(options))) yield this.bare(page);
  }

  head(): Promise<Position | undefined> {
    return this.store.head();
  }

  certainHead(): Promise<Position | undefined> {
    return this.store.certainHead();
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private prefixed<Options extends ReadAllOptions>(options: Options): Options {
    return { ...options, categories: options.categories?.map((category) => this.prefix + category) };
  }

  private bare(events: readonly RecordedEvent[]): RecordedEvent[] {
    return events.map((event) => ({
      ...event,
      stream: event.stream.slice(this.prefix.length),
      recordedAt: this.times?.of(event) ?? event.recordedAt,
    }));
  }
}
