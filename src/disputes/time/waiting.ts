import type { LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { USUAL_LONG_WAIT_DAYS } from '../../platform/long-wait.js';
import type { DateShown } from './due.js';

/** A wait without a date: the day since which it is with those who have it, and for how many working days. It is never late. */
export interface Waiting {
  readonly since: LocalDate;
  readonly workingDays: number;
  /** False where that is counted over a year whose bank holidays are not known, and so without any. */
  readonly certain: boolean;
  /** So long that a person who manages the IROs asks how it stands. */
  readonly isLong: boolean;
}

/** By what a wait is counted. */
export interface CountedBy {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Working days after which it is long; {@link USUAL_LONG_WAIT_DAYS} unless told. */
  readonly longWait?: number;
}

/**
 * The age of a wait without a date. Every list, count and message that speaks of it asks here.
 * @param since the day from which it is with the person who has it; null where that is not known
 * @returns null where it has a date, or nobody knows since when, or it has not begun
 */
export const waitingSince = (
  { dueOn }: Pick<DateShown, 'dueOn'>,
  since: LocalDate | null,
  { today, calendar, longWait = USUAL_LONG_WAIT_DAYS }: CountedBy,
): Waiting | null => {
  if (dueOn !== null || since === null || since > today) return null;
  const workingDays = calendar.workingDaysBetween(since, today);
  return { since, workingDays, certain: calendar.isCertain(since, today), isLong: workingDays >= longWait };
};
