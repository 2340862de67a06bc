import type { Instant, WorkingCalendar } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { NoticeHours } from '../platform/config/notice-hours-config.js';
import { atTime, isAnHourToTell } from './hours.js';

/** Whether a person's digest is due: on a working day from the hour of the digests in London while people are told, once a day. */
export const digestDue = (
  now: Instant,
  calendar: WorkingCalendar,
  lastDigest: Instant | null,
  hours: NoticeHours,
): boolean => {
  const morning = atTime(londonDate(now), hours.morning);
  return now >= morning && isAnHourToTell(now, hours, calendar) && (lastDigest === null || lastDigest < morning);
};
