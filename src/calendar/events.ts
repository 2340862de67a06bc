import type { DomainEvent } from '../platform/decider.js';
import type { BankHoliday } from './bank-holidays.js';
import type { LocalDate } from './calendar.js';

/** Stream `calendar-council`: what this council says of its calendar besides the table that comes with the program. */
export type CalendarEvent =
  | DomainEvent<'ClosingDaysSet', ClosingDaysSet>
  | DomainEvent<'BankHolidaysEntered', BankHolidaysEntered>;

/** All days on which the council is closed besides the bank holidays; the newest list replaces the one before. */
export interface ClosingDaysSet {
  dates: LocalDate[];
  reason: string;
}

/** Bank holidays of England and Wales that the program did not know, and days that are none after all. */
export interface BankHolidaysEntered {
  added: BankHoliday[];
  removed: LocalDate[];
  reason: string;
}
