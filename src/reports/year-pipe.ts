import { Injectable, type PipeTransform } from '@nestjs/common';
import { isFinancialYear, yearWritten } from '../calendar/dates.js';
import { notFound } from '../platform/http/problem.js';

/** `2022-23` in an address is the financial year `2022/23`, which an address may say too. */
export const yearIn = yearWritten;

/** The year in a path. A year that is none is answered 404. */
@Injectable()
export class YearPipe implements PipeTransform<string, string> {
  transform(written: string): string {
    const year = yearIn(written);
    if (!isFinancialYear(year)) throw notFound();
    return year;
  }
}
