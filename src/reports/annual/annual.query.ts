import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { type AnnualReport, annualReport } from './annual-report.js';

/** The figures of a year beside those of an earlier one. It names no record; a restricted one counts only for those who may know of it. */
export class ReadAnnualReport extends Query<AnnualReport> {
  /**
   * @param against the earlier year; the year before unless given
   * @param asAt as the records stood at the end of this day; as they stand now unless given
   */
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly against?: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadAnnualReport)
export class ReadAnnualReportHandler implements IQueryHandler<ReadAnnualReport> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, against, asAt }: ReadAnnualReport): Promise<AnnualReport> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const report = annualReport(year, reading.readModels, reading.now, against);
      return { ...report, notes: restrictedCounted(asker, year, reading) };
    });
  }
}
