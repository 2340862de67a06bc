import type { Instant } from '../../calendar/calendar.js';
import { addMinutes } from '../../calendar/dates.js';
import { timeInWords } from '../../calendar/in-words.js';
import type { ImportDto } from './imports.dto.js';

/** How many rows were counted when a page last looked, and since when they are so many. */
export interface Seen {
  readonly rows: number;
  readonly since: Instant;
}

/** How far an import, or its withdrawal, has come. */
export interface Progress {
  /** Rows that are done, of all. */
  readonly done: number;
  readonly all: number;
  readonly sentence: string;
  /** Its rows go on changing, as far as can be told. */
  readonly isUnderWay: boolean;
  /** For the next look. */
  readonly seen: Seen;
}

/** Minutes without another row after which it has stopped. A row is written in less than a second. */
const STOPPED_AFTER = 0.5;

/**
 * Any instance of the program may be the one that writes the rows, and it may have ended since: so the rows themselves say whether it goes
 * on, by whether there are more of them than when the page last looked.
 * @param seen null at the first look
 */
export const progressOf = (
  { status, rowsExpected: all, rowsPresent: rows }: Pick<ImportDto, 'status' | 'rowsExpected' | 'rowsPresent'>,
  seen: Seen | null,
  now: Instant,
): Progress => {
  const since = seen?.rows === rows ? seen.since : now;
  const goesOn = now < addMinutes(since, STOPPED_AFTER);
  const known = { all, seen: { rows, since } };
  switch (status) {
    case 'started':
      return {
        ...known,
        done: rows,
        isUnderWay: goesOn,
        sentence: goesOn
          ? `Reading in: ${rows} of ${rowsInWords(all)} are there. You can leave this page; it goes on.`
          : `It has stopped: ${rows} of ${rowsInWords(all)} are there, and none came after ${timeInWords(since)}. ${READ_AGAIN}`,
      };
    case 'withdrawing':
      return {
        ...known,
        done: all - rows,
        isUnderWay: goesOn,
        sentence: goesOn
          ? `Being taken back: ${all - rows} of ${rowsInWords(all)} are. You can leave this page; it goes on.`
          : `It has stopped: ${all - rows} of ${rowsInWords(all)} are taken back, and none was after ${timeInWords(since)}. Take the register back again: it finishes.`,
      };
    case 'withdrawn':
      return { ...known, done: all, isUnderWay: false, sentence: takenBackInWords(all) };
    default:
      return { ...known, done: rows, isUnderWay: false, sentence: thereInWords(rows, all) };
  }
};

/** Of an import that was finished: whether all of its rows are there still. */
export const thereInWords = (rows: number, all: number): string =>
  rows === all ? allThere(all) : `${rows} of ${rowsInWords(all)} are there. ${READ_AGAIN}`;

const allThere = (all: number): string => (all === 1 ? 'Its 1 row is there.' : `All ${rowsInWords(all)} are there.`);

export const takenBackInWords = (all: number): string =>
  `${rowsInWords(all)} withdrawn: ${all === 1 ? 'it stays readable and is' : 'they stay readable and are'} counted no more.`;

export const READ_AGAIN = 'Read the same files in again: it finishes, and writes no row twice.';

export const rowsInWords = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`;

/** The page of an import, with what it showed when it was looked at, so that the next look can tell whether it goes on. */
export const pathOfImport = (importId: string, seen: Seen | null = null): string =>
  seen === null ? `/imports/${importId}` : `/imports/${importId}?${queryOf(seen)}`;

export const queryOf = ({ rows, since }: Seen): string => `rows=${rows}&since=${encodeURIComponent(since)}`;
