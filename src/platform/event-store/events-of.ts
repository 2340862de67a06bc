import type { EventStore, Position, RecordedEvent } from './event-store.js';

/** Every event of the log, or of some categories, from the first to the last there is when it gets there. */
export async function* eventsOf(store: EventStore, categories?: readonly string[]): AsyncGenerator<RecordedEvent> {
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll(after, { categories });
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)!.position;
  }
}
