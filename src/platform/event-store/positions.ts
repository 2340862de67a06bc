import type { Position } from './event-store.js';

/** Wide enough for every whole number that JavaScript counts exactly, so that positions compare as strings. */
const WIDTH = 16;

/** Place in the log, counted from 1, as a position. */
export const positionAt = (place: number): Position => String(place).padStart(WIDTH, '0') as Position;

/**
 * The place a position stands for; 0, before the first event, where there is none.
 * @throws RangeError for a string that no store here has given out
 */
export const placeOf = (position: Position | undefined): number => {
  if (position === undefined) return 0;
  if (!/^\d{16}$/.test(position)) throw new RangeError('This is not a position in the log.');
  return Number(position);
};

/** A place as SQLite and memory count it, or commit and prepare as EventStoreDB tells them. */
const FORMS = /^(\d{16}|\d{20}-\d{20})$/;

/** Whether a string has the form of a position; whether the log has come so far is another question. */
export const isPosition = (written: string): written is Position => FORMS.test(written);

/** Whether positions of this log count its events, as those of SQLite and memory do, and not its bytes, as those of EventStoreDB. */
export const isCounted = (position: Position): boolean => !position.includes('-');

/** The share of the log that lies before a position, from 0 to 1: counted in events, or in bytes where EventStoreDB tells them. */
export const shareBefore = (position: Position, head: Position): number =>
  Math.min(1, Number(commitOf(position)) / Number(commitOf(head)));

/** Events after a position, up to the head; null where positions do not count events. */
export const eventsBetween = (position: Position, head: Position): number | null =>
  !isCounted(head) ? null : Math.max(0, placeOf(head) - placeOf(position));

const commitOf = (position: Position): string => position.split('-')[0]!;
