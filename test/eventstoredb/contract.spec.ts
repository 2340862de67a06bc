import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { describeEventStoreContract } from '../../src/platform/event-store/event-store.contract.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';

describeEventStoreContract('EventStoreDB, by the server in this process', async (clock) => {
  const server = await EventStoreDbServer.start({ clock });
  const store = EventStoreDbEventStore.open(server.connectionString);
  return {
    store,
    timeMayGoBack: true,
    dispose: async () => {
      await store.close();
      server.stop();
    },
  };
});
