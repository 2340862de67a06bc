import { Refusal } from '../../platform/decider.js';
import { rowsOfText } from '../../platform/separated-text/separated-text.js';
import { separatorOf, tellsSeparator } from '../../platform/separated-text/separator.js';
import { plainSpelling } from '../spelling.js';

/** One row of a spreadsheet, by the names that we have for its columns. */
export class Row {
  constructor(
    /** As the spreadsheet counts: the headings are row 1. */
    readonly number: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** The text of a cell, without the spaces around it; empty if there is none or no such column. */
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
 * Reads separated text as spreadsheets write it: with or without a byte-order mark, parted by commas, semicolons, tabs or bars. Headings
 * are told apart without regard to capitals, spaces and hyphens; rows with nothing in them are passed over.
 * @throws Refusal `not-a-table` (invalid), also where a quotation mark may have joined rows, or a row has more cells than headings
 */
export const readTable = (text: string): Table => {
  const [headings, ...records] = recordsOf(text);
  if (headings === undefined)
    throw new Refusal('invalid', 'not-a-table', 'The file is empty. It needs a row of headings.');
  const names = headings.map(plainSpelling);
  const rows = records.map((record, index) => {
    refuseCellsBeyond(headings, record, index + 2);
    const cells = record.map((cell, column) => [names[column] ?? '', cell.trim()] as const);
    return new Row(index + 2, new Map(cells.filter(([, cell]) => cell !== '')));
  });
  return { headings: headings.map((heading) => heading.trim()), rows: rows.filter((row) => !row.isEmpty) };
};

const recordsOf = (text: string): (readonly string[])[] => {
  const rows = rowsOfText(text.replace(/^\ufeff/, ''), separatorOf(text));
  const doubtful = rows.find(({ doubtfulSince }) => doubtfulSince !== undefined);
  if (doubtful !== undefined)
    throw new Refusal(
      'invalid',
      'not-a-table',
      `The quotation mark that opens in line ${doubtful.doubtfulSince} has no certain partner, so rows may be lost in its text. ` +
        'Close it where the text ends, or write it twice where it belongs to the text.',
    );
  return rows.filter(({ line, cells }) => !(line === 1 && tellsSeparator(cells))).map(({ cells }) => cells);
};

const refuseCellsBeyond = (headings: readonly string[], cells: readonly string[], row: number): void => {
  if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
    throw new Refusal(
      'invalid',
      'not-a-table',
      `Row ${row} has more cells than the ${headings.length} headings: put text with a separator in it between quotation marks.`,
    );
};
