import { Refusal } from '../platform/decider.js';
import type { LocalDate } from './calendar.js';
import { isLocalDate } from './dates.js';

/** @throws Refusal `not-a-date` (invalid) */
export const mustBeDates = (dates: readonly LocalDate[]): void => {
  const wrong = dates.filter((date) => !isLocalDate(date));
  if (wrong.length === 0) return;
  throw new Refusal(
    'invalid',
    'not-a-date',
    'Not every day is a date that exists. Write each as year-month-day: 2022-12-28.',
    { dates: wrong },
  );
};

/** @throws Refusal `calendar-needs-a-reason` (invalid) */
export const mustSayWhy = (reason: string): void => {
  if (reason.trim() !== '') return;
  throw new Refusal(
    'invalid',
    'calendar-needs-a-reason',
    'Say why: where these days come from, or why the council is closed.',
  );
};
