import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../../clock/clock.js';
import type { EventToAppend } from '../event-store.js';
import { positionAt } from '../positions.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const event = (id: string): EventToAppend => ({
  id,
  type: 'NoteAdded',
  data: { text: `Text of ${id}` },
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

describe('Verifying the log', () => {
  let folder: string;
  let path: string;

  /** Ten events: five on each of two streams, one after the other. */
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-verify-'));
    path = join(folder, 'log.sqlite');
    const store = SqliteEventStore.open(path, { clock: new SettableClock('2022-06-01T09:00:00.000Z') });
    for (let revision = 0; revision < 5; revision++) {
      const expected = revision === 0 ? 'no_stream' : revision - 1;
      await store.append('dispute-1', expected, [event(`a${revision}`)]);
      await store.append('dispute-2', expected, [event(`b${revision}`)]);
    }
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Changes that somebody can make who has the file and no scruples. */
  const tamper = (sql: string): void => {
    const database = new Database(path);
    database.exec(`
      DROP TRIGGER events_are_never_changed;
      DROP TRIGGER events_are_never_taken_away;
      DROP TRIGGER events_are_added_at_the_end;
      ${sql}`);
    database.close();
  };

  it('finds a log sound that nobody has touched', async () => {
    expect(await verifyLog(path)).toEqual({
      ok: true,
      events: 10,
      head: { position: positionAt(10), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      fault: null,
    });
  });

  it('finds an empty log sound', async () => {
    const empty = join(folder, 'empty.sqlite');
    await SqliteEventStore.open(empty, { clock: new SettableClock('2022-06-01T09:00:00.000Z') }).close();
    expect(await verifyLog(empty)).toMatchObject({ ok: true, events: 0, head: null });
  });

  it.each([
    ['stream', "'dispute-3'"],
    ['id', "'another'"],
    ['type', "'DisputeResolved'"],
    ['data', `'{"text":"Kinder words"}'`],
    ['metadata', `replace(metadata, 'ines', 'inez')`],
    ['recorded_at', "'2022-06-01T08:59:59.000Z'"],
    ['revision', '7'],
    ['hash', 'zeroblob(32)'],
  ])('finds a changed %s, and where', async (column, value) => {
    tamper(`UPDATE events SET ${column} = ${value} WHERE position = 4`);
    expect(await verifyLog(path)).toMatchObject({
      ok: false,
      events: 3,
      fault: { position: positionAt(4), what: `Event ${positionAt(4)} is not what was recorded there.` },
    });
  });

  it('finds a change to any event of the log, not only to some', async () => {
    for (let position = 1; position <= 10; position++) {
      const log = join(folder, `changed-${position}.sqlite`);
      copyFileSync(path, log);
      const database = new Database(log);
      database.exec('DROP TRIGGER events_are_never_changed');
      database.prepare(`UPDATE events SET data = '{"text":"Kinder words"}' WHERE position = ?`).run(position);
      database.close();
      expect((await verifyLog(log)).fault).toMatchObject({ position: positionAt(position) });
    }
  });

  it('finds an event that was taken away, and where', async () => {
    tamper('DELETE FROM events WHERE position = 6');
    expect(await verifyLog(path)).toMatchObject({
      ok: false,
      events: 5,
      fault: { position: positionAt(6), what: `Event ${positionAt(6)} is missing.` },
    });
  });

  it('finds events that were taken away from the beginning', async () => {
    tamper('DELETE FROM events WHERE position <= 3');
    const { ok, fault } = await verifyLog(path);
    expect([ok, fault]).toEqual([
      false,
      { position: positionAt(1), what: `3 events from ${positionAt(1)} on are missing.` },
    ]);
  });

  it('finds a gap that was closed by moving the rest up', async () => {
    tamper(`
      DELETE FROM events WHERE position = 9;
      UPDATE events SET position = 9 WHERE position = 10;
      UPDATE sqlite_sequence SET seq = 9 WHERE name = 'events';`);
    expect(await verifyLog(path)).toMatchObject({ ok: false, fault: { position: positionAt(9) } });
  });

  it('finds two events that were swapped, and where', async () => {
    tamper(`
      UPDATE events SET position = 99 WHERE position = 5;
      UPDATE events SET position = 5 WHERE position = 7;
      UPDATE events SET position = 7 WHERE position = 99;`);
    expect(await verifyLog(path)).toMatchObject({ ok: false, events: 4, fault: { position: positionAt(5) } });
  });

  it('finds an event that was put in between, and where', async () => {
    tamper(`
      UPDATE events SET position = 11 WHERE position = 10;
      INSERT INTO events (position, stream, revision, id, type, data, metadata, recorded_at, hash)
        SELECT 10, 'dispute-3', 0, 'forged', type, data, metadata, recorded_at, hash FROM events WHERE position = 9;`);
    expect(await verifyLog(path)).toMatchObject({ ok: false, events: 9, fault: { position: positionAt(10) } });
  });

  it('finds an end that was cut off, and where', async () => {
    tamper('DELETE FROM events WHERE position > 8');
    expect(await verifyLog(path)).toMatchObject({
      ok: false,
      events: 8,
      fault: {
        position: positionAt(9),
        what: `The end after event ${positionAt(8)} is cut off: the log had come to ${positionAt(10)}.`,
      },
    });
  });

  describe('against a head that was noted before', () => {
    const cutAndMended = `
      DELETE FROM events WHERE position > 8;
      UPDATE sqlite_sequence SET seq = 8 WHERE name = 'events';`;
    /** The rules are put back too: nothing in the file tells. */
    const mended = (sql: string): void => {
      const before = new Database(path, { readonly: true });
      const rules = before.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
      before.close();
      tamper([sql, ...rules].join(';\n'));
    };

    it('finds an end that was cut off and mended, which the log alone does not show', async () => {
      const { head } = await verifyLog(path);
      mended(cutAndMended);
      expect(await verifyLog(path)).toMatchObject({ ok: true, events: 8, head: { position: positionAt(8) } });
      expect(await verifyLog(path, head!)).toMatchObject({
        ok: false,
        events: 8,
        fault: {
          position: positionAt(9),
          what: `The end after event ${positionAt(8)} is cut off: when a head was noted, the log had come to ${positionAt(10)}.`,
        },
      });
    });

    it('finds an end that was cut off and written anew, and longer', async () => {
      const { head } = await verifyLog(path);
      mended(cutAndMended);
      const store = SqliteEventStore.open(path, { clock: new SettableClock('2022-06-01T09:00:00.000Z') });
      for (let revision = 4; revision < 8; revision++)
        await store.append('dispute-1', revision - 1, [event(`forged ${revision}`)]);
      await store.close();
      expect(await verifyLog(path)).toMatchObject({ ok: true, events: 12 });
      expect(await verifyLog(path, head!)).toMatchObject({
        ok: false,
        events: 10,
        fault: { position: positionAt(10), what: expect.stringContaining('is not what it was when a head was noted') },
      });
    });

    it('finds a log that was emptied', async () => {
      const { head } = await verifyLog(path);
      mended("DELETE FROM events; UPDATE sqlite_sequence SET seq = 0 WHERE name = 'events';");
      expect(await verifyLog(path)).toMatchObject({ ok: true, events: 0, head: null });
      expect((await verifyLog(path, head!)).fault!.what).toContain('The log is empty');
    });

    it('raises no false alarm on a log that went on', async () => {
      const { head } = await verifyLog(path);
      const store = SqliteEventStore.open(path, { clock: new SettableClock('2022-06-01T10:00:00.000Z') });
      await store.append('dispute-1', 4, [event('a5')]);
      await store.close();
      expect(await verifyLog(path, head!)).toMatchObject({ ok: true, events: 11 });
    });
  });

  it('finds a file damaged by a disk', async () => {
    const file = openSync(path, 'r+');
    const noise = Buffer.alloc(4096, 0xa5);
    for (let page = 1; page * 4096 < statSync(path).size; page++) writeSync(file, noise, 0, 4096, page * 4096);
    closeSync(file);
    const { ok, fault } = await verifyLog(path);
    expect(ok).toBe(false);
    expect(fault!.what).toContain('damaged');
  });

  it('finds an index that no longer agrees with its table', async () => {
    const database = new Database(path);
    database.unsafeMode(true);
    database.exec(`
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE INDEX events_by_category ON events (type)' WHERE name = 'events_by_category';`);
    database.close();
    expect(await verifyLog(path)).toMatchObject({ ok: false, events: 10, fault: { position: null } });
  });

  it('works beside a process that is writing', async () => {
    const store = SqliteEventStore.open(path, { clock: new SettableClock('2022-06-01T10:00:00.000Z') });
    const verifying = verifyLog(path);
    await store.append('dispute-1', 4, [event('a5')]);
    expect((await verifying).ok).toBe(true);
    expect(await verifyLog(path)).toMatchObject({ ok: true, events: 11 });
    await store.close();
  });
});
