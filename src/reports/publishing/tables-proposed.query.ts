import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../platform/http/problem.js';
import { Readings } from '../../reading/readings.js';
import type { Method } from './events.js';
import { FindMethod, ProposeTables } from './figures/figures.query.js';
import { tableInWords } from './figures/layouts.js';
import type { TablesProposedDto } from './published-reports.dto.js';
import { FindPublishedReport } from './published-reports.query.js';

/** The tables that would print something of the period of a report, as the records stand now. @throws Problem `not-found` */
export class ProposeReportTables extends Query<TablesProposedDto> {
  /** @param method as in the papers that its readers have, or else hidden, unless told */
  constructor(
    readonly report: string,
    readonly method: Method | null = null,
  ) {
    super();
  }
}

@QueryHandler(ProposeReportTables)
export class ProposeReportTablesHandler implements IQueryHandler<ProposeReportTables> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report, method: asked }: ProposeReportTables): Promise<TablesProposedDto> {
    const { state } = await this.queries.execute(new FindPublishedReport(report));
    if (state === null) throw notFound();
    const { now } = this.readings.withoutRules();
    const method = await this.queries.execute(new FindMethod(state.drafted, asked));
    const proposed = await this.queries.execute(new ProposeTables(state.drafted, now, method));
    return {
      method,
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
