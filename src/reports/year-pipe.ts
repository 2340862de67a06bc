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

/** The fields of a query that name a financial year. */
const YEARS = ['year', 'against'] as const;

/**
 * A query as it was sent.
 * @throws Problem `not-valid` where a year in it is one of which there can be no record
 */
export const withYearsOfRecords = <Query extends object>(query: Query, today: LocalDate): Query => {
  const years = query as { readonly [Field in (typeof YEARS)[number]]?: string };
  for (const field of YEARS) {
    const written = years[field];
    if (written !== undefined && !isYearOfRecords(yearIn(written), today))
      throw malformed(`/${field}`, 'must be a year of which there can be a record');
  }
  return query;
};

@Injectable()
export class YearPipe implements PipeTransform<string, string> {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  transform(written: string): string {
    return yearInPath(written, this.clock);
  }
}

/** Lets a query through whose years can have a record. @throws Problem `not-valid` */
@Injectable()
export class YearsOfQueryPipe implements PipeTransform<object, object> {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  transform(query: object): object {
    return withYearsOfRecords(query, londonDate(this.clock.now()));
  }
}
