import type Database from 'better-sqlite3';

/** Bytes to which a write-ahead file is cut back, unless its database is told another length. */
const USUAL_LENGTH = 8 * 1024 * 1024;

/**
 * Has SQLite keep what changes in a file beside the database first. While somebody reads for long, nothing in that file can be used
 * again, and it grows by all that is written meanwhile; by itself SQLite keeps it at that length for ever. So it is cut back by the first
 * write after the reader has ended and all of it has gone into the database.
 *
 * @param length bytes to which it is cut back: more than lies in it between two transfers into the database
 * @returns the journal mode that there is now: `wal`, unless the file system does not allow it
 */
export const keepWriteAhead = (database: Database.Database, length = USUAL_LENGTH): unknown => {
  database.pragma(`journal_size_limit = ${length}`);
  return database.pragma('journal_mode = WAL', { simple: true });
};
