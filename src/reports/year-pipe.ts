import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { FinancialYear } from '../calendar/calendar.js';
import { isYearOfRecords } from '../calendar/date-rules.js';
import { isFinancialYear, londonDate, yearWritten } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/http/problem.js';
import { CLOCK } from '../platform/tokens.js';

/** `2022-23` in an address is the financial year `2022/23`, which an address may say too. */
export const yearIn = yearWritten;

/**
 * The year in a path. A year that is none, or of which no record can be, is answered 404: a report of zeros would say that nothing happened.
 * @throws Problem `not-found`
 */
export const yearInPath = (written: string, clock: Clock): FinancialYear => {
  const year = yearIn(written);
  if (!isFinancialYear(year) || !isYearOfRecords(year, londonDate(clock.now()))) throw notFound();
  return year;
};

@Injectable()
export class YearPipe implements PipeTransform<string, string> {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  transform(written: string): string {
    return yearInPath(written, this.clock);
  }
}
