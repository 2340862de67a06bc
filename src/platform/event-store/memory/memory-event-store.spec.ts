import { describeEventStoreContract } from '../event-store.contract.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStoreContract('memory', (clock) => {
  const store = new MemoryEventStore(clock);
  return { store, dispose: () => store.close() };
});
