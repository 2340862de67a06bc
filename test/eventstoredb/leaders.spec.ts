import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStoreDBClient, jsonEvent, UnavailableError } from '@eventstore/db-client';
import { Metadata } from '@grpc/grpc-js';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/platform/clock/clock.js';
import { StoreUnavailable, WrongExpectedRevision } from '../../src/platform/event-store/event-store.js';
import { clientFor } from '../../src/platform/event-store/eventstoredb/client.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbCluster } from '../support/eventstoredb/cluster.js';
import type { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { noted, textsOf } from './noted.js';

/** As the issue of a frozen leader had it: another leads after this many milliseconds. */
const ELECTION = 1_500;
/** Milliseconds for which a node that thaws takes itself for the leader. */
const BELIEVES = 1_000;

describe('Three nodes', () => {
  let cluster: EventStoreDbCluster;
  let leader: EventStoreDbServer;
  let next: EventStoreDbServer;
  const stores: EventStoreDbEventStore[] = [];

  beforeEach(async () => {
    cluster = await EventStoreDbCluster.start({ clock: systemClock });
    [leader, next] = cluster.nodes as [EventStoreDbServer, EventStoreDbServer];
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    cluster.stop();
  });

  const open = (): EventStoreDbEventStore => {
    const store = EventStoreDbEventStore.open(cluster.connectionString, { backoff: { first: 20, longest: 500 } });
    stores.push(store);
    return store;
  };

  /** An instance that has worked on the log, so that it has a client that talks to the leader. */
  const instanceAtWork = async (): Promise<EventStoreDbEventStore> => {
    const store = open();
    await store.append('note-1', 'no_stream', [noted('a')]);
    return store;
  };

  /** Another instance, which writes to the leader of now. */
  const another = async (...texts: readonly string[]): Promise<void> => {
    const store = open();
    for (const text of texts) {
      const { length } = await store.read('note-1');
      await store.append('note-1', length - 1, [noted(text)]);
    }
  };

  const frozenUntilAnotherHasWritten = async (...texts: readonly string[]): Promise<void> => {
    await cluster.replaceFrozen(leader, next, ELECTION);
    await another(...texts);
  };

  it('are asked at the leader from the first call on', async () => {
    const store = await instanceAtWork();
    expect(textsOf(await store.read('note-1'))).toEqual(['a']);
    expect(next.calls.get('Append')).toBeUndefined();
  });

  describe('whose leader is frozen', () => {
    it('answer within seconds of the election, by appends, readings and a new instance alike', async () => {
      const store = await instanceAtWork();
      const frozen = performance.now();
      const election = cluster.replaceFrozen(leader, next, ELECTION);
      const calls = [
        store.append('note-1', 0, [noted('b')]),
        store.read('note-1'),
        store.readAll(undefined),
        store.head(),
        open().head(),
      ];
      await Promise.all(calls);
      expect(performance.now() - frozen - ELECTION).toBeLessThan(20_000);
      await election;
    });

    it('give what was read under way as it is, not as the frozen node had it', async () => {
      const store = await instanceAtWork();
      const election = cluster.replaceFrozen(leader, next, ELECTION);
      const underWay = Array.from({ length: 20 }, () => store.read('note-1'));
      await election;
      await another('b', 'c');
      const thawing = cluster.thaw(leader, next, BELIEVES);
      await Promise.all(underWay);
      expect(textsOf(await store.read('note-1'))).toEqual(['a', 'b', 'c']);
      await thawing;
    });
  });

  describe('one of which thaws, and takes itself for the leader', () => {
    it('show an instance what another has written meanwhile', async () => {
      const store = await instanceAtWork();
      await frozenUntilAnotherHasWritten('b', 'c');
      const thawing = cluster.thaw(leader, next, BELIEVES);
      for (const end = performance.now() + BELIEVES; performance.now() < end; await pause(20)) {
        expect(textsOf(await store.read('note-1'))).toEqual(['a', 'b', 'c']);
        expect(textsOf(await store.readAll(undefined))).toEqual(['a', 'b', 'c']);
      }
      await thawing;
    });

    it('show it to an instance that starts at that moment', async () => {
      await instanceAtWork();
      await frozenUntilAnotherHasWritten('b');
      const thawing = cluster.thaw(leader, next, BELIEVES);
      const starting = Array.from({ length: 6 }, () => open());
      const pages = await Promise.all(starting.map((store) => store.readAll(undefined)));
      for (const page of pages) expect(textsOf(page)).toEqual(['a', 'b']);
      const heads = await Promise.all(starting.map((store) => store.certainHead()));
      for (const head of heads) expect(head).toBe(pages[0]!.at(-1)!.position);
      await thawing;
    });

    it('take no append for a conflict that only the old leader sees', async () => {
      const store = await instanceAtWork();
      await frozenUntilAnotherHasWritten('b');
      const thawing = cluster.thaw(leader, next, BELIEVES);
      // The asker has read revision 1 elsewhere.
      expect((await store.append('note-1', 1, [noted('c')])).revision).toBe(2);
      await expect(store.append('note-1', 1, [noted('d')])).rejects.toThrow(WrongExpectedRevision);
      await thawing;
    });
  });

  describe('without a leader', () => {
    it('end no process, and are found again by an instance that waits', async () => {
      const store = await instanceAtWork();
      cluster.loseLeader();
      const asked = [store.read('note-1'), store.append('note-1', 0, [noted('b')]), open().head()];
      await pause(3_000);
      cluster.elect(next);
      await Promise.all(asked);
      expect(textsOf(await store.read('note-1'))).toEqual(['a', 'b']);
    });

    it('are said to be away, not to have nothing', async () => {
      const store = EventStoreDbEventStore.open(cluster.connectionString, { timeLimit: 1_500 });
      stores.push(store);
      cluster.loseLeader();
      await expect(store.read('note-1')).rejects.toThrow(StoreUnavailable);
      await expect(store.certainHead()).rejects.toThrow(StoreUnavailable);
    });
  });

  describe('one of which is killed', () => {
    it('end no process, whatever waits for its connection', async () => {
      const store = open();
      const appends = Array.from({ length: 20 }, (_, index) =>
        store.append(`note-${index}`, 'no_stream', [noted(`n${index}`)]),
      );
      leader.stop();
      await pause(200);
      cluster.elect(next);
      for (const { revision } of await Promise.all(appends)) expect(revision).toBe(0);
    });
  });

  describe('and two promises that the client leaves to nobody', () => {
    it.each([
      ['closed', 'Channel has been shut down'],
      ['searching', 'Failed to discover after 2 attempts.'],
    ])('would end the process, in the client as it comes: %s', async (what, said) => {
      if (what === 'searching') cluster.loseLeader();
      const { code, stderr } = await ranToItsEnd('bare-client.mjs', what, String(leader.port));
      expect(stderr).toContain(said);
      expect(code).toBe(1);
    });

    // A rejection that nobody holds fails a test here.
    it('reach nobody, as we guard it: an append whose connection is closed', async () => {
      const client = clientFor(cluster.connectionString);
      await append(client);
      const channel = await client['getChannel']();
      const underWay = append(client);
      channel.close();
      await expect(underWay).rejects.toThrow('The connection was closed before the call was made.');
      await append(client);
    });

    it('reach nobody, as we guard it: a call that failed while a leader is searched for', async () => {
      cluster.loseLeader();
      const client = clientFor(`${cluster.connectionString}&maxDiscoverAttempts=2`);
      const search = append(client);
      const gone = new UnavailableError(Object.assign(new Error('Gone.'), { code: 14, details: '', metadata }));
      await client['handleError']({ getChannel: () => undefined } as never, gone);
      await expect(search).rejects.toThrow('Failed to discover after 2 attempts.');
    });
  });
});

const metadata = new Metadata();

const append = (client: EventStoreDBClient): Promise<unknown> =>
  client.appendToStream('note-1', jsonEvent({ type: 'Noted', data: {} }), {
    credentials: { username: 'nobody', password: 'nothing' },
  });

const ranToItsEnd = async (script: string, ...words: readonly string[]): Promise<{ code: number; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, script), ...words], (error, _stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });
