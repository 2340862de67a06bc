import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import type { AppendFault, SubscriptionFault } from '../support/eventstoredb/faults.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { noted } from './noted.js';

const QUICK = { timeLimit: 5_000, backoff: { first: 5, longest: 50 }, lookEvery: 100 };
const FAULTS = 12;
/** The client, its successor while the first closes, and the server's ends of both, for commands and for subscriptions. */
const FEW = 8;

/** Ends of TCP connections that this process holds open, the server's among them. */
const connections = (): number => process.getActiveResourcesInfo().filter((each) => each === 'TCPSocketWrap').length;

describe('However often a server fails, no connections are left behind', () => {
  let server: EventStoreDbServer;
  let store: EventStore;
  let before: number;
  beforeEach(async () => {
    before = connections();
    server = await EventStoreDbServer.start({ clock: systemClock });
    store = EventStoreDbEventStore.open(server.connectionString, QUICK);
  });
  afterEach(async () => {
    await store.close();
    server.stop();
  });

  it.each<AppendFault>(['drop before storing', 'store, then drop', 'not leader', 'cancel'])(
    'by an append: %s',
    async (fault) => {
      let calls = 0;
      server.faults.append = () => (calls++ % 2 === 0 ? fault : undefined);
      for (let each = 0; each < FAULTS; each++) await store.append(`note-${each}`, 'no_stream', [noted(`${each}`)]);
      expect(calls).toBeGreaterThanOrEqual(FAULTS);
      expect(connections() - before).toBeLessThanOrEqual(FEW);
    },
  );

  it.each<SubscriptionFault['kind']>(['end', 'unavailable', 'checkpoint ahead', 'silence'])(
    'by a subscription: %s',
    async (kind) => {
      for (let each = 0; each < FAULTS + 1; each++) await store.append(`note-${each}`, 'no_stream', [noted(`${each}`)]);
      let broken = 0;
      server.faults.subscription = () => (broken++ < FAULTS ? { kind, after: 1 } : undefined);
      const stop = new AbortController();
      let seen = 0;
      for await (const page of store.subscribe(undefined, { signal: stop.signal })) {
        seen += page.length;
        if (seen === FAULTS + 1) stop.abort();
      }
      expect(broken).toBe(FAULTS + 1);
      expect(connections() - before).toBeLessThanOrEqual(FEW);
    },
  );
});

describe('A certificate that is being replaced while the server restarts', () => {
  let folder: string;
  let server: EventStoreDbServer;
  let store: EventStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-certificates-'));
    putCertificate();
    server = await EventStoreDbServer.start({ clock: systemClock });
    const files = `&userCertFile=${join(folder, 'certificate')}&userKeyFile=${join(folder, 'key')}`;
    store = EventStoreDbEventStore.open(server.connectionString + files, QUICK);
  });
  afterEach(async () => {
    await store.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // The client reads the files whenever a client is made. A rejection that nobody holds fails a test here.
  it('ends no process, neither of the watch nor of those who ask, and all work again once the file exists', async () => {
    await store.append('note-1', 'no_stream', [noted('a')]);
    server.stop();
    rmSync(join(folder, 'certificate'));
    await pause(1_500);
    await expect(store.read('note-1')).rejects.toThrow(/EventStoreDB (cannot be reached|does not answer in time)/);
    putCertificate();
    await server.restart();
    await store.append('note-1', 0, [noted('b')]);
    expect(await store.read('note-1')).toHaveLength(2);
  });

  const putCertificate = (): void => {
    for (const file of ['certificate', 'key']) writeFileSync(join(folder, file), 'Not looked at without TLS.');
  };
});
