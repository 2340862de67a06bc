import { categoryOf, type EventStore } from '../event-store/event-store.js';
import { NOBODY, type Reader, type Watcher } from './watcher.js';

/** The store with every append and every read seen by the watcher. */
export const watchedStore = (store: EventStore, watcher: Watcher): EventStore =>
  watcher === NOBODY
    ? store
    : {
        append: (stream, expected, events) =>
          watcher.around(
            {
              kind: 'append',
              category: categoryOf(stream),
              events: events.length,
              correlationId: events[0]?.metadata.$correlationId,
            },
            () => store.append(stream, expected, events),
          ),
        read: (stream, from) => watcher.around({ kind: 'read', of: 'stream' }, () => store.read(stream, from)),
        readAll: (after, options) => watcher.around({ kind: 'read', of: 'log' }, () => store.readAll(after, options)),
        subscribe: (after, options) => store.subscribe(after, options),
        head: () => watcher.around({ kind: 'read', of: 'head' }, () => store.head()),
        certainHead: () => watcher.around({ kind: 'read', of: 'head' }, () => store.certainHead()),
        close: () => store.close(),
      };

/** The store as one reader follows it: the watcher sees each page until the reader asks for the next, and each break. */
export const followedBy = (reader: Reader, store: EventStore, watcher: Watcher): EventStore =>
  watcher === NOBODY
    ? store
    : {
        append: (stream, expected, events) => store.append(stream, expected, events),
        read: (stream, from) => store.read(stream, from),
        readAll: (after, options) => store.readAll(after, options),
        async *subscribe(after, options) {
          try {
            for await (const events of store.subscribe(after, options)) {
              const handled = Promise.withResolvers<void>();
              void watcher.around({ kind: 'page', reader, events }, () => handled.promise);
              try {
                yield events;
              } finally {
                handled.resolve();
              }
            }
          } catch (error) {
            if (!options.signal.aborted) watcher.broke(reader);
            throw error;
          }
        },
        head: () => store.head(),
        certainHead: () => store.certainHead(),
        close: () => store.close(),
      };
