import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDrafts } from '../../src/drafts/store/sqlite-drafts.js';
import { SqliteSessions } from '../../src/sign-in/sessions/sqlite-sessions.js';
import { openForWriting } from '../../src/platform/event-store/sqlite/log-file.js';
import { ReadModelDatabase } from '../../src/platform/projections/read-model-database.js';
import { keepWriteAhead } from '../../src/platform/write-ahead.js';

const MEBIBYTE = 1024 * 1024;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-write-ahead-'));
  path = join(folder, 'a.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sizeOfWriteAhead = (): number => statSync(`${path}-wal`).size;

describe('A write-ahead file', () => {
  it('is short again after the first write that follows the end of a long reading', () => {
    const database = new Database(path);
    keepWriteAhead(database, MEBIBYTE);
    database.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)');
    const write = database.prepare('INSERT OR REPLACE INTO note VALUES (1, ?)');
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM note').get();
    for (let turn = 0; turn < 40; turn++) write.run('x'.repeat(200_000 + turn));
    expect(sizeOfWriteAhead()).toBeGreaterThan(5 * MEBIBYTE);
    reader.exec('COMMIT');
    // The first of these moves everything into the database, the second begins the file anew.
    write.run('short');
    write.run('short');
    expect(sizeOfWriteAhead()).toBeLessThanOrEqual(MEBIBYTE);
    reader.close();
    database.close();
  });

  it.each([
    ['the log', () => openForWriting(path)],
    ['the read models', () => connectionOf(new ReadModelDatabase(path))],
    ['the sessions', () => connectionOf(new SqliteSessions(path))],
    ['the drafts', () => connectionOf(new SqliteDrafts(path))],
  ])('of %s has a length to which it is cut back', (_, open) => {
    const database = open();
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const length = database.pragma('journal_size_limit', { simple: true }) as number;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(64 * MEBIBYTE);
    database.close();
  });
});

/** The connection that such a file keeps to itself. */
const connectionOf = (holder: object): Database.Database =>
  Object.values(holder as Record<string, unknown>).find(
    (value): value is Database.Database => value instanceof Database,
  )!;
