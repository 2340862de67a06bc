import type { LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { firstOfMonth, monthsBetween, type Week, type Weekday, weekdayOfMonth } from '../calendar/months.js';

/** For example the second Wednesday of every month. */
export interface Recurrence {
  week: Week;
  weekday: Weekday;
  /** 1 for every month, 2 for every other month, counted from the month in which it began. */
  everyMonths: number;
}

/** The days on which a series would meet, the first on or after the day it begins. */
export interface Pattern {
  readonly recurrence: Recurrence;
  readonly from: LocalDate;
}

/** As the pattern gives it, and on which working day it is then held. */
export interface PlannedDay {
  readonly plannedOn: LocalDate;
  /** The same day, or the next working day where that one is a holiday or a day the council is closed. */
  readonly heldOn: LocalDate;
  /** False: the bank holidays of that year are not known, and the day may turn out to be one. */
  readonly certain: boolean;
}

/**
 * The next day of the pattern.
 * @param after a day of the pattern, or any other; null for the first of all
 */
export const nextPlannedDay = (
  { recurrence, from }: Pattern,
  after: LocalDate | null,
  calendar: WorkingCalendar,
): PlannedDay => {
  for (let months = monthsBefore(after, { recurrence, from }); ; months += recurrence.everyMonths) {
    const plannedOn = weekdayOfMonth(firstOfMonth(from, months), recurrence.week, recurrence.weekday);
    if (plannedOn >= from && (after === null || plannedOn > after)) return heldAround(plannedOn, calendar);
  }
};

/** Months from the first of the pattern to the last of its months that is no later than a day: the search begins there. */
const monthsBefore = (day: LocalDate | null, { recurrence: { everyMonths }, from }: Pattern): number =>
  day === null ? 0 : Math.max(0, Math.floor(monthsBetween(from, day) / everyMonths) * everyMonths);

const heldAround = (plannedOn: LocalDate, calendar: WorkingCalendar): PlannedDay => {
  const heldOn = calendar.isWorkingDay(plannedOn) ? plannedOn : calendar.addWorkingDays(plannedOn, 1).day;
  return { plannedOn, heldOn, certain: calendar.isCertain(plannedOn, heldOn) };
};

/** In words, for people: "the second Wednesday of every month". */
export const recurrenceInWords = ({ week, weekday, everyMonths }: Recurrence): string => {
  const day = `${weekday[0]!.toUpperCase()}${weekday.slice(1)}`;
  const months = everyMonths === 1 ? 'every month' : `every ${everyMonths} months`;
  return `the ${week} ${day} of ${months === 'every month' ? months : `a month, ${months}`}`;
};
