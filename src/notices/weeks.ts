import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { NoticeHours } from '../platform/config/notice-hours-config.js';
import { SERVICE_POSTS, type BuiltInPost } from '../protocol/protocol.js';
import { lastWeekBefore, mondayOf } from '../reports/escalations/week/week.js';
import { fromTable } from './from-table.js';
import { atTime } from './hours.js';
import { BEFOREHAND } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/*
 * The weekly summary: those who lead are told once, on the first working morning of a week, that the counts of the week before stand
 * ready. The counts themselves are on the page, for a message is read outside of Footprint.
 */

/** Those who lead, and open the board: the IRO service’s own leaders, and those who answer for services. */
export const LEADERS: readonly BuiltInPost[] = [
  ...SERVICE_POSTS,
  'head-of-service',
  'executive-head',
  'assistant-director',
  'director',
];

/** The prefix of the subject of a weekly notice; the week has no reference. */
const WEEK = 'WEEK-';

/** The Monday that a notice is about; null where it is about something else. */
export const weekIn = (about: string): LocalDate | null => (about.startsWith(WEEK) ? about.slice(WEEK.length) : null);

/** The page of a week. */
export const addressOfWeek = (monday: LocalDate): string => `/board/week?of=${monday}`;

/** A week whose summary is due, and the morning on which it is. */
export interface SummaryDue {
  /** Monday of the week that is summed up. */
  readonly monday: LocalDate;
  /** The first working day after it: a person who leads on that day is told. */
  readonly on: LocalDate;
}

/**
 * The summary that is due now: from the first working morning of a week until that week is over, so that a program that was down on the
 * morning tells it when it is back. Null before that morning, in a week without a working day, and where the council began to tell people
 * after it.
 */
export const summaryDue = (
  now: Instant,
  began: Instant,
  calendar: WorkingCalendar,
  { morning }: NoticeHours,
): SummaryDue | null => {
  const today = londonDate(now);
  const thisMonday = mondayOf(today);
  const on = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(thisMonday, days)).find((day) => calendar.isWorkingDay(day));
  if (on === undefined) return null;
  const from = atTime(on, morning);
  return now >= from && began <= from ? { monday: lastWeekBefore(today), on } : null;
};

/** The notices of a week, for each of those who lead on the morning of which it is told. */
export const toldOfTheWeek = ({ monday, on }: SummaryDue, directory: Directory): Wanted[] =>
  fromTable([BEFOREHAND['a week is over']], {
    recipients: { leaders: leadersOn(directory, on).map((person) => ({ person })) },
    line: (kind) => ({
      ...{ kind, about: `${WEEK}${monday}`, called: 'week', dueOn: monday, dueAt: null, actionId: null },
    }),
  });

export const leadersOn = (directory: Directory, on: LocalDate): string[] => [
  ...new Set(LEADERS.flatMap((kind) => directory.postsHeld(kind, on).flatMap(({ person }) => person ?? []))),
];
