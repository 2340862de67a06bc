import type { EventStore } from './event-store.js';

/** A log that is opened when it is first asked for: a program that never needs it opens nothing. */
export const openedLate = (open: () => EventStore): EventStore => {
  let opened: EventStore | undefined;
  const store = (): EventStore => (opened ??= open());
  return {
    append: async (stream, expected, events) => store().append(stream, expected, events),
    read: async (stream, from) => store().read(stream, from),
    readAll: async (after, options) => store().readAll(after, options),
    subscribe: (after, options) => store().subscribe(after, options),
    head: async () => store().head(),
    certainHead: async () => store().certainHead(),
    close: async () => opened?.close(),
  };
};
