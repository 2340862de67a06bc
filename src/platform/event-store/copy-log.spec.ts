import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../clock/clock.js';
import { copyLog, type CopyProgress } from './copy-log.js';
import {
  type EventStore,
  type EventToAppend,
  type JsonObject,
  MAXIMUM_APPEND_BYTES,
  type RecordedEvent,
  StoreUnavailable,
} from './event-store.js';
import { eventsOf } from './events-of.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';
import { verifyLog } from './sqlite/verify-log.js';

const event = (id: string, commandId: string, data: JsonObject = { text: `Żółć of ${id}` }): EventToAppend => ({
  id,
  type: 'NoteAdded',
  data,
  metadata: {
    commandId,
    commandDigest: 'a-digest',
    $correlationId: commandId,
    $causationId: commandId,
    actor: { person: 'ines-iro', post: null, role: null },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion: 1,
  },
});

const THEN = '2022-06-01T09:00:00.000Z';
const NOW = '2026-01-05T12:00:00.000Z';
const APPENDS = 40;

let folder: string;
let clock: SettableClock;
let source: MemoryEventStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-copy-'));
  clock = new SettableClock(THEN);
  source = new MemoryEventStore(clock);
  await fill(source, 0, APPENDS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Commands of two events each, in turn on three streams, an hour after each other. */
const fill = async (store: EventStore, from: number, to: number): Promise<void> => {
  for (let turn = from; turn < to; turn++) {
    const before = Math.floor(turn / 3) * 2 - 1;
    clock.set(new Date(Date.parse(THEN) + turn * 3_600_000).toISOString());
    await store.append(`dispute-${turn % 3}`, before < 0 ? 'no_stream' : before, [
      event(`${turn}-a`, `command-${turn}`),
      event(`${turn}-b`, `command-${turn}`),
    ]);
  }
};

const later = (): MemoryEventStore => new MemoryEventStore(new SettableClock(NOW));

/** Everything a log says but where in its own file each event stands. */
const contentOf = async (store: EventStore): Promise<object[]> => {
  const content: object[] = [];
  for await (const { position: _position, ...event } of eventsOf(store)) content.push(event);
  return content;
};

/** A store of which every append goes through this. */
const appendingThrough = (store: EventStore, append: EventStore['append']): EventStore => ({
  append,
  read: (stream, from) => store.read(stream, from),
  readAll: (after, options) => store.readAll(after, options),
  subscribe: (after, options) => store.subscribe(after, options),
  head: () => store.head(),
  certainHead: () => store.certainHead(),
  close: () => store.close(),
});

describe('Copying a log', () => {
  it('copies every event as it is, in the order of the whole log, and says how many and to which digest', async () => {
    const target = later();
    expect(await copyLog(source, target)).toEqual({
      events: APPENDS * 2,
      copied: APPENDS * 2,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect((await target.read('dispute-0'))[0]).toMatchObject({ recordedAt: THEN });
  });

  it('appends together what was appended together', async () => {
    const target = later();
    const sizes: number[] = [];
    const watched = appendingThrough(target, (stream, expected, events) => {
      sizes.push(events.length);
      return target.append(stream, expected, events);
    });
    await copyLog(source, watched);
    expect(sizes).toEqual(Array.from({ length: APPENDS }, () => 2));
  });

  it('goes to SQLite and back again, and the chain of either file verifies', async () => {
    const there = join(folder, 'there.sqlite');
    const sqlite = SqliteEventStore.open(there, { clock: new SettableClock(NOW) });
    const first = await copyLog(source, sqlite);
    const home = SqliteEventStore.open(join(folder, 'home.sqlite'), { clock: new SettableClock(NOW) });
    const second = await copyLog(sqlite, home);
    expect(second).toEqual(first);
    expect(await contentOf(home)).toEqual(await contentOf(source));
    await Promise.all([sqlite.close(), home.close()]);
    expect(await verifyLog(there)).toMatchObject({ ok: true, events: APPENDS * 2 });
    expect(await verifyLog(join(folder, 'home.sqlite'))).toMatchObject({ ok: true, events: APPENDS * 2 });
  });

  it('proves a finished copy again, and copies nothing', async () => {
    const target = later();
    const first = await copyLog(source, target);
    expect(await copyLog(source, target)).toEqual({ ...first, copied: 0 });
  });

  it('copies nothing from an empty log', async () => {
    expect(await copyLog(later(), later())).toMatchObject({ events: 0, copied: 0 });
  });

  it('lets new events follow the copied ones, with the time of their own recording', async () => {
    const target = later();
    await copyLog(source, target);
    await target.append('dispute-new', 'no_stream', [event('new', 'command-new')]);
    expect((await target.read('dispute-new'))[0]!.recordedAt).toBe(NOW);
  });

  it('copies an append that is exactly as large as one may be', async () => {
    const empty = JSON.stringify(event('large', 'large', { text: '' })).length;
    const text = 'x'.repeat(MAXIMUM_APPEND_BYTES / 2 - empty);
    const large = new MemoryEventStore(clock);
    await large.append('dispute-1', 'no_stream', [
      event('large', 'large', { text }),
      event('LARGE', 'large', { text }),
    ]);
    const target = later();
    await copyLog(large, target);
    expect(await contentOf(target)).toEqual(await contentOf(large));
  });

  it('says how far it is, in each of its three steps', async () => {
    const told: CopyProgress[] = [];
    const target = later();
    await copyLog(source, target, (progress) => told.push(progress));
    expect(told.at(0)).toEqual({ step: 'copying', events: 2 });
    expect(told.at(-1)).toEqual({ step: 'proving', events: APPENDS * 2 });
  });
});

describe('A copy that was cut short', () => {
  /** At each append in turn: before it is stored, and after, when only the answer is lost. */
  const moments = Array.from({ length: APPENDS }, (_, at) => [
    [at, 'before it is stored'],
    [at, 'after it is stored'],
  ]).flat() as [number, string][];

  it.each(moments)('at append %i, %s, is continued where it is', async (at, when) => {
    const target = later();
    let appends = 0;
    const failing = appendingThrough(target, async (stream, expected, events) => {
      const last = appends++ === at;
      if (last && when === 'before it is stored') throw new StoreUnavailable('Gone.');
      const result = await target.append(stream, expected, events);
      if (last) throw new StoreUnavailable('Gone.');
      return result;
    });
    await expect(copyLog(source, failing)).rejects.toThrow(StoreUnavailable);
    const stored = when === 'before it is stored' ? at : at + 1;
    expect(await copyLog(source, target)).toMatchObject({ events: APPENDS * 2, copied: (APPENDS - stored) * 2 });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it('recognises an append of the run before that gets in only now', async () => {
    const target = later();
    let late: (() => Promise<unknown>) | undefined;
    const slow = appendingThrough(target, async (...append) => {
      late = () => target.append(...append);
      throw new StoreUnavailable('No answer.');
    });
    await expect(copyLog(source, slow)).rejects.toThrow(StoreUnavailable);
    const overtaken = appendingThrough(target, async (...append) => {
      await late?.();
      late = undefined;
      return target.append(...append);
    });
    expect(await copyLog(source, overtaken)).toMatchObject({ events: APPENDS * 2 });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it('takes on what the source has come to since', async () => {
    const target = later();
    await copyLog(source, target);
    await fill(source, APPENDS, APPENDS + 3);
    expect(await copyLog(source, target)).toMatchObject({ events: (APPENDS + 3) * 2, copied: 6 });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });
});

describe('A copy is refused', () => {
  const inTheTarget = async (events: (written: EventToAppend) => EventToAppend): Promise<EventStore> => {
    const target = later();
    const changing = appendingThrough(target, (stream, expected, batch) =>
      target.append(stream, expected, batch.map(events)),
    );
    await copyLog(source, changing).catch(() => undefined);
    return target;
  };

  it.each<[string, (written: EventToAppend) => EventToAppend]>([
    ['id', (written) => ({ ...written, id: `other ${written.id}` })],
    ['type', (written) => ({ ...written, type: 'NoteForged' })],
    ['data', (written) => ({ ...written, data: { text: 'Kinder words' } })],
    ['metadata', (written) => ({ ...written, metadata: { ...written.metadata, occurredAt: NOW } })],
    ['time of recording', ({ metadata, ...rest }) => ({ ...rest, metadata: { ...metadata, recordedAt: NOW } })],
  ])('where the target has another %s', async (_, change) => {
    const target = await inTheTarget(change);
    const before = await contentOf(target);
    await expect(copyLog(source, target)).rejects.toThrow(/The target is no copy of the source: event 1 is NoteAdded/);
    expect(await contentOf(target)).toEqual(before);
  });

  it('if the order of the whole log differs, though every stream is the same', async () => {
    const target = later();
    const [first, second] = [await source.read('dispute-0'), await source.read('dispute-1')];
    const together = async (stream: string, [a, b]: RecordedEvent[]) =>
      target.append(
        stream,
        'no_stream',
        [a!, b!].map(({ recordedAt, metadata, ...rest }) => ({
          ...rest,
          metadata: { ...metadata, recordedAt },
        })),
      );
    await together('dispute-1', second);
    await together('dispute-0', first);
    await expect(copyLog(source, target)).rejects.toThrow(/no copy of the source: event 1/);
  });

  it('if the target holds something of its own, and says none of it', async () => {
    const target = later();
    await target.append('dispute-own', 'no_stream', [event('own', 'own', { text: 'Somebody’s words' })]);
    const refusal = await copyLog(source, target).catch((error: Error) => error.message);
    expect(refusal).toMatch(/no copy of the source/);
    expect(refusal).not.toMatch(/words|dispute-own/);
    expect(await contentOf(target)).toHaveLength(1);
  });

  it('if the target goes on after the end of the source', async () => {
    const target = later();
    await copyLog(source, target);
    await fill(target, APPENDS, APPENDS + 1);
    await expect(copyLog(source, target)).rejects.toThrow(/holds events that the source does not/);
  });

  it('if the source grows meanwhile, and the next run brings the missing events', async () => {
    const target = later();
    let grown = false;
    const slow = appendingThrough(target, async (...append) => {
      if (!grown) await fill(source, APPENDS, APPENDS + 1);
      grown = true;
      return target.append(...append);
    });
    await expect(copyLog(source, slow)).rejects.toThrow(/The source has changed while it was copied/);
    expect(await copyLog(source, target)).toMatchObject({ events: (APPENDS + 1) * 2, copied: 2 });
  });

  it('if something else writes to the target meanwhile', async () => {
    const target = later();
    let disturbed = false;
    const watched = appendingThrough(target, async (...append) => {
      if (!disturbed) await target.append('dispute-2', 'no_stream', [event('other', 'other')]);
      disturbed = true;
      return target.append(...append);
    });
    await expect(copyLog(source, watched)).rejects.toThrow(/Something else writes to the target/);
  });
});
