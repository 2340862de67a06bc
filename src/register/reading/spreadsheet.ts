import { readCsv } from './csv.js';
import { otherFormat, TELLING_BYTES } from './other-formats.js';
import { beginningOf, type RegisterFile } from './register-file.js';
import { filledIn, headingsAmong, isTotal, type PassedOver } from './rows-of-register.js';
import { type Sheet, type SpreadsheetRow, UnreadableFile } from './sheet.js';
import { shown } from './shown.js';
import { readXlsx } from './xlsx.js';

export { type SpreadsheetRow, UnreadableFile } from './sheet.js';
export type { PassedOver } from './rows-of-register.js';

/** A register's file as a person sees it: a row of headings, and the rows below it. */
export interface Spreadsheet {
  /** As it was given: two files in different folders may share a name. */
  readonly path: string;
  /** Without folders: what is kept in the log. */
  readonly name: string;
  readonly sha256: string;
  readonly headings: readonly string[];
  /** Row by row, once. */
  readonly rows: AsyncIterable<SpreadsheetRow>;
  /** The lines between the rows that are none of them; complete once the last row has been read. */
  readonly passedOver: PassedOver;
  /** Things a person should know, though nothing is wrong: sheets that are not read. */
  readonly notes: readonly string[];
}

/**
 * Opens separated text (comma, semicolon, tab or bar; UTF-8, Windows-1252 or UTF-16) or an XLSX (the first sheet that people see). Every
 * row of the file is the row of headings, one of `rows`, or counted in `passedOver`.
 * @throws UnreadableFile which says what to save the file as; also while its rows are read, where one is unaccounted for
 */
export const readSpreadsheet = async (file: RegisterFile): Promise<Spreadsheet> => {
  const { path, name } = file;
  const sheet = (await isXlsx(file)) ? await readXlsx(file) : await readCsv(file);
  const register = new RegisterSheet(sheet, name);
  const headings = await register.findHeadings();
  const { passedOver } = register;
  return { path, name, sha256: sheet.sha256, headings, rows: register.rows(headings), passedOver, notes: sheet.notes };
};

/** Headings match whatever their capitals and spaces. */
export const sameHeading = (a: string, b: string): boolean => plainHeading(a) === plainHeading(b);
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/\s+/g, '');

/** An XLSX is a zip archive, whatever its name says. */
const isXlsx = async (file: RegisterFile): Promise<boolean> => {
  const beginning = await beginningOf(file, TELLING_BYTES);
  const other = otherFormat(beginning);
  if (other !== undefined)
    throw new UnreadableFile(`${file.name} is ${other}. Open it in a spreadsheet program and save it as XLSX or CSV.`);
  return beginning.toString('latin1', 0, 4) === 'PK\u0003\u0004';
};

class RegisterSheet {
  readonly passedOver = { titles: [] as number[], totals: [] as number[], headingsAgain: [] as number[], blank: 0 };
  private readonly source: AsyncIterator<SpreadsheetRow>;
  /** Rows below the headings that had to be looked at to find them. */
  private looked: SpreadsheetRow[] = [];
  private inFile = 0;

  constructor(
    sheet: Sheet,
    private readonly name: string,
  ) {
    this.source = sheet.rows[Symbol.asyncIterator]();
  }

  async findHeadings(): Promise<string[]> {
    for (let next = await this.next(); next !== undefined; next = await this.next()) {
      this.looked.push(next);
      if (this.looked.length >= ROWS_TO_FIND_HEADINGS) break;
    }
    const at = headingsAmong(this.looked);
    const row = this.looked[at];
    if (row === undefined) throw new UnreadableFile(`${this.name} is empty: a register begins with a row of headings.`);
    if (row.broken)
      throw new UnreadableFile(`${this.name}, row ${row.row}, has no headings that can be read: ${row.broken.reason}`);
    this.passedOver.titles.push(...this.looked.slice(0, at).map((title) => title.row));
    this.looked = this.looked.slice(at + 1);
    return headingsOf(row.cells, this.name);
  }

  async *rows(headings: readonly string[]): AsyncGenerator<SpreadsheetRow> {
    let given = 0;
    for (;;) {
      const row = this.looked.shift() ?? (await this.next());
      if (row === undefined) break;
      if (row.broken === undefined && isTotal(row.cells)) this.passedOver.totals.push(row.row);
      else if (repeats(row.cells, headings)) this.passedOver.headingsAgain.push(row.row);
      else {
        given++;
        yield underHeadings(row, headings);
      }
    }
    const { titles, totals, headingsAgain, blank } = this.passedOver;
    const accounted = 1 + given + titles.length + totals.length + headingsAgain.length + blank;
    if (accounted !== this.inFile)
      throw new UnreadableFile(
        `${this.name} has ${this.inFile} rows and ${accounted} of them are accounted for; nothing was read.`,
      );
  }

  /** The next row that is not blank. */
  private async next(): Promise<SpreadsheetRow | undefined> {
    for (;;) {
      const { done, value } = await this.source.next();
      if (done) return undefined;
      this.inFile++;
      if (value.broken !== undefined || filledIn(value.cells) > 0) return value;
      this.passedOver.blank++;
    }
  }
}

const ROWS_TO_FIND_HEADINGS = 20;

const headingsOf = (cells: readonly string[], name: string): string[] => {
  const headings = cells.map((cell) => cell.trim());
  while (headings.at(-1) === '') headings.pop();
  const twice = headings.find(
    (heading, at) => heading !== '' && headings.findIndex((h) => sameHeading(h, heading)) < at,
  );
  if (twice !== undefined)
    throw new UnreadableFile(`${name} has two columns headed "${shown(twice)}". Give each its own heading.`);
  return headings;
};

const repeats = (cells: readonly string[], headings: readonly string[]): boolean =>
  headings.length > 1 &&
  filledIn(headings) > 1 &&
  headings.every((heading, at) => sameHeading(cells[at] ?? '', heading));

/** The row with one cell for each heading. Text beyond the last heading is kept in the last cell, and makes the row doubtful. */
const underHeadings = ({ row, cells, broken }: SpreadsheetRow, headings: readonly string[]): SpreadsheetRow => {
  const under = headings.map((_, at) => cells[at] ?? '');
  const beyond = cells.slice(headings.length).filter((cell) => cell.trim() !== '');
  if (beyond.length === 0) return { row, cells: under, ...(broken ? { broken } : {}) };
  const all = [...under.slice(0, -1), [under.at(-1), ...beyond].join(' | ')];
  const tooMany = {
    found: shown(beyond[0]!),
    reason: `The row has more cells than the ${headings.length} headings: put text with a separator in it between quotation marks.`,
  };
  return { row, cells: all, broken: broken ?? tooMany };
};
