import { DateTime } from 'luxon';
import type { Instant, LocalDate } from './calendar.js';
import { isLocalDate } from './dates.js';

/** "Friday 6 October 2023"; where the hour matters, "10:30am on Friday 6 October 2023", by London's clocks. */
export const dateInWords = (day: LocalDate, at: Instant | null = null): string => {
  if (at === null) return longDate(onDay(day));
  const time = inLondon(at);
  const hour = time.toFormat(time.minute === 0 ? 'ha' : 'h:mma').toLowerCase();
  return `${hour} on ${longDate(time)}`;
};

/** "4 October 2023", of a day or of a moment by London's clocks. */
export const dayInWords = (when: LocalDate | Instant): string => dayOf(when).toFormat('d LLLL yyyy');

/** A text of the program with each day in it as people write it: "kept from 1 December 2024". */
export const withDaysInWords = (text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isLocalDate(day) ? dayInWords(day) : day));

/** "4 Oct 2023", for tables. */
export const shortDay = (when: LocalDate | Instant): string =>
  dayOf(when).toFormat('d LLL yyyy').replace('Sept', 'Sep');

/** "4 October", where nobody asks for the year. */
export const monthAndDay = (when: LocalDate | Instant): string => dayOf(when).toFormat('d LLLL');

/** "8:40am", "midday", "midnight". */
export const timeInWords = (at: Instant): string => inTwelveHours(inLondon(at));

/** The same of a time of day in London. @param time as it is kept: `14:10` */
export const clockInWords = (time: string): string => inTwelveHours(DateTime.fromFormat(time, 'HH:mm'));

const inTwelveHours = (time: DateTime): string => {
  if (time.minute === 0 && time.hour % 12 === 0) return time.hour === 0 ? 'midnight' : 'midday';
  return time.toFormat('h:mma').toLowerCase();
};

/** "4 October 2023, 8:40am"; of what has no hour, "4 October 2023". */
export const momentInWords = (when: LocalDate | Instant): string =>
  isDay(when) ? dayInWords(when) : `${dayInWords(when)}, ${timeInWords(when)}`;

const isDay = (when: string): boolean => when.length === 10;

const dayOf = (when: LocalDate | Instant): DateTime => (isDay(when) ? onDay(when) : inLondon(when));

const onDay = (day: LocalDate): DateTime => DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-GB');

const inLondon = (at: Instant): DateTime => DateTime.fromISO(at, { zone: 'Europe/London' }).setLocale('en-GB');

const longDate = (time: DateTime): string => time.toFormat('cccc d LLLL yyyy');
