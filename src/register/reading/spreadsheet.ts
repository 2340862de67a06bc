import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCsv } from './csv.js';
import { type SpreadsheetRow, UnreadableFile } from './sheet.js';
import { readXlsx } from './xlsx.js';

export { type SpreadsheetRow, UnreadableFile } from './sheet.js';

/** A register's file as a person sees it: a row of headings, and the rows below it. */
export interface Spreadsheet {
  /** As it was given on the command line. */
  readonly path: string;
  /** Without folders: what is kept in the log. */
  readonly name: string;
  readonly sha256: string;
  readonly headings: readonly string[];
  /** Row by row, once; rows in which every cell is blank are passed over. */
  readonly rows: AsyncIterable<SpreadsheetRow>;
  /** Things a person should know, though nothing is wrong: sheets that are not read. */
  readonly notes: readonly string[];
}

/**
 * Opens a CSV (comma or semicolon, UTF-8 or Windows-1252, with or without byte-order mark) or an XLSX (its first sheet with anything
 * in it).
 * @throws UnreadableFile
 */
export const readSpreadsheet = async (path: string): Promise<Spreadsheet> => {
  const name = basename(path);
  const sheet = (await isXlsx(path)) ? await readXlsx(path, name) : await readCsv(path, name);
  const rows = withoutBlankRows(sheet.rows);
  const first = await rows.next();
  if (first.done) throw new UnreadableFile(`${name} is empty: a register begins with a row of headings.`);
  const headings = headingsOf(first.value.cells, name);
  return {
    path,
    name,
    sha256: sheet.sha256,
    headings,
    rows: underHeadings(rows, headings, sheet.separator),
    notes: sheet.notes,
  };
};

/** Headings match whatever their capitals and spaces. */
export const sameHeading = (a: string, b: string): boolean => plainHeading(a) === plainHeading(b);
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/\s+/g, '');

/** How files begin that spreadsheet programs offer beside XLSX and CSV, whatever their names say. */
const OTHER_FORMATS = ['\u00d0\u00cf\u0011\u00e0', '\u00ff\u00fe', '\u00fe\u00ff'];

/** An XLSX is a zip archive, whatever its name says. */
const isXlsx = async (path: string): Promise<boolean> => {
  const file = await open(path).catch(() => {
    throw new UnreadableFile(`${path} cannot be opened. Check its name and that you may read it.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0).catch(() => {
      throw new UnreadableFile(`${path} is not a file that can be read.`);
    });
    const beginning = buffer.subarray(0, bytesRead).toString('latin1');
    if (OTHER_FORMATS.some((format) => beginning.startsWith(format)))
      throw new UnreadableFile(
        `${basename(path)} is an old Excel file (XLS), one with a password, or Unicode text (UTF-16). Save it again as XLSX or CSV.`,
      );
    return beginning === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
};

const headingsOf = (cells: readonly string[], name: string): string[] => {
  const headings = cells.map((cell) => cell.trim());
  while (headings.at(-1) === '') headings.pop();
  const twice = headings.find(
    (heading, at) => heading !== '' && headings.findIndex((h) => sameHeading(h, heading)) < at,
  );
  if (twice !== undefined)
    throw new UnreadableFile(`${name} has two columns headed "${twice}". Give each its own heading.`);
  return headings;
};

async function* withoutBlankRows(rows: AsyncIterable<SpreadsheetRow>): AsyncGenerator<SpreadsheetRow> {
  for await (const row of rows) if (row.cells.some((cell) => cell.trim() !== '')) yield row;
}

async function* underHeadings(
  rows: AsyncIterable<SpreadsheetRow>,
  headings: readonly string[],
  separator: string | null,
): AsyncGenerator<SpreadsheetRow> {
  for await (const { row, cells } of rows) {
    const broken = beyondTheLastHeading(cells, headings) ?? linesSwallowed(cells, headings, separator);
    yield { row, cells: headings.map((_, at) => cells[at] ?? ''), broken };
  }
}

const beyondTheLastHeading = (cells: readonly string[], headings: readonly string[]): SpreadsheetRow['broken'] => {
  const extra = cells.slice(headings.length).find((cell) => cell.trim() !== '');
  if (extra === undefined) return undefined;
  return {
    found: extra,
    reason: `The row has more cells than the ${headings.length} headings: put text with a separator in it between quotation marks.`,
  };
};

/** A quotation mark without its partner joins lines into one cell; what it swallowed holds as many separators as a whole row. */
const linesSwallowed = (
  cells: readonly string[],
  headings: readonly string[],
  separator: string | null,
): SpreadsheetRow['broken'] => {
  if (separator === null || headings.length < 2) return undefined;
  for (const cell of cells) {
    const tightSeparators = cell.includes('\n') ? (cell.match(new RegExp(`\\${separator}(?! )`, 'g'))?.length ?? 0) : 0;
    if (tightSeparators < headings.length - 1) continue;
    return {
      found: cell.slice(0, 60),
      reason: 'A quotation mark without its partner has swallowed the lines after it: close it, or write it twice.',
    };
  }
  return undefined;
};
