import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../../clock/clock.js';
import { type EventToAppend, StoreUnavailable } from '../event-store.js';
import { isLogAt, openForWriting, requireSqliteVersion } from './log-file.js';
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
    actor: { person: 'ines-iro', post: 'iro-north', role: 'iro' },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion: 1,
  },
});

describe('The log on disk', () => {
  let folder: string;
  let path: string;
  const open: SqliteEventStore[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-log-'));
    path = join(folder, 'log.sqlite');
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openLog = (options: { readOnly?: boolean } = {}): SqliteEventStore => {
    const store = SqliteEventStore.open(path, { clock, ...options });
    open.push(store);
    return store;
  };

  describe('opening', () => {
    it('sets WAL and waits for the disk at each commit', () => {
      const database = openForWriting(path);
      expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(database.pragma('synchronous', { simple: true })).toBe(2);
      database.close();
    });

    it('an existing log waits for the disk as well', async () => {
      openForWriting(path).close();
      const database = openForWriting(path);
      expect(database.pragma('synchronous', { simple: true })).toBe(2);
      database.close();
    });

    it.each(['3.51.2', '3.50.9', '2.99.99'])('refuses SQLite %s, which can damage a log', (version) => {
      expect(() => requireSqliteVersion(version)).toThrow(StoreUnavailable);
    });

    it.each(['3.51.3', '3.52.0', '4.0.0'])('takes SQLite %s', (version) => {
      expect(() => requireSqliteVersion(version)).not.toThrow();
    });

    it('finds what was written before', async () => {
      await openLog().append('dispute-1', 'no_stream', [event('a')]);
      await open.pop()!.close();
      const again = openLog();
      expect((await again.append('dispute-1', 0, [event('b')])).revision).toBe(1);
      expect((await again.read('dispute-1')).map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('refuses a file that is no database', () => {
      writeFileSync(path, 'The minutes of the meeting, in plain text, by mistake under this name. '.repeat(20));
      expect(() => openLog()).toThrow('The file is not a log');
    });

    it('refuses a database of something else', () => {
      new Database(path).exec('CREATE TABLE invoices (number TEXT)').close();
      expect(() => openLog()).toThrow('is not a log of Footprint');
    });

    it('refuses a log in a format it does not know', () => {
      openForWriting(path).close();
      new Database(path).exec('PRAGMA user_version = 99').close();
      expect(() => openLog()).toThrow('was written by another version');
    });

    it('refuses a folder that does not exist', () => {
      expect(() => SqliteEventStore.open(join(folder, 'nowhere', 'log.sqlite'), { clock })).toThrow(StoreUnavailable);
    });
  });

  describe('an event on the disk', () => {
    beforeEach(() => openLog().append('dispute-1', 'no_stream', [event('a'), event('b')]));

    const attempt = (sql: string) => () => {
      const other = new Database(path);
      try {
        other.exec(sql);
      } finally {
        other.close();
      }
    };
    const row = (position: number, revision: number) =>
      `VALUES (${position}, 'dispute-1', ${revision}, 'x', 'X', '{}', '{}', '2022-06-01T09:00:00.000Z', x'00')`;

    it('cannot be changed', () => {
      expect(attempt("UPDATE events SET data = '{}' WHERE position = 1")).toThrow('Events are never changed.');
    });

    it('cannot be taken away', () => {
      expect(attempt('DELETE FROM events WHERE position = 2')).toThrow('Events are never taken away.');
    });

    it.each([
      ['in its place', 2, 1],
      ['at its revision', 3, 1],
      ['leaving a gap in the log', 4, 2],
      ['leaving a gap in the stream', 3, 3],
    ])('cannot be replaced or added to %s', (_, position, revision) => {
      const insert = `INSERT OR REPLACE INTO events (position, stream, revision, id, type, data, metadata, recorded_at, hash) ${row(position, revision)}`;
      expect(attempt(insert)).toThrow('Events are only added at the end.');
      expect(attempt(`PRAGMA recursive_triggers = OFF; ${insert}`)).toThrow('Events are only added at the end.');
    });
  });

  describe('beside a process that writes', () => {
    it('another can read, and sees what is written meanwhile', async () => {
      const writer = openLog();
      await writer.append('dispute-1', 'no_stream', [event('a')]);
      const reader = openLog({ readOnly: true });
      await writer.append('dispute-1', 0, [event('b')]);
      expect((await reader.read('dispute-1')).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await reader.head()).toBe(await writer.head());
    });

    it('a subscriber of another process is told within a second', async () => {
      const writer = openLog();
      const reader = openLog({ readOnly: true });
      const controller = new AbortController();
      const seen: string[] = [];
      const following = (async () => {
        for await (const page of reader.subscribe(undefined, { signal: controller.signal })) {
          seen.push(...page.map(({ id }) => id));
          controller.abort();
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await writer.append('dispute-1', 'no_stream', [event('a')]);
      const late = setTimeout(() => controller.abort(), 1_000);
      await following;
      clearTimeout(late);
      expect(seen).toEqual(['a']);
    });

    it('a reader cannot append', async () => {
      openLog();
      const reader = openLog({ readOnly: true });
      await expect(reader.append('dispute-1', 'no_stream', [event('a')])).rejects.toThrow('opened for reading only');
    });

    it('a second writer on the same file takes its turn and finds what the first has written', async () => {
      const one = openLog();
      const other = openLog();
      await one.append('dispute-1', 'no_stream', [event('a')]);
      await other.append('dispute-1', 0, [event('b')]);
      await one.append('dispute-1', 1, [event('c')]);
      expect((await verifyLog(path)).ok).toBe(true);
      expect((await one.read('dispute-1')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    it('a reader finds a log that was closed in good order', async () => {
      await openLog().append('dispute-1', 'no_stream', [event('a')]);
      await open.pop()!.close();
      expect(await openLog({ readOnly: true }).read('dispute-1')).toHaveLength(1);
    });

    it('a reader is told plainly when there is no log yet', () => {
      expect(() => openLog({ readOnly: true })).toThrow('nothing has been recorded there');
      expect(readdirSync(folder)).toEqual([]);
    });

    /** The file that a process leaves which ended after SQLite had made it and before the tables were in it. */
    const leaveAFileWithoutTables = () => {
      const database = new Database(path);
      database.pragma('journal_mode = WAL');
      database.close();
    };

    it('a reader is told the same of a file that a process left before it had made the log', () => {
      leaveAFileWithoutTables();
      expect(() => openLog({ readOnly: true })).toThrow('nothing has been recorded there');
      expect(isLogAt(path)).toBe(false);
    });

    it('a log is made in such a file by the next process that writes', async () => {
      leaveAFileWithoutTables();
      await openLog().append('dispute-1', 'no_stream', [event('a')]);
      expect(isLogAt(path)).toBe(true);
      expect(await openLog({ readOnly: true }).read('dispute-1')).toHaveLength(1);
    });
  });

  describe('trouble', () => {
    it('a full disk fails the append, leaves nothing behind, and the next one works when there is room', async () => {
      const database = openForWriting(path);
      const store = new SqliteEventStore(database, clock);
      open.push(store);
      await store.append('dispute-1', 'no_stream', [event('a')]);
      const pages = database.pragma('page_count', { simple: true }) as number;
      database.pragma(`max_page_count = ${pages + 2}`);
      const large = store.append('dispute-1', 0, [event('b', 'x'.repeat(100_000)), event('c')]);
      await expect(large).rejects.toMatchObject({
        name: 'StoreFull',
        message: 'The disk is full: nothing was recorded. Make room, then try again.',
      });
      expect((await store.read('dispute-1')).map(({ id }) => id)).toEqual(['a']);
      database.pragma('max_page_count = 1000000');
      await store.append('dispute-1', 0, [event('b', 'x'.repeat(100_000)), event('c')]);
      expect(await verifyLog(path)).toMatchObject({ ok: true, events: 3 });
    });

    it('a lock held too long by another process fails the append, and the next one works', async () => {
      const database = openForWriting(path);
      database.pragma('busy_timeout = 10');
      const store = new SqliteEventStore(database, clock);
      open.push(store);
      const other = new Database(path);
      other.exec('BEGIN IMMEDIATE');
      await expect(store.append('dispute-1', 'no_stream', [event('a')])).rejects.toMatchObject({
        name: 'StoreUnavailable',
        message: 'Another process is writing to the log: nothing was recorded. Try again.',
      });
      other.exec('ROLLBACK');
      other.close();
      expect((await store.append('dispute-1', 'no_stream', [event('a')])).revision).toBe(0);
    });
  });

  describe('sharing commits', () => {
    it('appends of the same moment wait for the disk once', async () => {
      const database = openForWriting(path);
      const store = new SqliteEventStore(database, clock);
      open.push(store);
      const other = new Database(path, { readonly: true });
      const changes = () => other.pragma('data_version', { simple: true }) as number;
      const before = changes();
      const seen: number[] = [];
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.append(`dispute-${index}`, 'no_stream', [event(`e${index}`)]).then(() => seen.push(changes())),
        ),
      );
      other.close();
      expect(new Set(seen).size).toBe(1);
      expect(seen[0]).not.toBe(before);
    });
  });

  describe('a backup', () => {
    it('is the log as it stands, sound and ready for use, while it is being written to', async () => {
      const store = openLog();
      await store.append('dispute-1', 'no_stream', [event('a'), event('b')]);
      const copy = join(folder, 'copy.sqlite');
      const backingUp = store.backup(copy);
      await store.append('dispute-1', 1, [event('c')]);
      expect(await backingUp).toMatchObject({ ok: true, events: 2 });
      const restored = SqliteEventStore.open(copy, { clock });
      open.push(restored);
      expect((await restored.read('dispute-1')).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await restored.append('dispute-1', 1, [event('d')])).revision).toBe(2);
      expect(await verifyLog(copy)).toMatchObject({ ok: true, events: 3 });
      expect(await verifyLog(path)).toMatchObject({ ok: true, events: 3 });
    });

    it('can be taken by a process that only reads', async () => {
      const writer = openLog();
      await writer.append('dispute-1', 'no_stream', [event('a')]);
      const copy = join(folder, 'copy.sqlite');
      expect(await openLog({ readOnly: true }).backup(copy)).toMatchObject({ ok: true, events: 1 });
    });

    it('never overwrites a file, and leaves nothing half made', async () => {
      const store = openLog();
      await store.append('dispute-1', 'no_stream', [event('a')]);
      const copy = join(folder, 'copy.sqlite');
      writeFileSync(copy, 'something dear');
      const before = readdirSync(folder);
      await expect(store.backup(copy)).rejects.toThrow('is there already and is not overwritten');
      expect(readdirSync(folder)).toEqual(before);
    });

    it('into a folder that does not exist fails with a sentence', async () => {
      const copy = join(folder, 'nowhere', 'copy.sqlite');
      await expect(openLog().backup(copy)).rejects.toThrow('No backup was made: ');
      expect(existsSync(copy)).toBe(false);
    });
  });
});
