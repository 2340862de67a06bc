import type { Instant, WorkingCalendar } from '../calendar/calendar.js';
import { instantInLondon, londonDate } from '../calendar/dates.js';
import { MORNING } from './reminders.js';

/** Whether a person's digest is due: on a working day from eight in the morning in London, once a day. */
export const digestDue = (now: Instant, calendar: WorkingCalendar, lastDigest: Instant | null): boolean => {
  const today = londonDate(now);
  const morning = instantInLondon(today, MORNING, 0);
  return now >= morning && calendar.isWorkingDay(today) && (lastDigest === null || lastDigest < morning);
};
