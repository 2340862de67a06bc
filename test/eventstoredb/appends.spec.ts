import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/platform/clock/clock.js';
import { RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { type AppendFault, oneAfterAnother } from '../support/eventstoredb/faults.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { noted, textsOf } from './noted.js';

/** Short, so that what must time out does so soon, and long enough for a second attempt on a busy machine. */
const QUICK = { timeLimit: 5_000, backoff: { first: 5, longest: 50 }, lookEvery: 100 };

describe('An append to EventStoreDB', () => {
  let server: EventStoreDbServer;
  let store: EventStoreDbEventStore;

  beforeEach(async () => {
    server = await EventStoreDbServer.start({ clock: systemClock });
    store = EventStoreDbEventStore.open(server.connectionString, QUICK);
  });
  afterEach(async () => {
    await store.close();
    server.stop();
  });

  const goesWrong = (...faults: AppendFault[]): void => {
    server.faults.append = oneAfterAnother(...faults);
  };
  const stored = (): string[] =>
    server.log.events
      .filter(({ stream }) => !stream.startsWith('$'))
      .map(({ data }) => (JSON.parse(Buffer.from(data).toString()) as { text: string }).text);

  it.each<AppendFault>([
    'drop before storing',
    'silence before storing',
    'store, then drop',
    'store, then silence',
    'store late',
    'answer late',
    'answer twice',
    'time out after storing',
    'not leader',
    'cancel',
    'close',
  ])('is answered, and there once, though the server does this first: %s', async (fault) => {
    // Later than one attempt may take, a third of the time limit.
    server.faults.late = 1_150;
    goesWrong(fault);
    await expect(store.append('note-1', 'no_stream', [noted('a'), noted('b')])).resolves.toMatchObject({ revision: 1 });
    expect(textsOf(await store.read('note-1'))).toEqual(['a', 'b']);
    expect(stored()).toEqual(['a', 'b']);
  });

  it('whose reply was lost is known again after others have written', async () => {
    goesWrong('store, then drop');
    server.faults.read = () => {
      server.faults.read = undefined;
      server.log.append('note-1', 0, [
        {
          id: noted('b').id,
          type: 'Noted',
          contentType: 'application/json',
          data: Buffer.from('{"text":"b"}'),
          metadata: Buffer.from('{}'),
        },
      ]);
      return undefined;
    };
    await expect(store.append('note-1', 'no_stream', [noted('a')])).resolves.toMatchObject({ revision: 0 });
    expect(stored()).toEqual(['a', 'b']);
  });

  it('that ran into its own first attempt is no conflict, and one that ran into another’s is', async () => {
    await store.append('note-1', 'no_stream', [noted('a')]);
    goesWrong('store, then drop');
    server.faults.read = oneAfterAnother('unavailable' as const);
    expect((await store.append('note-1', 0, [noted('b')])).revision).toBe(1);
    await expect(store.append('note-1', 0, [noted('c')])).rejects.toThrow(WrongExpectedRevision);
    await expect(store.append('note-1', 'no_stream', [noted('a'), noted('c')])).rejects.toThrow(RepeatedInPart);
    expect(stored()).toEqual(['a', 'b']);
  });

  it('is known again although the server counts its events before it shows them', async () => {
    await store.append('note-1', 'no_stream', [noted('a')]);
    server.faults.read = oneAfterAnother('behind', 'behind', 'behind', 'behind');
    await expect(store.append('note-1', 'no_stream', [noted('b')])).rejects.toThrow(WrongExpectedRevision);
    server.log.conflictsFirst = true;
    server.faults.read = oneAfterAnother('behind', 'behind');
    expect((await store.append('note-1', 'no_stream', [noted('a')])).revision).toBe(0);
    expect(stored()).toEqual(['a']);
  });

  it('is answered in time, and told that nobody knows, by a server that never answers', async () => {
    server.faults.append = () => 'silence before storing';
    await expect(store.append('note-1', 'no_stream', [noted('a')])).rejects.toThrow(
      'EventStoreDB does not answer in time. Try again; what was sent may or may not be recorded.',
    );
    expect(stored()).toEqual([]);
  });

  it('is answered in time while no server runs, and works again once one does', async () => {
    server.stop();
    await expect(store.append('note-1', 'no_stream', [noted('a')])).rejects.toThrow(StoreUnavailable);
    await server.restart();
    expect((await store.append('note-1', 'no_stream', [noted('a')])).revision).toBe(0);
  });

  it('works again after a first failure also where the client asks who leads', async () => {
    const cluster = EventStoreDbEventStore.open(server.clusterConnectionString, QUICK);
    server.stop();
    await expect(cluster.append('note-1', 'no_stream', [noted('a')])).rejects.toThrow(StoreUnavailable);
    await server.restart();
    expect((await cluster.append('note-1', 'no_stream', [noted('a')])).revision).toBe(0);
    expect(textsOf(await cluster.readAll(undefined))).toEqual(['a']);
    await cluster.close();
  });

  it('survives a restart of the server in its middle', async () => {
    server.faults.append = () => {
      server.faults.append = undefined;
      void server.restart();
      return 'store, then silence';
    };
    expect((await store.append('note-1', 'no_stream', [noted('a')])).revision).toBe(0);
    expect(stored()).toEqual(['a']);
  });

  it('to a category that no reader of this log sees is a mistake of the caller', async () => {
    const narrow = EventStoreDbEventStore.open(server.connectionString, { ...QUICK, categories: ['note'] });
    await expect(narrow.append('notes-1', 'no_stream', [noted('a')])).rejects.toThrow(RangeError);
    expect((await narrow.append('note-1', 'no_stream', [noted('a')])).revision).toBe(0);
    await narrow.close();
  });

  it('that the access rules forbid was not carried out, and the answer says so', async () => {
    server.forbidden.add('append');
    await expect(store.append('note-1', 'no_stream', [noted('a')])).rejects.toThrow(
      'EventStoreDB refuses the account of this program: nothing was recorded.',
    );
  });

  it('to a stream that was deleted says that it was', async () => {
    await store.append('note-1', 'no_stream', [noted('a')]);
    server.log.tombstone('note-1', 'any');
    await expect(store.append('note-1', 0, [noted('b')])).rejects.toThrow('Stream note-1 was deleted for good');
    await expect(store.read('note-1')).rejects.toThrow('Stream note-1 was deleted for good');
  });

  it('never begins a stream anew over events that somebody hid', async () => {
    await store.append('note-1', 'no_stream', [noted('a')]);
    server.log.delete('note-1', 'any');
    await expect(store.append('note-1', 'no_stream', [noted('b')])).rejects.toThrow(
      'Event 0 of stream note-1 is missing',
    );
  });
});

describe('Troubles are told without the secrets of the address', () => {
  it.each([
    'esdb://footprint:s3cret@127.0.0.1:1?tls=no',
    'esdb://footprint:s3cret@127.0.0.1:port',
    'esdb://footprint:s3cret@127.0.0.1:2113?tlsCAFile=/nowhere/ca.crt',
    'redis://footprint:s3cret@127.0.0.1',
  ])('if it cannot be used: %s', (address) => {
    const opening = () => EventStoreDbEventStore.open(address);
    expect(opening).toThrow(StoreUnavailable);
    expect(opening).toThrow(/^The address of EventStoreDB cannot be used: (?!.*s3cret)/);
  });

  it('if it names no account, and the server checks accounts', () => {
    expect(() => EventStoreDbEventStore.open('esdb://127.0.0.1:2113')).toThrow('names no account');
  });

  it('if nobody answers, to the bottom of the error', async () => {
    const store = EventStoreDbEventStore.open('esdb://footprint:s3cret@127.0.0.1:1?tls=false', {
      ...QUICK,
      timeLimit: 60,
    });
    const error: unknown = await store.head().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error).not.toHaveProperty('cause');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('s3cret');
    await store.close();
  });
});
