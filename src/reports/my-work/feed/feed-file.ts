import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Instant } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import type { WorkItem } from '../work.js';

/**
 * The days on which something of a person’s work is due, as an iCalendar file (RFC 5545). Calendars are shown on walls and shared with
 * colleagues, so it holds references and days, and nothing else: no name, no initials, no theme, and not what is to be done.
 * @param site where the program is reached, without a slash at its end
 */
export const feedFile = (items: readonly WorkItem[], site: string, now: Instant): string => {
  const file = ical({
    name: 'Due dates',
    prodId: { company: 'Footprint', product: 'Due dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3_600,
  });
  for (const { reference, dueOn } of daysOf(items)) {
    file.createEvent({
      id: `${reference}-${dueOn}@footprint`,
      stamp: now,
      allDay: true,
      start: dueOn,
      end: addDays(dueOn, 1),
      summary: `${reference} is due`,
      url: reference.startsWith('DRP-') ? `${site}/disputes/${reference}` : `${site}/my-work`,
    });
  }
  return `${file.toString()}\r\n`;
};

/** Each reference once a day, however much of it is due then. */
const daysOf = (items: readonly WorkItem[]): { reference: string; dueOn: string }[] => {
  const days = items.flatMap(({ reference, due: { dueOn } }) => (dueOn === null ? [] : [{ reference, dueOn }]));
  return [...new Map(days.map((day) => [`${day.reference} ${day.dueOn}`, day])).values()];
};
