import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock/clock.js';
import type { EventToAppend } from '../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../src/platform/event-store/sqlite/sqlite-event-store.js';
import { line, rateInTurns } from './support/figures.js';

/**
 * Durable appends through the port, beside the same rows written with better-sqlite3 alone into the same table with the same indexes,
 * WAL and synchronous = FULL, one insert and one wait for the disk at a time. Only ours checks revisions, chains hashes, guards
 * the table with triggers, and lets those who come together share a wait. Aim: a ratio of 0.9 or more, one at a time.
 */
const APPENDS_A_TURN = 48;
const TURNS = 150;
const WRITERS = 16;

const metadata = {
  commandDigest: 'hQyjv2lI0A2Yk7bq1SxqXWzJ0mX8nq2Zc5tVv3x4y5E',
  actor: { person: 'd74f85ae-8c89-511c-99e0-d57a10dceeb0', post: '07bdb804-988c-529e-9ae5-5f8431c9d9a7', role: 'iro' },
  occurredAt: '2022-04-14T09:00:00.000Z',
  schemaVersion: 1,
};
const event = (id: string): EventToAppend => ({
  id,
  type: 'AnswerAccepted',
  data: { round: 1, role: 'iro', reason: 'The plan is clear and has a date.' },
  metadata: { ...metadata, commandId: id, $correlationId: id, $causationId: id },
});

/** Writes so many more events. */
type Writing = (count: number) => Promise<void>;

const ours = (store: SqliteEventStore, writers: number): Writing => {
  let written = 0;
  return async (count) => {
    const end = written + count;
    const write = async (): Promise<void> => {
      while (written < end) {
        const number = written++;
        await store.append(`dispute-${number}`, 'no_stream', [event(`dispute-${number}`)]);
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
  };
};

const theirs = (database: Database.Database): Writing => {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE events (
      position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, recorded_at TEXT NOT NULL,
      category TEXT GENERATED ALWAYS AS (substr(stream, 1, instr(stream, '-') - 1)) VIRTUAL, UNIQUE (stream, revision)
    ) STRICT;
    CREATE INDEX events_by_category ON events (category)`);
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let written = 0;
  return async (count) => {
    for (const end = written + count; written < end; written++) {
      const { id, type, data, metadata } = event(`dispute-${written}`);
      insert.run(`dispute-${written}`, 0, id, type, JSON.stringify(data), JSON.stringify(metadata), systemClock.now());
    }
  };
};

const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'));
const alone = SqliteEventStore.open(join(folder, 'alone.sqlite'), { clock: systemClock });
const shared = SqliteEventStore.open(join(folder, 'shared.sqlite'), { clock: systemClock });
const raw = new Database(join(folder, 'raw.sqlite'));
try {
  // In short turns, so that all meet the same disk however busy it is; the middle of the turns counts.
  const rates = await rateInTurns(APPENDS_A_TURN, TURNS, {
    raw: theirs(raw),
    alone: ours(alone, 1),
    together: ours(shared, WRITERS),
  });
  line('durable appends, one at a time', rates.alone, rates.raw, 'better-sqlite3, one insert a commit');
  line(`durable appends, ${WRITERS} at a time`, rates.together, rates.raw, 'better-sqlite3, one insert a commit');
} finally {
  await alone.close();
  await shared.close();
  raw.close();
  rmSync(folder, { recursive: true, force: true });
}
