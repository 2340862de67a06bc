import type { EventStoreDbEventStore } from './eventstoredb-event-store.js';

type Opening = Parameters<typeof EventStoreDbEventStore.open>;

/** Opens a log in EventStoreDB. Its client is loaded here, so that a program whose log is elsewhere starts without it. */
export const openEventStoreDb = async (...[connectionString, options]: Opening): Promise<EventStoreDbEventStore> => {
  const { EventStoreDbEventStore: Log } = await import('./eventstoredb-event-store.js');
  return Log.open(connectionString, options);
};
