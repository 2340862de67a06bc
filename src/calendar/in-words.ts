import { DateTime } from 'luxon';
import type { Instant, LocalDate } from './calendar.js';

/** "Friday 6 October 2023"; where the hour matters, "10:30am on Friday 6 October 2023", by London's clocks. */
export const dateInWords = (day: LocalDate, at: Instant | null = null): string => {
  if (at === null) return longDate(DateTime.fromISO(day, { zone: 'utc' }));
  const time = DateTime.fromISO(at, { zone: 'Europe/London' }).setLocale('en-GB');
  const hour = time.toFormat(time.minute === 0 ? 'ha' : 'h:mma').toLowerCase();
  return `${hour} on ${longDate(time)}`;
};

const longDate = (time: DateTime): string => time.setLocale('en-GB').toFormat('cccc d LLLL yyyy');
