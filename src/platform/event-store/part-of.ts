import type { EventStore, Position, ReadAllOptions, RecordedEvent } from './event-store.js';

/** A log without some of its streams, for a reader that goes through it from end to end. It is written to, and followed, as the whole is. */
export const partOf = (store: EventStore, isWanted: (stream: string) => boolean): EventStore => ({
  append: (stream, expected, events) => store.append(stream, expected, events),
  read: (stream, from) => store.read(stream, from),
  readAll: (after, options) => nextPage(store, isWanted, after, options),
  subscribe: (after, options) => store.subscribe(after, options),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: () => store.close(),
});

/** An empty page means the end, so one in which nothing is wanted is passed over. */
const nextPage = async (
  store: EventStore,
  isWanted: (stream: string) => boolean,
  after: Position | undefined,
  options: ReadAllOptions | undefined,
): Promise<RecordedEvent[]> => {
  for (let from = after; ;) {
    const page = await store.readAll(from, options);
    const wanted = page.filter(({ stream }) => isWanted(stream));
    if (page.length === 0 || wanted.length > 0) return wanted;
    from = page.at(-1)!.position;
  }
};
