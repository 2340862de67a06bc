import type { Decider, DomainEvent, Recorded } from './decider.js';
import type { EventStore } from './event-store/event-store.js';

/**
 * The state of one short stream that many decisions ask for. Each call reads only the events that came since the last one,
 * so it is always current and nearly free.
 */
export class FoldedStream<State, Event extends DomainEvent> {
  private state: State;
  private revision = -1;

  constructor(
    private readonly store: EventStore,
    private readonly stream: string,
    private readonly decider: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  ) {
    this.state = decider.initial;
  }

  async current(): Promise<State> {
    for (const event of await this.store.read(this.stream, this.revision + 1)) {
      // Two callers may have read the same events at the same time.
      if (event.revision <= this.revision) continue;
      this.state = this.decider.evolve(this.state, event as unknown as Recorded<Event>);
      this.revision = event.revision;
    }
    return this.state;
  }
}
