import type { Instant, LocalDate, WorkingCalendar } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';

/** A date in the log: the day, and the moment from which it is late. Null for "none set". */
export interface DateSet {
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
}

/** What a date says at a moment. None of it is stored: it is worked out each time it is read, so it is right with every job dead. */
export interface Due extends DateSet {
  readonly late: boolean;
  /** Working days until the day it is due, 0 on that day; null where it is late or has no date. */
  readonly daysLeft: number | null;
  /** Working days since the day it was due, 0 until the first of them; null where it is not late. */
  readonly daysLate: number | null;
  /**
   * False: not yet certain. The bank holidays of a year between today and that day are not known: the working days are counted without
   * any, and so is a date that was counted in working days.
   */
  readonly certain: boolean;
}

/** A date with no moment is a fact of a register, not a deadline: it is never late, and nothing is left of it. */
export const dueAsOf = ({ dueOn, dueAt }: DateSet, now: Instant, calendar: WorkingCalendar): Due => {
  if (dueOn === null || dueAt === null) return NONE_SET;
  const today = londonDate(now);
  const late = now >= dueAt;
  return {
    dueOn,
    dueAt,
    late,
    daysLeft: late ? null : calendar.workingDaysBetween(today, dueOn),
    daysLate: late ? calendar.workingDaysBetween(dueOn, today) : null,
    certain: calendar.isCertain(today, dueOn),
  };
};

export const NONE_SET: Due = { dueOn: null, dueAt: null, late: false, daysLeft: null, daysLate: null, certain: true };

/** What the order of need looks at. */
export interface Needed {
  readonly reference: string;
  readonly due: Pick<DateSet, 'dueAt'>;
  readonly raisedOn: LocalDate;
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
  compare(a.raisedOn, b.raisedOn) ||
  compare(a.reference, b.reference);

const LAST = '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
