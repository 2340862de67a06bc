import type { LocalDate } from '../../calendar/calendar.js';
import type { DateShown } from '../../disputes/time/due.js';
import type { Waiting } from '../../disputes/time/waiting.js';

/** The facts by which the order of need sorts. */
export interface Needed {
  readonly reference: string;
  readonly due: Pick<DateShown, 'dueAt'>;
  /** The time for which it waits, where it has no date. */
  readonly waiting: Pick<Waiting, 'since'> | null;
  /** Null of what is not said. */
  readonly raisedOn: LocalDate | null;
  /** False for a row of a register on which nobody works yet. */
  readonly takenOn: boolean;
}

/**
 * By the day it is due; what has no date stands among these by the day since which it waits, so that it is never passed over for what is
 * due later. Then those of which neither is known, the oldest first, and last what nobody has taken on. A date that passed comes before
 * one that has not, so the order needs no clock.
 */
export const byNeed = (a: Needed, b: Needed): number =>
  compare(dayOf(a), dayOf(b)) ||
  Number(b.takenOn) - Number(a.takenOn) ||
  compare(a.raisedOn ?? '', b.raisedOn ?? '') ||
  compare(a.reference, b.reference);

const dayOf = ({ due, waiting, takenOn }: Needed): string =>
  due.dueAt ?? (takenOn ? waiting?.since : undefined) ?? LAST;

const LAST = '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
