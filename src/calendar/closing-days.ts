import { type Decider, refuse, Refusal } from '../platform/decider.js';
import type { LocalDate } from './calendar.js';
import { isLocalDate } from './dates.js';
import type { CalendarEvent } from './events.js';

export const CALENDAR_STREAM = 'calendar-council';

/** All days on which the council is closed besides the bank holidays; the newest list replaces the one before. */
export interface SetClosingDays {
  type: 'set-closing-days';
  dates: LocalDate[];
  reason: string;
}

/**
 * Which days a council closes. Due dates already set are not touched: they stand in their own events.
 *
 * Refusals: `not-a-date` (invalid), `closing-days-need-a-reason` (invalid), `closing-days-unchanged`
 */
export const closingDaysDecider: Decider<readonly LocalDate[], SetClosingDays, CalendarEvent, null> = {
  initial: [],
  evolve: (closingDays, event) => (event.type === 'ClosingDaysSet' ? event.data.dates : closingDays),
  decide: (command, closingDays) => {
    const wrong = command.dates.filter((date) => !isLocalDate(date));
    if (wrong.length > 0) {
      throw new Refusal(
        'invalid',
        'not-a-date',
        'Not every closing day is a date that exists. Write each as year-month-day: 2022-12-28.',
        { dates: wrong },
      );
    }
    if (command.reason.trim() === '') {
      throw new Refusal('invalid', 'closing-days-need-a-reason', 'Say why the council is closed on these days.');
    }
    const dates = [...new Set(command.dates)].sort();
    if (dates.join() === closingDays.join()) {
      refuse('closing-days-unchanged', 'These are the closing days already. There is nothing to do.');
    }
    return [{ type: 'ClosingDaysSet', data: { dates, reason: command.reason } }];
  },
};
