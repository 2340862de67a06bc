import type { LocalDate } from './calendar.js';
import { addDays } from './dates.js';

/** The week of a weekday in its month: the first to the fourth, or the last. */
export const WEEKS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Week = (typeof WEEKS)[number];

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The same day of another month; the last day of that month where it is shorter. Negative to go back. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const first = firstOfMonth(date, months);
  const day = addDays(first, Number(date.slice(8)) - 1);
  return day.slice(0, 7) === first.slice(0, 7) ? day : addDays(firstOfMonth(first, 1), -1);
};

/** The first day of the month that a day falls in, or of one some months later. */
export const firstOfMonth = (date: LocalDate, monthsLater = 0): LocalDate => {
  const months = monthsOf(date) + monthsLater;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
};

/** How many months later the month of one day is than that of another; negative where it is earlier. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number => monthsOf(to) - monthsOf(from);

const monthsOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The second Wednesday of the month that a day falls in, for example. */
export const weekdayOfMonth = (month: LocalDate, week: Week, weekday: Weekday): LocalDate => {
  const first = firstOfMonth(month);
  if (week === 'last') {
    const last = addDays(firstOfMonth(month, 1), -1);
    return addDays(last, -((isoWeekday(last) - numberOf(weekday) + 7) % 7));
  }
  return addDays(first, ((numberOf(weekday) - isoWeekday(first) + 7) % 7) + 7 * WEEKS.indexOf(week));
};

/** Monday is 1. */
const numberOf = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday) + 1;
const isoWeekday = (date: LocalDate): number => new Date(date).getUTCDay() || 7;
