import { CATEGORIES, VIEW_LOG_CATEGORIES } from '../../src/event-catalogue.js';
import type { SettableClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { OwnCorner, TimesOfTheTest } from '../support/eventstoredb/own-corner.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { newPrefix, REAL_SERVER } from '../support/eventstoredb/under-test.js';
import { hasRedis, RedisServer } from '../support/redis.js';

/**
 * The log of a council in the tests, by `FOOTPRINT_TEST_LOG`: a log in memory unless told; `eventstoredb`, as in production, with
 * Redis if there is one; `instances`, the same with three instances that answer in turn. With `FOOTPRINT_TEST_ESDB` the server is
 * that one, and no longer played in this process.
 */
export interface LogOfTheRun {
  readonly instances: number;
  readonly redisUrl: string | null;
  /** The log, for one instance. */
  open(): EventStore;
  /** Opens the log of who opened which record, for one instance. */
  openViews(): EventStore;
  end(): Promise<void>;
}

export const logOfTheRun = async (clock: SettableClock): Promise<LogOfTheRun> => {
  const kind = process.env.FOOTPRINT_TEST_LOG || 'memory';
  switch (kind) {
    case 'memory':
      return inMemory(clock);
    case 'eventstoredb':
      return inEventStoreDb(clock, 1);
    case 'instances':
      return inEventStoreDb(clock, 3);
    default:
      throw new Error(`FOOTPRINT_TEST_LOG is "${kind}": set it to memory, eventstoredb or instances.`);
  }
};

/** The test's own log, or one in memory: it is closed with the program. */
export const inMemory = (clock: SettableClock, store: EventStore = new MemoryEventStore(clock)): LogOfTheRun => ({
  instances: 1,
  redisUrl: null,
  open: () => store,
  openViews: () => new MemoryEventStore(clock),
  end: () => Promise.resolve(),
});

const inEventStoreDb = async (clock: SettableClock, instances: number): Promise<LogOfTheRun> => {
  const server = REAL_SERVER === undefined ? await EventStoreDbServer.start({ clock }) : undefined;
  const redis = hasRedis() ? await RedisServer.begin() : undefined;
  const prefix = newPrefix();
  const times = new TimesOfTheTest(clock);
  const opening = (categories: readonly string[]): EventStore =>
    server ? EventStoreDbEventStore.open(server.connectionString, { categories }) : corner(prefix, times, categories);
  return {
    instances,
    redisUrl: redis?.url ?? null,
    open: () => opening(CATEGORIES),
    openViews: () => opening(VIEW_LOG_CATEGORIES),
    end: async () => {
      server?.stop();
      await redis?.end();
    },
  };
};

const corner = (prefix: string, times: TimesOfTheTest, wanted: readonly string[]): EventStore => {
  const categories = wanted.map((category) => prefix + category);
  return new OwnCorner(EventStoreDbEventStore.open(REAL_SERVER!, { categories }), prefix, times);
};
