import { sqliteCodeOf } from '../../sqlite-code.js';
import { StoreFull, StoreUnavailable } from '../event-store.js';

/** The meaning of each kind of trouble, by the beginning of SQLite's own code. */
const SENTENCES: readonly (readonly [code: string, sentence: string])[] = [
  ['SQLITE_FULL', 'The disk is full: nothing was recorded. Make room, then try again.'],
  ['SQLITE_BUSY', 'Another process is writing to the log: nothing was recorded. Try again.'],
  ['SQLITE_LOCKED', 'Another process is writing to the log: nothing was recorded. Try again.'],
  ['SQLITE_READONLY', 'The log may not be written to: nothing was recorded. Check who owns its files.'],
  ['SQLITE_CANTOPEN', 'The log cannot be opened. Check that its folder is there and who may use it.'],
  ['SQLITE_NOTADB', 'The file is not a log: it is something else, or damaged. Put back the last backup.'],
  ['SQLITE_CORRUPT', 'The file of the log is damaged. Put back the last backup.'],
  ['SQLITE_IOERR', 'The disk failed while the log was used; whether it was recorded must be read back.'],
];

/** Trouble of SQLite's as the port names it; anything else as it was. */
export const unavailable = (error: unknown): unknown => {
  const trouble = sqliteCodeOf(error);
  if (trouble === undefined) return error;
  const sentence = SENTENCES.find(([code]) => trouble.startsWith(code))?.[1];
  if (trouble.startsWith('SQLITE_FULL')) return new StoreFull(sentence, { cause: error });
  return new StoreUnavailable(sentence ?? `The log refused: ${(error as Error).message}.`, { cause: error });
};
