import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/platform/clock/clock.js';
import { type Position, StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { Connection } from '../../src/platform/event-store/eventstoredb/connection.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { probePermissions, whatIsAllowed } from '../../src/platform/event-store/eventstoredb/permissions.js';
import { positionFrom } from '../../src/platform/event-store/eventstoredb/position.js';
import { oneAfterAnother, type ReadFault, type SubscriptionFault } from '../support/eventstoredb/faults.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { noted, textsOf } from './noted.js';

/** Long enough for a second attempt on a busy machine. */
const QUICK = { timeLimit: 5_000, backoff: { first: 5, longest: 50 }, lookEvery: 50 };
/** For calls that nobody answers. */
const SHORT = { ...QUICK, timeLimit: 900 };

describe('Reading from EventStoreDB', () => {
  let server: EventStoreDbServer;
  let store: EventStoreDbEventStore;
  let troubles: unknown[];

  beforeEach(async () => {
    troubles = [];
    server = await EventStoreDbServer.start({ clock: systemClock });
    const onTrouble = (error: unknown): void => void troubles.push(error);
    store = EventStoreDbEventStore.open(server.connectionString, { ...QUICK, onTrouble });
  });
  afterEach(async () => {
    await store.close();
    server.stop();
  });

  /** Another program writes. */
  const writes = (stream: string, data: string, metadata = '{}', contentType = 'application/json', type = 'Noted') =>
    server.log.append(stream, 'any', [
      {
        id: noted(`${stream}${data}${metadata}${type}`).id,
        type,
        contentType,
        data: Buffer.from(data),
        metadata: Buffer.from(metadata),
      },
    ]);

  /** The events that a subscriber is given, until it has so many events or the subscription ends. */
  const followed = async (count: number, after?: Position): Promise<unknown[]> => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    for await (const page of store.subscribe(after, { signal: stop.signal })) {
      seen.push(...textsOf(page));
      if (seen.length >= count) stop.abort();
    }
    return seen;
  };

  const until = async (met: () => boolean): Promise<void> => {
    while (!met()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it.each<ReadFault>(['one short', 'behind'])(
    'believes no node that shows less than was appended here: %s',
    async (fault) => {
      await store.append('note-1', 'no_stream', [noted('a')]);
      await store.append('note-1', 0, [noted('b')]);
      server.faults.read = oneAfterAnother(fault, fault);
      expect(textsOf(await store.read('note-1'))).toEqual(['a', 'b']);
      server.faults.read = oneAfterAnother(fault);
      expect(textsOf(await store.read('note-1', 1))).toEqual(['b']);
      server.faults.read = () => fault;
      await expect(store.read('note-1')).rejects.toThrow(StoreUnavailable);
    },
  );

  it('believes no node that shows less than a subscriber was given', async () => {
    await writes('note-1', '{"text":"a"}');
    await writes('note-1', '{"text":"b"}');
    await followed(2);
    server.faults.read = oneAfterAnother<ReadFault>('one short');
    expect(await store.read('note-1')).toHaveLength(2);
  });

  it.each<ReadFault>(['unavailable', 'not leader', 'cancel', 'silence', 'close'])(
    'goes on after trouble of one attempt: %s',
    async (fault) => {
      await store.append('note-1', 'no_stream', [noted('a')]);
      server.faults.read = oneAfterAnother(fault);
      expect(textsOf(await store.read('note-1'))).toEqual(['a']);
      server.faults.read = oneAfterAnother(fault);
      expect(await store.head()).toBeDefined();
    },
  );

  it('is given up in time where nobody answers, and says so', async () => {
    server.faults.read = () => 'silence';
    server.faults.subscription = () => ({ kind: 'silence', after: 0 });
    const late = { name: 'StoreUnavailable', message: expect.stringContaining('does not answer in time') };
    const asked = EventStoreDbEventStore.open(server.connectionString, SHORT);
    await expect(asked.read('note-1')).rejects.toMatchObject(late);
    await expect(asked.readAll(undefined)).rejects.toMatchObject(late);
    await expect(asked.head()).rejects.toMatchObject(late);
    await asked.close();
  });

  describe('by a subscription', () => {
    it.each<SubscriptionFault['kind']>([
      'end',
      'unavailable',
      'cancel',
      'silence',
      'checkpoint ahead',
      'give twice',
      'close',
    ])('that breaks again and again (%s) misses nothing and gives nothing twice', async (kind) => {
      const texts = Array.from({ length: 12 }, (_, index) => `e${index}`);
      for (const [index, text] of texts.entries()) {
        await store.append('note-1', index === 0 ? 'no_stream' : index - 1, [noted(text)]);
        server.log.noise();
      }
      server.faults.subscription = oneAfterAnother(...[3, 0, 2, 4].map((after) => ({ kind, after })));
      expect(await followed(texts.length)).toEqual(texts);
    });

    it('that went silent is noticed by comparing it with the head', async () => {
      server.faults.subscription = oneAfterAnother<SubscriptionFault>({ kind: 'silence', after: 1 });
      const seen = followed(3);
      await store.append('note-1', 'no_stream', [noted('a'), noted('b'), noted('c')]);
      expect(await seen).toEqual(['a', 'b', 'c']);
      expect(troubles).toContainEqual(expect.objectContaining({ name: 'SubscriptionSilent' }));
    });

    it('outlives a restart of the server', async () => {
      await store.append('note-1', 'no_stream', [noted('a')]);
      const seen = followed(2);
      await until(() => server.calls.get('Subscribe') === 1);
      await server.restart();
      await store.append('note-1', 0, [noted('b')]);
      expect(await seen).toEqual(['a', 'b']);
    });

    it('may begin after an event of a category that it does not follow', async () => {
      const stop = new AbortController();
      const { position } = await store.append('other-1', 'no_stream', [noted('a')]);
      const seen: unknown[] = [];
      const following = (async () => {
        for await (const page of store.subscribe(position, { signal: stop.signal, categories: ['note'] }))
          seen.push(...textsOf(page));
      })();
      // Looked at the head, time and again.
      await until(() => (server.calls.get('ReadAll') ?? 0) > 4);
      await store.append('note-1', 'no_stream', [noted('b')]);
      await until(() => seen.length > 0);
      stop.abort();
      await following;
      expect(seen).toEqual(['b']);
      expect(troubles).toEqual([]);
    });

    it('after a position that the log does not have is refused plainly', async () => {
      await store.append('note-1', 'no_stream', [noted('a')]);
      const elsewhere = positionFrom({ commit: 3n, prepare: 3n });
      const ahead = positionFrom({ commit: 9_000_000n, prepare: 9_000_000n });
      await expect(store.readAll(elsewhere)).rejects.toThrow('it is another log than before');
      await expect(followed(1, elsewhere)).rejects.toThrow('it is another log than before');
      await expect(followed(1, ahead)).rejects.toThrow('it is another log than before');
    });
  });

  describe('events that others wrote', () => {
    it('passes over the server’s own events, at the head too', async () => {
      const { position } = await store.append('note-1', 'no_stream', [noted('a')]);
      for (let times = 0; times < 600; times++) server.log.noise();
      expect(textsOf(await store.readAll(undefined))).toEqual(['a']);
      expect(await store.readAll(position)).toEqual([]);
      expect(await store.head()).toBe(position);
      expect(await followed(1)).toEqual(['a']);
    });

    it('passes over streams of other programs where the categories are named, and asks the server to', async () => {
      const narrow = EventStoreDbEventStore.open(server.connectionString, { ...QUICK, categories: ['note'] });
      writes('order-1', '"not even JSON of ours"');
      const { position } = await narrow.append('note-1', 'no_stream', [noted('a')]);
      writes('notes-1', '{"text":"another category"}');
      expect(textsOf(await narrow.readAll(undefined))).toEqual(['a']);
      expect(await narrow.head()).toBe(position);
      await narrow.close();
    });

    it('gives events of types that nobody knows', async () => {
      writes('note-1', '{"text":"a"}', '{"commandId":"c"}', 'application/json', 'FromTheFuture');
      expect((await store.read('note-1')).map(({ type }) => type)).toEqual(['FromTheFuture']);
      expect(await followed(1)).toEqual(['a']);
    });

    it.each([
      ['its data is not a JSON object', '{"text":', '{}', 'application/json'],
      ['its data is not a JSON object', '"text"', '{}', 'application/json'],
      ['its data is not a JSON object', 'text', '{}', 'application/octet-stream'],
      ['it has no metadata', '{"text":"b"}', '', 'application/json'],
      ['its metadata is not a JSON object', '{"text":"b"}', '{"command', 'application/json'],
    ])('says of one that cannot be read that %s', async (why, data, metadata, contentType) => {
      await store.append('note-1', 'no_stream', [noted('a')]);
      writes('note-1', data, metadata, contentType);
      const said = `Event 1 of stream note-1 cannot be read: ${why}.`;
      await expect(store.read('note-1')).rejects.toThrow(said);
      const [first, ...others] = await store.readAll(undefined);
      expect(others).toEqual([]);
      await expect(store.readAll(first!.position)).rejects.toThrow(said);
      const given: unknown[] = [];
      const following = (async () => {
        const { signal } = new AbortController();
        for await (const page of store.subscribe(undefined, { signal })) given.push(...textsOf(page));
      })();
      await expect(following).rejects.toThrow(said);
      expect(given).toEqual(['a']);
    });
  });

  describe('a log in which somebody hides events', () => {
    beforeEach(() => store.append('note-1', 'no_stream', [noted('a'), noted('b'), noted('c')]));

    it.each([
      ['$maxCount', { $maxCount: 1 }, 'Event 0 of stream note-1 is missing'],
      ['$tb', { $tb: 2 }, 'Event 0 of stream note-1 is missing'],
      ['$tb', { $tb: 3 }, 'Events of stream note-1 are hidden by its metadata ($tb)'],
      ['$maxAge', { $maxAge: -1 }, 'Events of stream note-1 are hidden by its metadata ($maxAge)'],
    ])('by %s, the reader of the stream is told', async (_name, metadata, said) => {
      server.log.tell('note-1', metadata);
      await expect(store.read('note-1')).rejects.toThrow(said);
    });

    it('a deleted stream does not read as one that never was', async () => {
      server.log.delete('note-1', 'any');
      await expect(store.read('note-1')).rejects.toThrow('Events of stream note-1 are hidden by its metadata ($tb)');
    });

    it('the subscription tells at once, and goes on', async () => {
      server.log.tell('note-1', { $maxCount: 1 });
      server.log.tell('note-1', { $acl: { $r: 'somebody' } });
      server.log.tombstone('note-1', 'any');
      await store.append('note-2', 'no_stream', [noted('d')]);
      expect(await followed(4)).toEqual(['a', 'b', 'c', 'd']);
      expect(troubles.map((trouble) => (trouble as Error).message.slice(0, 56))).toEqual([
        'Events of stream note-1 are hidden by its metadata ($max',
        'Stream note-1 was deleted for good, which this program n',
      ]);
      expect(await store.readAll(await store.head())).toEqual([]);
    });
  });

  describe('the account of this program', () => {
    it('is refused in words where it may not read', async () => {
      server.forbidden.add('read');
      const refused = 'EventStoreDB refuses the account of this program';
      await expect(store.read('note-1')).rejects.toThrow(refused);
      await expect(store.readAll(undefined)).rejects.toThrow(refused);
      await expect(followed(1)).rejects.toThrow(refused);
    });

    it('is found to be able to take away what was recorded, without taking anything', async () => {
      const asked = () => whatIsAllowed(new Connection(server.connectionString), 1_000);
      const before = server.log.events.length;
      expect(await asked()).toEqual([
        'delete streams',
        'delete streams for good',
        'hide events or change who may read them',
      ]);
      server.forbidden.add('delete');
      expect(await asked()).toEqual(['hide events or change who may read them']);
      server.forbidden.add('metadata');
      expect(await asked()).toEqual([]);
      expect(server.log.events).toHaveLength(before);
      server.stop();
      await expect(asked()).rejects.toThrow(StoreUnavailable);
    });

    it('is not looked at by a server without TLS, which knows no accounts', async () => {
      expect(await probePermissions(server.connectionString)).toEqual({ enforced: false, tooMuch: [] });
    });
  });
});
