import { EventStoreDBClient, NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';
import { systemClock } from '../../../src/platform/clock/clock.js';
import { EventStoreDbEventStore } from '../../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbServer } from './server.js';
import { REAL_SERVERS } from './under-test.js';

/** A server whose log is a test's alone. */
export interface ServerAlone {
  readonly connectionString: string;
  /** Ends it, where it is played by the test. */
  end(): void;
}

/**
 * For what cannot keep to a corner, such as the program in a process of its own: played here, or a real one with nothing in it, which no
 * other test takes from then on. The one that the others share comes last.
 */
export const serverAlone = async (): Promise<ServerAlone> => {
  if (REAL_SERVERS.length === 0) {
    const server = await EventStoreDbServer.start({ clock: systemClock });
    return { connectionString: server.connectionString, end: () => server.stop() };
  }
  for (const connectionString of REAL_SERVERS.toReversed()) {
    if ((await isEmpty(connectionString)) && (await take(connectionString))) return { connectionString, end: () => {} };
  }
  throw new Error(
    'This test needs an EventStoreDB with nothing in it: add the address of another to FOOTPRINT_TEST_ESDB, after a space.',
  );
};

const isEmpty = async (connectionString: string): Promise<boolean> => {
  const log = EventStoreDbEventStore.open(connectionString);
  try {
    return (await log.head()) === undefined;
  } finally {
    await log.close();
  }
};

/** Leaves a sign where no reader of the log comes across it. @returns false where another test was first */
const take = async (connectionString: string): Promise<boolean> => {
  const client = EventStoreDBClient.connectionString(connectionString);
  try {
    await client.setStreamMetadata('taken-by-a-test', {}, { expectedRevision: NO_STREAM });
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return false;
    throw error;
  } finally {
    await client.dispose();
  }
};
