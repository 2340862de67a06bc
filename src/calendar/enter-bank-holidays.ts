import { Refusal, refuse } from '../platform/decider.js';
import type { BankHoliday } from './bank-holidays.js';
import type { LocalDate } from './calendar.js';
import type { CalendarEvent } from './events.js';
import { mustBeDates, mustSayWhy } from './rules.js';
import { BANK_HOLIDAYS_A_YEAR, completeYears } from './working-days.js';

/** Bank holidays as they are announced on GOV.UK; what is known already is left out. */
export interface EnterBankHolidays {
  type: 'enter-bank-holidays';
  add: BankHoliday[];
  /** Days that are no bank holidays after all: one that was moved is removed where it was and added where it is. */
  remove: LocalDate[];
  reason: string;
}

/**
 * Bank holidays that the program's own table does not have yet. A year is known once all of its bank holidays are; a single one may be
 * entered before, and is left out when days are counted, but does not make the rest of its year certain.
 *
 * @throws Refusal `not-a-date`, `calendar-needs-a-reason`, `bank-holiday-needs-a-name` (invalid), `bank-holidays-unchanged`,
 *   `year-left-out`, `year-incomplete`
 */
export const decideBankHolidays = (
  { add, remove, reason }: EnterBankHolidays,
  known: readonly BankHoliday[],
): CalendarEvent[] => {
  mustBeDates([...add.map(({ date }) => date), ...remove]);
  mustSayWhy(reason);
  mustHaveNames(add);
  const has = new Set(known.map(({ date }) => date));
  const added = [...new Map(add.map(({ date, name }) => [date, { date, name: name.trim() }])).values()]
    .filter(({ date }) => !has.has(date))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const entered = new Set(add.map(({ date }) => date));
  const removed = [...new Set(remove)].filter((date) => has.has(date) && !entered.has(date)).sort();
  if (added.length + removed.length === 0) {
    refuse('bank-holidays-unchanged', 'These bank holidays are known already. There is nothing to do.');
  }
  const then = [...known.filter(({ date }) => !removed.includes(date)), ...added];
  mustStayWhole(completeYears(known), completeYears(then));
  return [{ type: 'BankHolidaysEntered', data: { added, removed, reason } }];
};

const mustHaveNames = (add: readonly BankHoliday[]): void => {
  if (add.every(({ name }) => name.trim() !== '')) return;
  throw new Refusal('invalid', 'bank-holiday-needs-a-name', 'Give each bank holiday its name: New Year’s Day.');
};

/** No year that is known may become unknown, and none may be known after one that is not. */
const mustStayWhole = (before: readonly number[], after: readonly number[]): void => {
  const lost = before.find((year) => !after.includes(year));
  if (lost !== undefined) {
    refuse(
      'year-incomplete',
      `Every year has at least ${BANK_HOLIDAYS_A_YEAR} bank holidays, and ${lost} would have fewer. Enter the day to which the ` +
        'bank holiday was moved in the same step.',
      { year: lost },
    );
  }
  const gap = after.find((year, index) => index > 0 && year !== after[index - 1]! + 1);
  if (gap !== undefined) {
    refuse(
      'year-left-out',
      `The bank holidays of ${gap - 1} are not all known. Enter those of ${gap - 1} before those of ${gap}.`,
      { year: gap - 1 },
    );
  }
};
