import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { notFound } from '../../platform/http/problem.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { Readings } from '../../reading/readings.js';
import { bytesOf } from './edition.js';
import { paperOf } from './paper.js';
import { editionAsked, FindPublishedReport } from './published-reports.query.js';
import { tableCsv } from './table-csv.js';
import { ODS, tableOds } from './table-ods.js';

/** In what form an edition leaves the program: its paper, one of its tables by its number, or all that it says as canonical JSON. */
export type FileAsked =
  { readonly as: 'pdf' | 'docx' | 'json' } | { readonly as: 'csv' | 'ods'; readonly table: number };

export interface FileMade {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * A file of an edition. It is drawn from what is printed, and the same edition gives the same bytes whenever it is made.
 * @throws Problem `not-found` where there is no such edition or table, or it has no figures yet
 */
export class MakeReportFile extends Query<FileMade> {
  constructor(
    readonly report: string,
    readonly edition: number | undefined,
    readonly asked: FileAsked,
  ) {
    super();
  }
}

@QueryHandler(MakeReportFile)
export class MakeReportFileHandler implements IQueryHandler<MakeReportFile> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ report, edition: number, asked }: MakeReportFile): Promise<FileMade> {
    const { drafted, edition } = editionAsked(await this.queries.execute(new FindPublishedReport(report)), number);
    const { figures } = edition;
    if (figures === null) throw notFound();
    const { words, kept } = this.readings.withoutRules().says;
    const said = (text: string): string => inCouncilWords(text, words, kept);
    const name = `${report}-edition-${edition.edition}`;
    switch (asked.as) {
      case 'json':
        return { name: `${name}.json`, type: 'application/json', bytes: Buffer.from(bytesOf(drafted, edition)) };
      case 'csv':
      case 'ods': {
        const table = figures.tables[asked.table - 1];
        if (table === undefined) throw notFound();
        const printed = { ...table, title: said(table.title) };
        return {
          name: `${name}-table-${asked.table}.${asked.as}`,
          ...(asked.as === 'csv'
            ? { type: 'text/csv; charset=utf-8', bytes: Buffer.from(tableCsv(printed)) }
            : { type: ODS, bytes: tableOds(printed) }),
        };
      }
      // The code that lays out a paper is loaded for the first of them: the program starts sooner without it.
      case 'pdf': {
        const { paperPdf } = await import('./paper-pdf.js');
        return {
          ...{ name: `${name}.pdf`, type: 'application/pdf' },
          bytes: await paperPdf(paperOf(drafted, edition, said), figures.asAt),
        };
      }
      case 'docx': {
        const { DOCX, paperDocx } = await import('./paper-docx.js');
        return {
          ...{ name: `${name}.docx`, type: DOCX },
          bytes: await paperDocx(paperOf(drafted, edition, said), figures.asAt),
        };
      }
    }
  }
}
