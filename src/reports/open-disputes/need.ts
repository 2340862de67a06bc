import type { LocalDate } from '../../calendar/calendar.js';
import type { DateShown } from '../../disputes/time/due.js';

/** What the order of need looks at. */
export interface Needed {
  readonly reference: string;
  readonly due: Pick<DateShown, 'dueAt'>;
  /** Null of what is not said. */
  readonly raisedOn: LocalDate | null;
  /** False for a row of a register on which nobody works yet. */
  readonly takenOn: boolean;
}

/**
 * Late ones first and the longest late before the others, then by what is due next, then those with no date, the oldest first, and
 * last what nobody has taken on. A date that passed comes before one that has not, so the order needs no clock.
 */
export const byNeed = (a: Needed, b: Needed): number =>
  compare(a.due.dueAt ?? LAST, b.due.dueAt ?? LAST) ||
  Number(b.takenOn) - Number(a.takenOn) ||
  compare(a.raisedOn ?? '', b.raisedOn ?? '') ||
  compare(a.reference, b.reference);

const LAST = '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
