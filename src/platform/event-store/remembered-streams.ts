import type { EventStore, RecordedEvent } from './event-store.js';

/** Events kept in memory at most, of all streams together: some ten megabytes. */
const MOST_EVENTS = 3_000;

/**
 * A log that keeps the streams read last, so that each further reading costs only what was added since. Nobody need be told of that:
 * events are never changed, and what was added is asked of the log at each reading. A stream with thousands of events, on which many
 * act at the same time, is then read from its file once, and held in memory once and not by each who waits.
 */
export const rememberingStreams = (store: EventStore, mostEvents = MOST_EVENTS): EventStore => {
  const streams = new RememberedStreams(store, mostEvents);
  return {
    append: (stream, expected, events) => store.append(stream, expected, events),
    read: (stream, from) => streams.read(stream, from),
    readAll: (after, options) => store.readAll(after, options),
    subscribe: (after, options) => store.subscribe(after, options),
    head: () => store.head(),
    certainHead: () => store.certainHead(),
    close: () => store.close(),
  };
};

class RememberedStreams {
  /** The one read longest ago comes first. */
  private readonly kept = new Map<string, readonly RecordedEvent[]>();
  private events = 0;

  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly mostEvents: number,
  ) {}

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    const known = this.kept.get(stream);
    // Nothing is learnt of what lies before.
    if (known === undefined && from > 0) return this.store.read(stream, from);
    const added = await this.store.read(stream, (known?.at(-1)?.revision ?? -1) + 1);
    const whole = this.joined(stream, known ?? [], added);
    return whole.filter(({ revision }) => revision >= from);
  }

  /** Two readings at the same time may have brought the same events. */
  private joined(
    stream: string,
    known: readonly RecordedEvent[],
    added: readonly RecordedEvent[],
  ): readonly RecordedEvent[] {
    const now = this.kept.get(stream) ?? [];
    const whole = added.length === 0 ? known : [...known, ...added];
    const longest = now.length > whole.length ? now : whole;
    this.keep(stream, longest);
    return longest;
  }

  private keep(stream: string, events: readonly RecordedEvent[]): void {
    this.events += events.length - (this.kept.get(stream)?.length ?? 0);
    this.kept.delete(stream);
    if (events.length > 0) this.kept.set(stream, events);
    for (const [oldest, forgotten] of this.kept) {
      if (this.events <= this.mostEvents) return;
      this.kept.delete(oldest);
      this.events -= forgotten.length;
    }
  }
}
