import type { CalendarDto } from './calendar.dto.js';

/** The council's calendar for people: what is known, and what the council has said itself. The warning is not in it. */
export const calendarText = ({ knownFrom, knownTo, entered, removed, closingDays }: CalendarDto): string =>
  [
    `The bank holidays are known from ${knownFrom} to ${knownTo}.`,
    ...entered.map(({ date, name }) => `  ${date}  ${name}  (entered by the council)`),
    ...removed.map((date) => `  ${date}  no bank holiday after all (entered by the council)`),
    closingDays.length === 0 ? 'The council has no closing days.' : 'The council is closed on:',
    ...closingDays.map((date) => `  ${date}`),
  ].join('\n');
