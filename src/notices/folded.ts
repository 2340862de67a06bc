import type { Decider, DomainEvent, Recorded } from '../platform/decider.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';

/** A record as its events have left it. */
export const folded = <State, Event extends DomainEvent>(
  { initial, evolve }: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  events: readonly RecordedEvent[],
): State => events.reduce((state, event) => evolve(state, event as unknown as Recorded<Event>), initial);
