import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { endOfDay, londonDate } from '../../calendar/dates.js';
import { type DateGiven, howItStands } from './late.js';

/** A date as it is shown: the day, and the moment from which it is late. Null for "none set", and while its clock stands still. */
export interface DateShown {
  readonly dueOn: LocalDate | null;
  readonly dueAt: Instant | null;
}

/** The reading of a date at a moment. None of it is stored: it is worked out each time it is read, so it is right with every job dead. */
export interface Due extends DateShown {
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

/** A date that somebody was given, with its day. */
export interface DayGiven extends DateGiven {
  readonly dueOn: LocalDate | null;
}

/** Only what is awaited, and runs, is due. A date with no moment is a fact of a register, not a deadline. */
export const dueAsOf = (date: DayGiven, now: Instant, calendar: WorkingCalendar): Due => {
  const { dueOn, dueAt } = date;
  const standing = howItStands(date, now);
  if (dueOn === null || dueAt === null || (standing !== 'due' && standing !== 'late')) return NONE_SET;
  const today = londonDate(now);
  const certain = calendar.isCertain(today, dueOn);
  return standing === 'late'
    ? { dueOn, dueAt, late: true, daysLeft: null, daysLate: calendar.workingDaysBetween(dueOn, today), certain }
    : { dueOn, dueAt, late: false, daysLeft: calendar.workingDaysBetween(today, dueOn), daysLate: null, certain };
};

/** Working days to a day that is to come, or since one that is past. */
export const workingDaysApart = (
  today: LocalDate,
  day: LocalDate,
  calendar: Pick<WorkingCalendar, 'workingDaysBetween'>,
): number => Math.abs(calendar.workingDaysBetween(today, day) || calendar.workingDaysBetween(day, today));

/** The day it is due is today, and it is not late. */
export const isDueToday = ({ dueOn, late }: Due, today: LocalDate): boolean => !late && dueOn === today;

/** A limit of so many working days from a day on. */
export const limitFrom = (day: LocalDate, workingDays: number, calendar: WorkingCalendar): DayGiven =>
  awaitedBy(calendar.addWorkingDays(day, workingDays).day);

/** A date of which nothing is known but that it is awaited. */
export const awaitedBy = (dueOn: LocalDate, dueAt: Instant = endOfDay(dueOn)): DayGiven => ({
  dueOn,
  dueAt,
  metAt: null,
  overAt: null,
  stoppedAt: null,
});

export const NONE_SET: Due = { dueOn: null, dueAt: null, late: false, daysLeft: null, daysLate: null, certain: true };
