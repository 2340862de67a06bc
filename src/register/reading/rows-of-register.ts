import type { SpreadsheetRow } from './sheet.js';

/** Rows that are no rows of the register, each kind counted, so that every row of the file is accounted for. */
export interface PassedOver {
  /** Rows of a title above the headings, blank ones not counted. */
  readonly titles: readonly number[];
  /** Rows that only add up the others. */
  readonly totals: readonly number[];
  /** Rows that repeat the headings, as printed pages do. */
  readonly headingsAgain: readonly number[];
  /** Rows in which every cell is blank. */
  readonly blank: number;
}

/** A register has a reference, a team, a date and a theme at least: a row with fewer cells is none of headings. */
const CELLS_OF_HEADINGS = 4;

/** A title is no longer than this. */
const ROWS_LOOKED_AT = 20;

export const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/**
 * The row of headings among the first rows that are not blank: the first, unless it and those after it have one or two cells like a
 * title and a row of words with twice as many cells follows.
 */
export const headingsAmong = (rows: readonly SpreadsheetRow[]): number => {
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const at = looked.findIndex(({ cells, broken }) => broken === undefined && looksLikeHeadings(cells));
  if (at <= 0) return 0;
  const needed = filledIn(looked[at]!.cells);
  return looked.slice(0, at).every(({ cells }) => isTitle(filledIn(cells), needed)) ? at : 0;
};

const isTitle = (cells: number, ofHeadings: number): boolean =>
  cells * 3 <= ofHeadings || (cells <= 2 && cells * 2 < ofHeadings);

const looksLikeHeadings = (cells: readonly string[]): boolean => {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const unlike = words.filter(
    (word) => word.length > 80 || !/\p{L}/u.test(word) || /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/.test(word),
  );
  return words.length >= CELLS_OF_HEADINGS && unlike.length === 0;
};

const TOTAL = /^(?:grand |sub-? ?)?totals?\b|^(?:sum|count)\b:?$/i;

/** A row that begins with "Total" and else holds nothing but figures. */
export const isTotal = (cells: readonly string[]): boolean => {
  const [first, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    first !== undefined &&
    first.length <= 40 &&
    TOTAL.test(first) &&
    others.every((cell) => /^[£(-]?[\d,.\s]+[)%]?$/.test(cell))
  );
};
