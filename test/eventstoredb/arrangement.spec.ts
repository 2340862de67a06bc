import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { systemClock } from '../../src/platform/clock/clock.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { oneAfterAnother, type SubscriptionFault } from '../support/eventstoredb/faults.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { noted, textsOf } from './noted.js';

const QUICK = { timeLimit: 30_000, backoff: { first: 5, longest: 50 }, lookEvery: 100 };

/** docs/decisions/0013: commands and subscriptions of one process, also of two servers, cannot hurt each other. */
describe('Commands and subscriptions', () => {
  let here: EventStoreDbServer;
  let there: EventStoreDbServer;
  const stores: EventStoreDbEventStore[] = [];
  const clients: EventStoreDBClient[] = [];

  beforeEach(async () => {
    here = await EventStoreDbServer.start({ clock: systemClock });
    there = await EventStoreDbServer.start({ clock: systemClock });
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    here.stop();
    there.stop();
  });

  const open = (server: EventStoreDbServer, onTrouble?: (error: unknown) => void): EventStoreDbEventStore => {
    const store = EventStoreDbEventStore.open(server.connectionString, { ...QUICK, onTrouble });
    stores.push(store);
    return store;
  };
  const bare = (server: EventStoreDbServer): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    clients.push(client);
    return client;
  };

  it('would, in the client as it comes: the end of one server rejects an append under way to another', async () => {
    here.faults.append = () => 'silence before storing';
    const [one, other] = [bare(here), bare(there)];
    const event = () => jsonEvent({ type: 'Noted', data: {} });
    const underWay = one.appendToStream('note-1', event(), { expectedRevision: 'no_stream' });
    const outcome = underWay.then(
      () => 'answered',
      () => 'rejected',
    );
    await other.appendToStream('note-1', event(), { expectedRevision: 'no_stream' });
    expect(here.calls.get('BatchAppend')).toBe(1);
    there.stop();
    expect(await outcome).toBe('rejected');
  });

  it('of two servers do not know of each other: no append ever goes into the table that they share', async () => {
    here.faults.late = 300;
    here.faults.append = oneAfterAnother('answer late' as const);
    const troubles: unknown[] = [];
    const underWay = open(here, (error) => troubles.push(error)).append('note-1', 'no_stream', [noted('a')]);
    const other = open(there);
    await other.append('note-1', 'no_stream', [noted('b')]);
    there.stop();
    expect((await underWay).revision).toBe(0);
    expect(troubles).toEqual([]);
    for (const server of [here, there]) expect([...server.calls.keys()]).not.toContain('BatchAppend');
  });

  it.each<SubscriptionFault['kind']>(['end', 'unavailable', 'cancel', 'silence', 'checkpoint ahead'])(
    'of one server: a subscription that breaks (%s) fails no append under way, and goes on',
    async (kind) => {
      const troubles: unknown[] = [];
      const store = open(here, (error) => troubles.push(error));
      here.faults.subscription = oneAfterAnother<SubscriptionFault>({ kind, after: 1 });
      const stop = new AbortController();
      const seen: unknown[] = [];
      const following = (async () => {
        for await (const page of store.subscribe(undefined, { signal: stop.signal })) {
          seen.push(...textsOf(page));
          if (seen.length === 3) stop.abort();
        }
      })();
      await store.append('note-1', 'no_stream', [noted('a')]);
      here.faults.late = 200;
      here.faults.append = oneAfterAnother('answer late' as const);
      const append = store.append('note-1', 0, [noted('b')]);
      expect((await append).revision).toBe(1);
      await store.append('note-1', 1, [noted('c')]);
      await following;
      expect(seen).toEqual(['a', 'b', 'c']);
      expect(here.calls.get('Append')).toBe(3);
    },
  );

  it('of one server: an append that fails breaks no subscription', async () => {
    const store = open(here);
    const stop = new AbortController();
    const seen: unknown[] = [];
    const following = (async () => {
      for await (const page of store.subscribe(undefined, { signal: stop.signal })) seen.push(...textsOf(page));
    })();
    await store.append('note-1', 'no_stream', [noted('a')]);
    here.faults.append = oneAfterAnother('drop before storing', 'store, then drop', 'cancel', 'not leader');
    for (const [revision, text] of ['b', 'c', 'd'].entries()) await store.append('note-1', revision, [noted(text)]);
    while (seen.length < 4) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await following;
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
    expect(here.calls.get('Subscribe')).toBe(1);
  });
});
