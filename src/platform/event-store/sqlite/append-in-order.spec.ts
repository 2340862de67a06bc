import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../../clock/clock.js';
import { copyLog } from '../copy-log.js';
import {
  AppendTooLarge,
  type AppendToStream,
  type EventToAppend,
  MAXIMUM_APPEND_BYTES,
  RepeatedInPart,
  WrongExpectedRevision,
} from '../event-store.js';
import { eventsOf } from '../events-of.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const clock = new SettableClock('2022-06-01T09:00:00.000Z');

const event = (id: string, text = id): EventToAppend => ({
  id,
  type: 'NoteAdded',
  data: { text },
  metadata: {
    commandId: id,
    commandDigest: 'a-digest',
    $correlationId: id,
    $causationId: id,
    actor: { person: 'ines-iro', post: null, role: null },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion: 1,
  },
});
const first = (stream: string, ...events: EventToAppend[]): AppendToStream => ({
  stream: `dispute-${stream}`,
  expected: 'no_stream',
  events,
});

let folder: string;
let path: string;
let store: SqliteEventStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-in-order-'));
  path = join(folder, 'log.sqlite');
  store = SqliteEventStore.open(path, { clock });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const idsIn = async (log: SqliteEventStore | MemoryEventStore): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { id } of eventsOf(log)) ids.push(id);
  return ids;
};

describe('Appends in order', () => {
  it('are all stored, in the order given, and the chain of the file holds', async () => {
    await store.appendInOrder([
      first('b', event('b1')),
      first('a', event('a1'), event('a2')),
      { stream: 'dispute-b', expected: 0, events: [event('b2')] },
    ]);
    expect(await idsIn(store)).toEqual(['b1', 'a1', 'a2', 'b2']);
    expect(await verifyLog(path)).toMatchObject({ ok: true, events: 4 });
  });

  it('pass over an append that was made before', async () => {
    await store.appendInOrder([first('a', event('a1'))]);
    await store.appendInOrder([first('a', event('a1')), first('b', event('b1'))]);
    expect(await idsIn(store)).toEqual(['a1', 'b1']);
  });

  it.each([
    ['is not where it is expected to be', WrongExpectedRevision, first('a', event('other'))],
    ['is stored in part', RepeatedInPart, first('a', event('a1'), event('a3'))],
    ['is too large', AppendTooLarge, first('c', event('large', 'x'.repeat(MAXIMUM_APPEND_BYTES)))],
  ])('are none of them stored where one %s', async (_, kind, refused) => {
    await store.append('dispute-a', 'no_stream', [event('a1'), event('a2')]);
    const appends = [first('b', event('b1')), refused, first('d', event('d1'))];
    await expect(store.appendInOrder(appends)).rejects.toThrow(kind);
    expect(await idsIn(store)).toEqual(['a1', 'a2']);
    await store.append('dispute-e', 'no_stream', [event('e1')]);
    expect(await verifyLog(path)).toMatchObject({ ok: true, events: 3 });
  });
});

describe('A copy into a file', () => {
  const APPENDS = 1_200;

  const source = async (): Promise<MemoryEventStore> => {
    const log = new MemoryEventStore(clock);
    for (let turn = 0; turn < APPENDS; turn++)
      await log.append(`dispute-${turn % 7}`, turn < 7 ? 'no_stream' : Math.floor(turn / 7) - 1, [event(`e${turn}`)]);
    return log;
  };

  it('waits for the disk once for hundreds of appends', async () => {
    let commits = 0;
    const counting = {
      ...over(store),
      appendInOrder: (appends: readonly AppendToStream[]) => {
        commits++;
        return store.appendInOrder(appends);
      },
    };
    expect(await copyLog(await source(), counting)).toMatchObject({ events: APPENDS, copied: APPENDS });
    expect(commits).toBeLessThanOrEqual(3);
    expect(await idsIn(store)).toEqual(await idsIn(await source()));
  });

  it.each(['before', 'after'])('that was cut short %s a commit is continued where it is', async (when) => {
    let commits = 0;
    const failing = {
      ...over(store),
      appendInOrder: async (appends: readonly AppendToStream[]) => {
        const isLast = ++commits === 2;
        if (isLast && when === 'before') throw new Error('The power failed.');
        await store.appendInOrder(appends);
        if (isLast) throw new Error('The power failed.');
      },
    };
    const log = await source();
    await expect(copyLog(log, failing)).rejects.toThrow('The power failed.');
    const there = when === 'before' ? 500 : 1_000;
    expect(await copyLog(log, store)).toMatchObject({ events: APPENDS, copied: APPENDS - there });
    expect(await idsIn(store)).toEqual(await idsIn(log));
  });

  it('takes an append that the time which it carries makes too large for one, among others', async () => {
    const log = new MemoryEventStore(clock);
    const text = 'x'.repeat(MAXIMUM_APPEND_BYTES / 2 - JSON.stringify(event('large', '')).length);
    await log.append('dispute-1', 'no_stream', [event('small')]);
    await log.append('dispute-2', 'no_stream', [
      event('large', text),
      { ...event('LARGE', text), metadata: event('large').metadata },
    ]);
    await copyLog(log, store);
    expect(await idsIn(store)).toEqual(['small', 'large', 'LARGE']);
  });
});

/** A log as its port shows it, without what it can do besides. */
const over = (log: SqliteEventStore) => ({
  append: log.append.bind(log),
  read: log.read.bind(log),
  readAll: log.readAll.bind(log),
  subscribe: log.subscribe.bind(log),
  head: log.head.bind(log),
  certainHead: log.certainHead.bind(log),
  close: log.close.bind(log),
});
