import type { EventStore, Position, RecordedEvent } from './event-store.js';

/** Every event of the log, or of some categories, after a position and up to the last there is when it gets there. */
export async function* eventsOf(
  store: EventStore,
  categories?: readonly string[],
  after?: Position,
): AsyncGenerator<RecordedEvent> {
  let position = after;
  for (;;) {
    const page = await store.readAll(position, { categories });
    if (page.length === 0) return;
    yield* page;
    position = page.at(-1)!.position;
  }
}
