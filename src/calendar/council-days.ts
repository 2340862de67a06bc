import { assertNever, type Decider } from '../platform/decider.js';
import { type BankHoliday, bundledHolidays } from './bank-holidays.js';
import { decideBankHolidays, type EnterBankHolidays } from './enter-bank-holidays.js';
import type { LocalDate } from './calendar.js';
import { decideClosingDays, type SetClosingDays } from './closing-days.js';
import type { CalendarEvent } from './events.js';

export const CALENDAR_STREAM = 'calendar-council';

export type CalendarAct = SetClosingDays | EnterBankHolidays;

/** The days that the council has entered in its calendar, by its events. */
export interface CouncilDays {
  readonly closingDays: readonly LocalDate[];
  /** Bank holidays entered by the council. */
  readonly added: readonly BankHoliday[];
  /** Bank holidays of the program's own table that are none after all. */
  readonly removed: readonly LocalDate[];
}

/** The calendar of a council: when it is closed, and which bank holidays it knows. Dates already set stand in their own events. */
export const calendarDecider: Decider<CouncilDays, CalendarAct, CalendarEvent, null> = {
  initial: { closingDays: [], added: [], removed: [] },

  evolve: (days, event) => {
    switch (event.type) {
      case 'ClosingDaysSet':
        return { ...days, closingDays: event.data.dates };
      case 'BankHolidaysEntered': {
        const { added, removed } = event.data;
        const isNamed = (date: LocalDate): boolean =>
          removed.includes(date) || added.some((each) => each.date === date);
        return {
          ...days,
          added: [...days.added.filter(({ date }) => !isNamed(date)), ...added],
          removed: [...days.removed.filter((date) => !isNamed(date)), ...removed],
        };
      }
      default:
        return days;
    }
  },

  decide: (act, days) => {
    switch (act.type) {
      case 'set-closing-days':
        return decideClosingDays(act, days.closingDays);
      case 'enter-bank-holidays':
        return decideBankHolidays(act, bankHolidaysIn(days));
      default:
        return assertNever(act);
    }
  },
};

/** The bank holidays of the program's table together with what the council has entered, in order. */
export const bankHolidaysIn = (
  { added, removed }: Pick<CouncilDays, 'added' | 'removed'>,
  bundled: readonly BankHoliday[] = bundledHolidays(),
): BankHoliday[] => {
  const byDate = new Map([...bundled, ...added].map((holiday) => [holiday.date, holiday]));
  for (const date of removed) byDate.delete(date);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
};
