import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { FinancialYear, LocalDate } from '../calendar/calendar.js';
import { isYearOfRecords } from '../calendar/date-rules.js';
import { isFinancialYear, londonDate, yearWritten } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { malformed, notFound } from '../platform/http/problem.js';
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

/**
 * The year that a query asks for.
 * @param field the name of it in the query
 * @throws Problem `not-valid` for a year of which there can be no record
 */
export const yearInQuery = (written: string, today: LocalDate, field = 'year'): FinancialYear => {
  const year = yearIn(written);
  if (!isYearOfRecords(year, today)) throw malformed(`/${field}`, 'must be a year of which there can be a record');
  return year;
};

@Injectable()
export class YearPipe implements PipeTransform<string, string> {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  transform(written: string): string {
    return yearInPath(written, this.clock);
  }
}
