import { refuse } from '../platform/decider.js';
import type { LocalDate } from './calendar.js';
import type { CalendarEvent } from './events.js';
import { mustBeDates, mustSayWhy } from './rules.js';

/** All days on which the council is closed besides the bank holidays; the newest list replaces the one before. */
export interface SetClosingDays {
  type: 'set-closing-days';
  dates: LocalDate[];
  reason: string;
}

/**
 * The days on which a council closes.
 *
 * @throws Refusal `not-a-date` (invalid), `calendar-needs-a-reason` (invalid), `closing-days-unchanged`
 */
export const decideClosingDays = (
  { dates: written, reason }: SetClosingDays,
  closingDays: readonly LocalDate[],
): CalendarEvent[] => {
  mustBeDates(written);
  mustSayWhy(reason);
  const dates = [...new Set(written)].sort();
  if (dates.join() === closingDays.join()) {
    refuse('closing-days-unchanged', 'These are the closing days already. There is nothing to do.');
  }
  return [{ type: 'ClosingDaysSet', data: { dates, reason } }];
};
