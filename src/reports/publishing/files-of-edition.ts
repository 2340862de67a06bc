import { createHash } from 'node:crypto';
import { assertNever } from '../../platform/decider.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { bytesOf, type Edition } from './edition.js';
import type { FileHashed, ReportDrafted, ReportPublished } from './events.js';
import { actionsTable } from './last-years-actions.js';
import { paperOf } from './paper.js';
import { tableCsv } from './table-csv.js';
import { ODS, tableOds, type TableWritten } from './table-ods.js';

/** In what form an edition leaves the program: its paper, one of its tables by its number, or all that it says as canonical JSON. */
export type FileAsked =
  | { readonly as: 'pdf' | 'docx' | 'json' }
  | { readonly as: 'csv' | 'ods'; readonly table: number };

export interface FileMade {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * A file of an edition, in the words that the council had when its figures were taken; null where there are none yet, or no such table.
 * The same edition gives the same bytes whenever it is made.
 */
export const fileOf = async (drafted: ReportDrafted, edition: Edition, asked: FileAsked): Promise<FileMade | null> => {
  const { figures } = edition;
  if (figures === null) return null;
  const { words, kept } = figures.says;
  const said = (text: string): string => inCouncilWords(text, words, kept);
  const name = `${drafted.report}-edition-${edition.edition}`;
  switch (asked.as) {
    case 'json':
      return { name: `${name}.json`, type: 'application/json', bytes: Buffer.from(bytesOf(drafted, edition)) };
    case 'csv':
    case 'ods': {
      const printed = tablesOf(edition, said)[asked.table - 1];
      if (printed === undefined) return null;
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
    default:
      return assertNever(asked);
  }
};

/**
 * Every file of an edition by its hash, as it is given out: as on the day of its publication, whatever became of it since. A paper that was
 * withdrawn says so on its first line, and is no longer the file that was given out.
 */
export const filesHashed = async (
  drafted: ReportDrafted,
  edition: Edition,
  { on, address }: Pick<ReportPublished, 'on' | 'address'>,
): Promise<FileHashed[]> => {
  const givenOut = { ...edition, published: { on, address, sha256: '', files: [] }, withdrawn: null };
  const hashed: FileHashed[] = [];
  for (const asked of everyFileOf(edition)) {
    const made = await fileOf(drafted, givenOut, asked);
    if (made !== null) hashed.push({ name: made.name, sha256: createHash('sha256').update(made.bytes).digest('hex') });
  }
  return hashed;
};

/** Each table that is a file of its own: those of figures, and after them the actions of last year. */
const tablesOf = (edition: Edition, said: (text: string) => string): TableWritten[] => {
  const actions = actionsTable(edition);
  return [
    ...(edition.figures?.tables ?? []).map((table) => ({ ...table, title: said(table.title) })),
    ...(actions === null ? [] : [{ ...actions, notes: [], isOfWords: true as const }]),
  ];
};

const everyFileOf = (edition: Edition): FileAsked[] => [
  ...(['pdf', 'docx', 'json'] as const).map((as) => ({ as })),
  ...tablesOf(edition, (text) => text).flatMap((_, index) =>
    (['csv', 'ods'] as const).map((as) => ({ as, table: index + 1 })),
  ),
];
