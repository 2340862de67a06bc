import type { Instant, LocalDate } from '../../calendar/calendar.js';

/*
 * The rule of lateness. Every date of a dispute is asked here, from its history (dates.ts) or from a row of a read model, and
 * each condition of a query is made in the same shape (late-in-sql.ts).
 *
 * A date was missed if, at the moment it was due, what was due had not come, was still wanted, and its clock ran. That moment alone
 * decides, not the moment at which somebody looks: late stays late, and what stopped or ended in time is late nowhere.
 *
 * No other file compares a due date with a moment or a day: lint refuses it (oxlint.config.ts).
 */

/** A date that somebody was given, and what has become of it. Null for what has not happened. */
export interface DateGiven {
  /** The moment from which it is late: the first instant after the day in London, or the hour itself. Null for "none set". */
  readonly dueAt: Instant | null;
  /** The moment at which the awaited answer or act came. */
  readonly metAt: Instant | null;
  /** The moment from which it was no longer wanted: the stage or dispute was over, or a late answer to an earlier stage was accepted instead. */
  readonly overAt: Instant | null;
  /** Since when its clock stands still; null while it runs. */
  readonly stoppedAt: Instant | null;
}

/**
 * - `none-set`: it is awaited, and nothing says by when
 * - `due`: it is awaited, and its moment has not come
 * - `late`: it is awaited, and was missed
 * - `paused`: it is awaited, and its clock stopped while it was in time
 * - `met`: it came, in time or late
 * - `over`: it never came, and nobody wants it any more
 */
export type HowItStands = 'none-set' | 'due' | 'late' | 'paused' | 'met' | 'over';

export const howItStands = (date: DateGiven, now: Instant): HowItStands => {
  if (date.metAt !== null) return 'met';
  if (date.overAt !== null) return 'over';
  if (date.dueAt === null) return 'none-set';
  if (missedAt(date, now) !== null) return 'late';
  return standsStill(date) ? 'paused' : 'due';
};

/** The moment at which something is due has come: what comes now is no longer in time. */
export const hasCome = (dueAt: Instant, now: Instant): boolean => now >= dueAt;

/** A due day has come: it is `today`, or was before. */
export const dayHasCome = (dueOn: LocalDate, today: LocalDate): boolean => today >= dueOn;

/** A due day is over: what comes on `today` is no longer in time. The whole of the due day was. */
export const dayIsOver = (dueOn: LocalDate, today: LocalDate): boolean => today > dueOn;

/** Another day puts a date off: it is after the due day in force. */
export const isPutOff = (dueOn: LocalDate, to: LocalDate): boolean => to > dueOn;

/** A request for more time asks for something as long as the date in force is before the day that it names, or there is none. */
export const asksForMore = (askedFor: LocalDate, dueOn: LocalDate | null): boolean =>
  dueOn === null || isPutOff(dueOn, askedFor);

/** Its clock stopped while it was in time, so that nothing is late meanwhile, and nobody knows what the date will be. */
export const standsStill = ({ dueAt, stoppedAt }: Pick<DateGiven, 'dueAt' | 'stoppedAt'>): boolean =>
  dueAt !== null && stoppedAt !== null && !hasCome(dueAt, stoppedAt);

/** It is awaited and was not missed: time is left, or its clock stands still, or none is set. */
export const hasTime = (date: DateGiven, now: Instant): boolean =>
  ['none-set', 'due', 'paused'].includes(howItStands(date, now));

/** It is awaited still, and was missed. */
export const isLate = (date: DateGiven, now: Instant): boolean => howItStands(date, now) === 'late';

/** The moment at which it was missed, for ever, also where it came or ended afterwards; null where it was not. */
export const missedAt = ({ dueAt, metAt, overAt, stoppedAt }: DateGiven, now: Instant): Instant | null =>
  dueAt !== null && [now, metAt, overAt, stoppedAt].every((moment) => moment === null || hasCome(dueAt, moment))
    ? dueAt
    : null;

/** It counts among the dates that were to be met: it was missed, or met before anybody stopped wanting it. */
export const counts = (date: DateGiven, now: Instant): boolean => {
  const { dueAt, metAt, overAt } = date;
  if (dueAt === null) return false;
  const wanted = metAt !== null && (!hasCome(dueAt, metAt) || overAt === null || hasCome(dueAt, overAt));
  return wanted || missedAt(date, now) !== null;
};

/** The earliest of some moments, of those that have come; null where none has. */
export const earliest = (...moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((first, each) => (first === null || (each !== null && each < first) ? each : first), null);

/** The latest of some moments, of those that have come; null where none has. */
export const latest = (...moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((last, each) => (last === null || (each !== null && each > last) ? each : last), null);
