import type { LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';

/** Days on which a clock starts in the examples. */
const EXAMPLES = 3;
/** Every calendar has a bank holiday within so many days. */
const DAYS_AHEAD = 400;

/**
 * Days for which the dates of a protocol are worked out: today, and the last working days before the next holidays, where counting by hand
 * goes wrong. Fewer where no holiday is known.
 */
export const exampleDays = (today: LocalDate, calendar: WorkingCalendar): LocalDate[] => {
  const days = new Set([today]);
  for (let ahead = 1; ahead <= DAYS_AHEAD && days.size < EXAMPLES; ahead++) {
    const day = addDays(today, ahead);
    if (isHoliday(day, calendar)) days.add(lastWorkingDayBefore(day, calendar));
  }
  return [...days].sort();
};

/** A Monday to Friday on which nobody works. */
const isHoliday = (day: LocalDate, calendar: WorkingCalendar): boolean => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.isWorkingDay(day);
};

const lastWorkingDayBefore = (day: LocalDate, calendar: WorkingCalendar): LocalDate => {
  let before = addDays(day, -1);
  while (!calendar.isWorkingDay(before)) before = addDays(before, -1);
  return before;
};
