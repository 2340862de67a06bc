import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { type AnnualReport, annualReport } from './annual-report.js';

/** The figures of a year beside those of an earlier one. It names no record, so everybody who may ask is told the same. */
export class ReadAnnualReport extends Query<AnnualReport> {
  /** @param against the earlier year; the year before unless given */
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly against?: FinancialYear,
  ) {
    super();
  }
}

@QueryHandler(ReadAnnualReport)
export class ReadAnnualReportHandler implements IQueryHandler<ReadAnnualReport> {
  constructor(private readonly readings: Readings) {}

  async execute({ year, against }: ReadAnnualReport): Promise<AnnualReport> {
    const { readModels, now } = await this.readings.now();
    return annualReport(year, readModels, now, against);
  }
}
