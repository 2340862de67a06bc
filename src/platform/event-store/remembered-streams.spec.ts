import { beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../clock/clock.js';
import { derivedId } from '../ids.js';
import type { EventToAppend, RecordedEvent } from './event-store.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { rememberingStreams } from './remembered-streams.js';

const event = (stream: string, revision: number): EventToAppend => ({
  id: derivedId(stream, revision),
  type: 'NoteAdded',
  data: { revision },
  metadata: {
    commandId: `${revision}`,
    commandDigest: '',
    $correlationId: '',
    $causationId: '',
    actor: { person: 'iris', post: null, role: null },
    occurredAt: '2023-04-03T09:00:00.000Z',
    schemaVersion: 1,
  },
});

/** Counts how many events are read out of it. */
class CountedStore extends MemoryEventStore {
  events = 0;

  override async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    const read = await super.read(stream, from);
    this.events += read.length;
    return read;
  }

  async add(stream: string, from: number, count: number): Promise<void> {
    for (let revision = from; revision < from + count; revision++)
      await this.append(stream, revision === 0 ? 'no_stream' : revision - 1, [event(stream, revision)]);
  }
}

const revisionsOf = (events: readonly RecordedEvent[]): number[] => events.map(({ revision }) => revision);

describe('a log that remembers the streams it has read', () => {
  let store: CountedStore;
  beforeEach(() => {
    store = new CountedStore(systemClock);
  });

  it('reads each event out of the log once, however often a stream is asked for', async () => {
    await store.add('dispute-1', 0, 50);
    const remembering = rememberingStreams(store);
    for (let time = 0; time < 20; time++) await remembering.read('dispute-1');
    expect(store.events).toBe(50);
    await store.add('dispute-1', 50, 2);
    expect(revisionsOf(await remembering.read('dispute-1'))).toEqual(Array.from({ length: 52 }, (_, at) => at));
    expect(store.events).toBe(52);
  });

  it('holds an event once, for all who ask', async () => {
    await store.add('dispute-1', 0, 3);
    const remembering = rememberingStreams(store);
    const [one, another] = [await remembering.read('dispute-1'), await remembering.read('dispute-1')];
    expect(one[2]).toBe(another[2]);
    one.pop();
    expect(await remembering.read('dispute-1')).toHaveLength(3);
  });

  it('gives what comes from a revision on, whether it has read the stream or not', async () => {
    await store.add('dispute-1', 0, 5);
    const remembering = rememberingStreams(store);
    expect(revisionsOf(await remembering.read('dispute-1', 3))).toEqual([3, 4]);
    await remembering.read('dispute-1');
    expect(revisionsOf(await remembering.read('dispute-1', 3))).toEqual([3, 4]);
    expect(await remembering.read('dispute-1', 5)).toEqual([]);
    expect(await remembering.read('dispute-2')).toEqual([]);
  });

  it('is right where several read and write at the same time', async () => {
    const remembering = rememberingStreams(store);
    const readings: Promise<RecordedEvent[]>[] = [];
    for (let revision = 0; revision < 20; revision++) {
      readings.push(remembering.read('dispute-1'), remembering.read('dispute-1'));
      await store.add('dispute-1', revision, 1);
    }
    for (const reading of await Promise.all(readings))
      expect(revisionsOf(reading)).toEqual(Array.from({ length: reading.length }, (_, at) => at));
    expect(revisionsOf(await remembering.read('dispute-1'))).toHaveLength(20);
  });

  it('forgets the stream read longest ago where it holds as many events as it may', async () => {
    for (const stream of ['dispute-1', 'dispute-2', 'dispute-3']) await store.add(stream, 0, 4);
    const remembering = rememberingStreams(store, 8);
    for (const stream of ['dispute-1', 'dispute-2', 'dispute-1', 'dispute-3']) await remembering.read(stream);
    expect(store.events).toBe(12);
    await remembering.read('dispute-1');
    await remembering.read('dispute-3');
    expect(store.events).toBe(12);
    await remembering.read('dispute-2');
    expect(store.events).toBe(16);
  });
});
