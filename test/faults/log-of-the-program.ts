import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/event-catalogue.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../src/platform/event-store/sqlite/verify-log.js';
import { newSecret } from '../../src/platform/secret.js';
import { tokensFor } from '../instances/tokens.js';
import { Council, PEOPLE } from '../journeys/council.js';
import { serverAlone } from '../support/eventstoredb/server-alone.js';
import { WHICH_SERVER } from '../support/eventstoredb/under-test.js';
import { RedisServer } from '../support/redis.js';
import { everythingIn } from './ledger.js';

/** A log with a small council in it, which a program in a process of its own works on. */
export interface LogOfTheProgram {
  /** Settings of the program that bring it there. */
  readonly settings: Readonly<Record<string, string>>;
  /** Token of a person, where there is no door of the demonstration. */
  readonly tokenOf?: (person: string) => string;
  open(): EventStore;
  /** The fault by which the log is at odds with itself; null if there is none. */
  fault(): Promise<unknown>;
  end(): Promise<void>;
}

/** Makes one for a program with this data folder. */
export type MakeLog = (dataDir: string) => Promise<LogOfTheProgram>;

/** In the program's own folder. */
export const inItsFolder: MakeLog = async (dataDir) => {
  const file = join(dataDir, 'log.sqlite');
  const council = await Council.begin('house', { dataDir });
  await council.end();
  return {
    settings: { FOOTPRINT_DEMONSTRATION: 'on' },
    open: () => SqliteEventStore.open(file, { clock: systemClock }),
    fault: async () => (await verifyLog(file)).fault,
    end: () => Promise.resolve(),
  };
};

/** As in production: with Redis, and a token for each person. */
const inEventStoreDb: MakeLog = async () => {
  const server = await serverAlone();
  const { connectionString } = server;
  const open = (): EventStore => EventStoreDbEventStore.open(connectionString, { categories: CATEGORIES });
  const log = open();
  const council = await Council.begin('house', { store: () => log });
  const tokens = await tokensFor(Object.keys(PEOPLE), council, systemClock.now());
  await council.end();
  const redis = await RedisServer.begin();
  const documents = mkdtempSync(join(tmpdir(), 'footprint-documents-'));
  return {
    settings: {
      ...{ FOOTPRINT_LOG: connectionString, REDIS_URL: redis.url, FOOTPRINT_SEALING_KEY: newSecret() },
      FOOTPRINT_DOCUMENTS: documents,
    },
    tokenOf: (person) => tokens.get(person)!,
    open,
    fault: async () => {
      const read = open();
      try {
        return outOfOrder(await everythingIn(read));
      } finally {
        await read.close();
      }
    },
    end: async () => {
      server.end();
      await redis.end();
      rmSync(documents, { recursive: true, force: true });
    },
  };
};

/** The first event that does not follow the one before it in its stream, if there is one. */
const outOfOrder = (events: readonly RecordedEvent[]): RecordedEvent | null => {
  const lengths = new Map<string, number>();
  for (const event of events) {
    const length = lengths.get(event.stream) ?? 0;
    if (event.revision !== length) return event;
    lengths.set(event.stream, length + 1);
  }
  return null;
};

/** The logs to choose from in `FOOTPRINT_TEST_LOG`: the program's own folder unless told. */
const LOGS: Readonly<Record<string, readonly [where: string, make: MakeLog]>> = {
  sqlite: ['its own folder', inItsFolder],
  eventstoredb: [WHICH_SERVER, inEventStoreDb],
};

const chosen = LOGS[process.env.FOOTPRINT_TEST_LOG || 'sqlite'];
if (chosen === undefined) {
  throw new Error(`FOOTPRINT_TEST_LOG is "${process.env.FOOTPRINT_TEST_LOG}": set it to sqlite or eventstoredb.`);
}
export const [WHERE, logOfTheRun] = chosen;
