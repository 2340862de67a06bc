import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import { ProposeTables } from './figures/figures.query.js';
import { tableInWords } from './figures/layouts.js';
import type { TablesProposedDto } from './published-reports.dto.js';
import { FindPublishedReport } from './published-reports.query.js';

/** The tables that would print something of the period of a report, as the records stand now. @throws Problem `not-found` */
export class ProposeReportTables extends Query<TablesProposedDto> {
  constructor(readonly report: string) {
    super();
  }
}

@QueryHandler(ProposeReportTables)
export class ProposeReportTablesHandler implements IQueryHandler<ProposeReportTables> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report }: ProposeReportTables): Promise<TablesProposedDto> {
    const { state } = await this.queries.execute(new FindPublishedReport(report));
    if (state === null) throw notFound();
    const { now } = this.readings.withoutRules();
    const proposed = await this.queries.execute(new ProposeTables(state.drafted, now));
    return {
      items: proposed.map(({ records, tables, tooLong, ofNoUse, usual }) => ({
        records,
        tables: tables.map((each) => ({ ...each, says: tableInWords(each.code) })),
        tooLong: tooLong.map((code) => ({ code, says: tableInWords(code) })),
        ofNoUse: ofNoUse.map((code) => ({ code, says: tableInWords(code) })),
        usual: [...usual],
      })),
    };
  }
}
