import { randomBytes } from 'node:crypto';
import type { SettableClock } from '../../../src/platform/clock/clock.js';
import type { StoreUnderTest } from '../../../src/platform/event-store/event-store.contract.js';
import { EventStoreDbEventStore } from '../../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { OwnCorner } from './own-corner.js';
import { EventStoreDbServer } from './server.js';

/** Addresses of real servers, with spaces between, where the suite is to run against them. */
export const REAL_SERVERS = (process.env.FOOTPRINT_TEST_ESDB ?? '').split(/\s+/).filter((address) => address !== '');

/** The one that tests share, each in a corner of its own. */
export const [REAL_SERVER] = REAL_SERVERS as readonly (string | undefined)[];

export const WHICH_SERVER =
  REAL_SERVER === undefined ? 'EventStoreDB, played by the server in this process' : 'EventStoreDB, a real server';

/** Every category that the contract writes to. */
const CATEGORIES = ['dispute', 'disputes', 'team', 'child', 'childa', 'report', 'import'];

/** A new, empty log: a server of its own, or a corner of the real one. */
export const storeUnderTest = (clock: SettableClock): Promise<StoreUnderTest> | StoreUnderTest =>
  REAL_SERVER === undefined ? onServerHere(clock) : onRealServer(REAL_SERVER);

const onServerHere = async (clock: SettableClock): Promise<StoreUnderTest> => {
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
};

const onRealServer = (connectionString: string): StoreUnderTest => {
  const prefix = newPrefix();
  const categories = CATEGORIES.map((category) => prefix + category);
  const store = new OwnCorner(EventStoreDbEventStore.open(connectionString, { categories }), prefix);
  return { store, timeOfItsOwn: true, dispose: () => store.close() };
};

/** Letters only, as categories are named. */
export const newPrefix = (): string =>
  [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
