import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreUnavailable } from '../event-store.js';
import { makePrivateFile } from '../../private-files.js';
import { keepWriteAhead } from '../../write-ahead.js';
import { unavailable } from './unavailable.js';

/** Written into the header of the file: this is a log of Footprint ("FPLG"), kept in this format. */
const APPLICATION_ID = 0x46504c47;
const FORMAT = 1;

/** Before this, SQLite could damage a file in WAL mode when two connections reset it at once (sqlite.org/wal.html, section 11). */
const OLDEST_SQLITE = [3, 51, 3] as const;
const FULL = 2;
/** Milliseconds to wait for another connection that is writing. */
const PATIENCE = 2_000;

/**
 * Events are numbered without gaps (AUTOINCREMENT remembers the highest number ever given, so that a cut end shows), are only ever
 * added at the end, and are never changed or taken away.
 */
const SCHEMA = `
  CREATE TABLE events (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    stream      TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    id          TEXT NOT NULL,
    type        TEXT NOT NULL,
    data        TEXT NOT NULL,
    metadata    TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    hash        BLOB NOT NULL,
    category    TEXT GENERATED ALWAYS AS (substr(stream, 1, instr(stream, '-') - 1)) VIRTUAL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE INDEX events_by_category ON events (category);

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'Events are never changed.'); END;

  CREATE TRIGGER events_are_never_taken_away BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'Events are never taken away.'); END;

  CREATE TRIGGER events_are_added_at_the_end BEFORE INSERT ON events
  WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM events)
    OR NEW.revision <> (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
  BEGIN SELECT RAISE(ABORT, 'Events are only added at the end.'); END;

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT};
`;

/**
 * Opens the file for the one connection that writes, and makes it where there is none.
 * @throws StoreUnavailable when the file cannot be opened, is something else, or would not keep what is acknowledged
 */
export const openForWriting = (path: string): Database.Database =>
  opened(() => {
    if (!existsSync(dirname(path))) throw new StoreUnavailable(`There is no folder ${dirname(path)} to keep a log in.`);
    makePrivateFile(path);
    const database = new Database(path, { timeout: PATIENCE });
    return orClosed(database, () => {
      requireSqlite(database);
      if (keepWriteAhead(database) !== 'wal') {
        throw new StoreUnavailable(`The folder of ${path} cannot hold a log: its file system does not allow WAL.`);
      }
      database.pragma('synchronous = FULL');
      if (database.pragma('synchronous', { simple: true }) !== FULL) {
        throw new StoreUnavailable('SQLite would not promise to keep what it has acknowledged (synchronous = FULL).');
      }
      database.transaction(() => makeIfNew(database)).immediate();
      requireFormat(database, path);
    });
  });

/**
 * Opens the file for reading only, beside a process that writes.
 * @throws StoreUnavailable when there is no log yet, or it cannot be read
 */
export const openForReading = (path: string): Database.Database =>
  opened(() => {
    if (!existsSync(path)) throw nothingRecorded(path);
    const database = openedToRead(path);
    return orClosed(database, () => {
      requireSqlite(database);
      if (isNotYetMade(database)) throw nothingRecorded(path);
      requireFormat(database, path);
    });
  });

/**
 * Whether there is a log at this path. A process that ends while it makes a log leaves a file without tables, which is none yet:
 * the next one that opens it for writing makes it.
 * @throws StoreUnavailable when there is a file that cannot be read
 */
export const isLogAt = (path: string): boolean =>
  opened(() => {
    if (!existsSync(path)) return false;
    const database = openedToRead(path);
    try {
      return !isNotYetMade(database);
    } finally {
      database.close();
    }
  });

const openedToRead = (path: string): Database.Database =>
  new Database(path, { readonly: true, fileMustExist: true, timeout: PATIENCE });

const nothingRecorded = (path: string): StoreUnavailable =>
  new StoreUnavailable(`There is no log at ${path} yet: nothing has been recorded there.`);

/** Whether the tables, indexes and triggers of an open file are exactly those with which a log is made. */
export const hasItsOwnRules = (database: Database.Database): boolean => {
  const fresh = new Database(':memory:');
  try {
    fresh.exec(SCHEMA);
    return JSON.stringify(rulesOf(database)) === JSON.stringify(rulesOf(fresh));
  } finally {
    fresh.close();
  }
};

const rulesOf = (database: Database.Database): unknown[] =>
  database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();

/** @throws StoreUnavailable for a version with a known fault */
export const requireSqliteVersion = (version: string): void => {
  const numbers = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const number = numbers[index] ?? 0;
    if (number > oldest) return;
    if (number < oldest) {
      throw new StoreUnavailable(
        `SQLite ${version} is too old to keep a log safely: ${OLDEST_SQLITE.join('.')} is needed.`,
      );
    }
  }
};

const requireSqlite = (database: Database.Database): void =>
  requireSqliteVersion(database.prepare<[], string>('SELECT sqlite_version()').pluck().get()!);

const makeIfNew = (database: Database.Database): void => {
  if (isNotYetMade(database)) database.exec(SCHEMA);
};

/** Tables and the mark of the format are written in one transaction: a file has both or neither. */
const isNotYetMade = (database: Database.Database): boolean =>
  database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0 &&
  database.pragma('application_id', { simple: true }) === 0;

const requireFormat = (database: Database.Database, path: string): void => {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StoreUnavailable(`${path} is not a log of Footprint.`);
  }
  if (database.pragma('user_version', { simple: true }) !== FORMAT) {
    throw new StoreUnavailable(`${path} was written by another version of Footprint, which this one cannot read.`);
  }
};

const opened = <T>(open: () => T): T => {
  try {
    return open();
  } catch (error) {
    throw unavailable(error);
  }
};

const orClosed = (database: Database.Database, prepare: () => void): Database.Database => {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
