import { isFinancialYear, isLocalDate, yearWritten } from '../../calendar/dates.js';
import { readTable, type Row } from '../../directory/import/table.js';
import { invalid } from '../../platform/decider.js';
import type { OtherCouncilFigure } from './events.js';
import { compared, MEASURES_COMPARED } from './measures-compared.js';

/** Columns of a file of figures that other councils have published. */
export const FIGURE_COLUMNS = [
  'council',
  'year',
  'figure',
  'number',
  'children',
  'source',
  'published on',
  'definition',
] as const;
type Column = (typeof FIGURE_COLUMNS)[number];

/** A cell that must be mended, as the spreadsheet counts its rows. */
export interface CellRefused {
  readonly row: number;
  readonly column: Column;
  readonly found: string;
  readonly expected: string;
}

export interface FiguresRead {
  readonly rows: number;
  readonly figures: readonly OtherCouncilFigure[];
  readonly refused: readonly CellRefused[];
  /** Headings that are not read. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads a file of figures row by row: every cell that will not do is named, and nothing is guessed.
 * @throws Refusal `not-a-table`, `columns-missing` (invalid)
 */
export const readFiguresFile = (text: string): FiguresRead => {
  const { headings, rows } = readTable(text);
  const names = headings.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[-_ ]+/g, ' '),
  );
  const missing = FIGURE_COLUMNS.filter((column) => column !== 'children' && !names.includes(column));
  if (missing.length > 0)
    invalid(
      'columns-missing',
      `The file has no column ${missing.map((column) => `“${column}”`).join(', ')}. Its first row names the columns: ${FIGURE_COLUMNS.join(', ')}.`,
    );
  const read = rows.map(figureOf);
  return {
    rows: rows.length,
    figures: read.flatMap(({ figure }) => figure ?? []),
    refused: read.flatMap(({ refused }) => refused),
    ignoredColumns: headings.filter((_, place) => !(FIGURE_COLUMNS as readonly string[]).includes(names[place]!)),
  };
};

const figureOf = (row: Row): { figure: OtherCouncilFigure | null; refused: CellRefused[] } => {
  const refused: CellRefused[] = [];
  const read = <Value>(column: Column, take: (cell: string) => Value | undefined, expected: string): Value => {
    const found = row.cell(column);
    const value = take(found);
    if (value === undefined) refused.push({ row: row.number, column, found, expected });
    return value as Value;
  };
  const figure: OtherCouncilFigure = {
    council: read('council', someWords, 'the name of the council'),
    year: read('year', yearIn, 'a financial year, as 2022/23'),
    measure: read('figure', (cell) => compared(cell)?.code, `one of ${LABELS}`),
    value: read('number', numberIn, 'a whole number, as it is printed'),
    children: read(
      'children',
      (cell) => (cell === '' ? null : numberIn(cell)),
      'a whole number of children looked after, or nothing',
    ),
    source: read('source', someWords, 'the publication and the page'),
    publishedOn: read('published on', dayWritten, 'a day, as 2023-10-04 or 04/10/2023'),
    definition: read('definition', someWords, 'what the number counts, as that council says it'),
  };
  return { figure: refused.length === 0 ? figure : null, refused };
};

const LABELS = MEASURES_COMPARED.map(({ label }) => `“${label}”`).join(', ');
const LONGEST = 500;
const MOST = 1_000_000;

const someWords = (cell: string): string | undefined => (cell === '' || cell.length > LONGEST ? undefined : cell);

const yearIn = (cell: string): string | undefined => {
  const year = yearWritten(cell);
  return isFinancialYear(year) ? year : undefined;
};

/** A thousand may be parted by a comma, as it is printed. */
const numberIn = (cell: string): number | undefined => {
  const digits = /^\d{1,3}(,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= MOST ? Number(digits) : undefined;
};

/** As programs write a day, and as people do: the day first. */
const dayWritten = (cell: string): string | undefined => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const written = year === undefined ? cell : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isLocalDate(written) ? written : undefined;
};
