import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock/clock.js';
import type { EventToAppend } from '../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../src/platform/event-store/sqlite/sqlite-event-store.js';
import { line, middleOf, type Rate, rateOf } from './support/figures.js';

/**
 * Durable appends through the port, beside the same rows written with better-sqlite3 alone: one table with the same unique key, WAL
 * and synchronous = FULL, one insert and one wait for the disk at a time. Both write the same text; only ours checks revisions,
 * chains hashes and keeps categories apart.
 */
const APPENDS = 1_000;
const ROUNDS = 7;
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

const withFolder = async (work: (folder: string) => Promise<Rate>): Promise<Rate> => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const ours = (writers: number): Promise<Rate> =>
  withFolder(async (folder) => {
    const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock: systemClock });
    const rate = await rateOf(APPENDS, async () => {
      const write = async (writer: number): Promise<void> => {
        for (let n = writer; n < APPENDS; n += writers) {
          await store.append(`dispute-${n}`, 'no_stream', [event(`event-${n}`)]);
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    });
    await store.close();
    return rate;
  });

const theirs = (): Promise<Rate> =>
  withFolder(async (folder) => {
    const database = new Database(join(folder, 'raw.sqlite'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(`
      CREATE TABLE events (
        position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
        data TEXT NOT NULL, metadata TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (stream, revision)
      ) STRICT`);
    const insert = database.prepare(
      'INSERT INTO events (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const rate = await rateOf(APPENDS, async () => {
      for (let n = 0; n < APPENDS; n++) {
        const { id, type, data, metadata } = event(`event-${n}`);
        insert.run(`dispute-${n}`, 0, id, type, JSON.stringify(data), JSON.stringify(metadata), systemClock.now());
      }
    });
    database.close();
    return rate;
  });

// In turns, so that both meet the same disk; the middle of the rounds counts.
const rounds = { raw: [] as Rate[], oneAtATime: [] as Rate[], together: [] as Rate[] };
for (let round = 0; round < ROUNDS; round++) {
  rounds.raw.push(await theirs());
  rounds.oneAtATime.push(await ours(1));
  rounds.together.push(await ours(WRITERS));
}
const raw = middleOf(rounds.raw);
line('durable appends, one at a time', middleOf(rounds.oneAtATime), raw, 'better-sqlite3, one insert a commit');
line(`durable appends, ${WRITERS} at a time`, middleOf(rounds.together), raw, 'better-sqlite3, one insert a commit');
