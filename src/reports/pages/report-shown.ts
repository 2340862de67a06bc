import { withDaysInWords } from '../../calendar/in-words.js';
import { listedInWords } from '../../platform/listed-in-words.js';
import { upperFirst } from '../../platform/upper-first.js';
import type { Chart } from '../../web/chart/chart.js';
import type { Definition } from '../definitions.js';
import type { Counted } from '../yearly.js';

/*
 * A report of a year as people read it: pictures, tables, notes and what is counted. Its page, its CSV and the list behind each figure are
 * made from this alone, so that they cannot disagree.
 */

/** One figure. */
export interface CellShown {
  readonly text: string;
  /** Said below it in small: its share. */
  readonly more?: string;
  /** What must be said with it, in a spreadsheet; on the page its number stands with the figure, and the note below. */
  readonly note?: string;
  /** The records that it counts, as far as its reader may know of them. Left out of what counts none: a median, a word. */
  readonly counted?: Counted;
  /** The address of another page that lists the records of the figure. */
  readonly href?: string;
}

export interface LineShown {
  /** In addresses: it names no child and no person. */
  readonly key: string;
  readonly name: string;
  readonly cells: readonly CellShown[];
}

export interface TableShown {
  readonly key: string;
  readonly title: string;
  /** The heading of the first column. */
  readonly lineHead: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly lines: readonly LineShown[];
  /** A sentence of what must be known to read it. */
  readonly says?: string;
}

export interface ReportShown {
  readonly title: string;
  readonly says: string;
  readonly pictures: readonly Chart[];
  readonly tables: readonly TableShown[];
  readonly notes: readonly string[];
  readonly definitions: readonly Definition[];
}

/** A text of the program as the council says it. @param ladder code of the ladder of which it speaks */
export type Said = (text: string, ladder?: string) => string;

/** A note with its days as people write them. */
export const noteInWords = (note: string, said: Said): string => withDaysInWords(said(note));

/** "informal: so far", of which kind of record a note speaks before what it says. */
const OF_A_KIND = /^(informal|formal|acknowledgement): (.+)$/;

/** Each note once: "Informal and formal: so far, to 30 November 2026" where the same is said of several kinds. */
export const notesInWords = (notes: readonly string[], said: Said): string[] => {
  const kinds = new Map<string, string[]>();
  for (const note of notes) {
    const [, kind, what = note] = OF_A_KIND.exec(note) ?? [];
    kinds.set(what, [...(kinds.get(what) ?? []), ...(kind === undefined ? [] : [kind])]);
  }
  return [...kinds].map(([what, of]) =>
    of.length === 0 ? noteInWords(what, said) : upperFirst(noteInWords(`${listedInWords(of)}: ${what}`, said)),
  );
};

/** The position of a figure in its report: `by-stage.1.due`. */
export const keyOfFigure = (table: TableShown, line: LineShown, column: number): string =>
  [table.key, line.key, table.columns[column]!.key].join('.');

/** A figure of a report, with what it is called. */
export interface FigureFound {
  /** "By stage: Stage 1: Due" */
  readonly name: string;
  readonly counted: Counted;
}

/** Undefined where the report has no figure with this key, or the figure counts no records. */
export const figureCalled = ({ tables }: ReportShown, key: string): FigureFound | undefined => {
  for (const table of tables)
    for (const line of table.lines)
      for (const [column, { counted }] of line.cells.entries())
        if (counted !== undefined && keyOfFigure(table, line, column) === key)
          return { name: [table.title, line.name, table.columns[column]!.label].join(': '), counted };
  return undefined;
};

/** The same without a way to what its figures count: the records behind a figure are those of today. */
export const withoutRecords = ({ tables, ...report }: ReportShown): ReportShown => ({
  ...report,
  tables: tables.map(({ lines, ...table }) => ({
    ...table,
    lines: lines.map(({ cells, ...line }) => ({
      ...line,
      cells: cells.map(({ counted: _, href: __, ...cell }) => cell),
    })),
  })),
});

/** The figures as lines of a spreadsheet: every table of the report below the other. Notes stand beside the figures of which they speak. */
export const linesForCsv = ({ tables }: ReportShown): string[][] => {
  const isNoted = tables.some(({ lines }) => lines.some(({ cells }) => cells.some(({ note }) => note !== undefined)));
  return [
    ['Table', 'Line', 'Figure', 'Value', 'Share', ...(isNoted ? ['Note'] : [])],
    ...tables.flatMap((table) =>
      table.lines.flatMap((line) =>
        line.cells.map(({ text, more, note }, column) => [
          ...[table.title, line.name, table.columns[column]!.label, text],
          ...[more ?? '', ...(isNoted ? [note ?? ''] : [])],
        ]),
      ),
    ),
  ];
};

export const NOT_COLLECTED_CELL: CellShown = { text: 'not collected' };

/** A count that leads to what it counts; null where it was not collected. */
export const countCell = (counted: Counted | null): CellShown =>
  counted === null ? NOT_COLLECTED_CELL : { text: String(counted.count), counted };

/** The same with its share of a whole. */
export const shareCell = (shared: (Counted & { readonly percent: number | null }) | null): CellShown =>
  shared === null
    ? NOT_COLLECTED_CELL
    : { ...countCell(shared), ...(shared.percent === null ? {} : { more: `${shared.percent}%` }) };
