import { parse } from 'csv-parse/sync';
import { Refusal } from '../../platform/decider.js';
import { plainSpelling } from '../spelling.js';

/** One row of a spreadsheet, by the names that we have for its columns. */
export class Row {
  constructor(
    /** As the spreadsheet counts: the headings are row 1. */
    readonly number: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** What is written there, without the spaces around it; empty where there is nothing or no such column. */
  cell(column: string): string {
    return this.cells.get(plainSpelling(column)) ?? '';
  }

  get isEmpty(): boolean {
    return this.cells.size === 0;
  }

  /** The parts of a cell that holds several, parted by `|`. */
  list(column: string): string[] {
    return this.cell(column)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
}

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads CSV as spreadsheets write it: with or without a byte-order mark, parted by commas or semicolons. Headings are told apart without
 * regard to capitals, spaces and hyphens; rows with nothing in them are passed over.
 * @throws Refusal `not-a-table` (invalid)
 */
export const readTable = (text: string): Table => {
  const firstLine = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const [headings, ...records] = recordsOf(text, delimiter);
  if (headings === undefined)
    throw new Refusal('invalid', 'not-a-table', 'The file is empty. It needs a row of headings.');
  const names = headings.map(plainSpelling);
  const rows = records.map((record, index) => {
    const cells = record.map((cell, column) => [names[column] ?? '', cell.trim()] as const);
    return new Row(index + 2, new Map(cells.filter(([, cell]) => cell !== '')));
  });
  return { headings: headings.map((heading) => heading.trim()), rows: rows.filter((row) => !row.isEmpty) };
};

const recordsOf = (text: string, delimiter: string): string[][] => {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true });
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    const where = line === undefined ? '' : ` at line ${line}`;
    throw new Refusal(
      'invalid',
      'not-a-table',
      `This is not a CSV file that can be read${where}. Save it as CSV again.`,
    );
  }
};
