import { quarterInWords } from '../../../calendar/dates.js';
import type { Paper } from '../../publishing/paper.js';
import type { Said, TableShown } from '../../pages/report-shown.js';
import { FOR_SUPERVISION, ofOneIro, sampleInWords, type SheetOfPage } from './present-sheet.js';

/** The person for whom it is printed, with their posts. */
export interface PrintedFor {
  readonly name: string;
  readonly posts: readonly string[];
}

/** The sheet as every paper of it is written: what its page says, without what leads elsewhere. */
export const sheetPaper = (
  { sheet: { iro, asAt, quarter, samples }, shown }: Omit<SheetOfPage, 'address'>,
  by: PrintedFor,
  said: Said,
): Paper => ({
  title: `Supervision sheet: ${iro.iro.name}`,
  edition: `OFFICIAL-SENSITIVE. Printed by ${[by.name, ...by.posts].join(', ')}`,
  parts: [
    { is: 'heading', level: 1, text: `Supervision sheet: ${iro.iro.name}` },
    { is: 'paragraph', text: FOR_SUPERVISION(asAt) },
    ...sheetTables(shown.tables).flatMap(({ title, columns, rows }) => [
      { is: 'heading', level: 2, text: title } as const,
      { is: 'table', columns, rows } as const,
    ]),
    { is: 'heading', level: 2, text: `Dip sample, ${quarterInWords(quarter)}` },
    ...(samples.length === 0 ? [{ is: 'paragraph', text: 'None is drawn for this quarter yet.' } as const] : []),
    ...samples.flatMap((sample) => [
      {
        is: 'paragraph',
        text: [
          sampleInWords(sample, said),
          ...(sample.reason === null ? [] : [`Drawn again, because: ${sample.reason}`]),
        ].join(' '),
      } as const,
      ...sample.references.map((reference) => ({ is: 'paragraph', text: said(reference) }) as const),
    ]),
    { is: 'heading', level: 2, text: 'What is counted' },
    ...shown.definitions.map(
      ({ label, definition }) => ({ is: 'paragraph', text: `${said(label)}: ${said(definition)}` }) as const,
    ),
  ],
});

/** Its tables with each figure as it is read. */
export const sheetTables = (tables: readonly TableShown[]) =>
  tables.map(ofOneIro).map(({ title, columns, lines }) => ({
    title,
    columns: columns.map(({ label }) => label),
    rows: lines.map(({ name, cells }) => ({
      label: name,
      cells: cells.map(({ text, more }) => (more === undefined ? text : `${text} (${more})`)),
    })),
    notes: [],
  }));
