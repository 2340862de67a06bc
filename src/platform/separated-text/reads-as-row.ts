/** Cells of a line, cut at every separator, quoted or not: enough to compare two lines. */
export const roughCells = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => cell.trim().replace(/^"+|"+$/g, ''));

/** A text of this length or less may be a number, a reference or a date; a longer one is prose. */
const LONGEST_TELLING = 40;

/**
 * Whether a line reads as a row by itself, beside the line on which its record begins: cells with figures in them (references, record
 * numbers, dates) are written alike in two rows of one register, and not in two lines of one text, however many separators it has.
 * @param width cells of the widest row that was read without doubt
 */
export const readsAsRow = (cells: readonly string[], beside: readonly string[], width: number): boolean => {
  if (cells.length < 2) return false;
  const telling = [...beside.keys()].filter((at) => at < cells.length && isTelling(beside[at]!));
  if (telling.length === 0) return cells.length >= width;
  const alike = telling.filter((at) => shapeOf(cells[at]!) === shapeOf(beside[at]!));
  if (alike.length >= 2) return true;
  const first = alike[0] === telling[0];
  return first && cells.length * 2 >= width;
};

/**
 * How the cells with figures in them are written in the rows that were read without doubt, column by column: a line that is written so in
 * two columns is a row, also beside one that is written otherwise.
 */
export class ShapesSeen {
  private readonly columns: Set<string>[] = [];

  see(cells: readonly string[]): void {
    for (const [at, cell] of cells.entries()) {
      const shapes = (this.columns[at] ??= new Set());
      if (shapes.size < MOST_SHAPES && isTelling(cell)) shapes.add(shapeOf(cell));
    }
  }

  knowsAsRow(cells: readonly string[]): boolean {
    const known = cells.filter((cell, at) => isTelling(cell) && this.columns[at]?.has(shapeOf(cell)));
    return known.length >= 2;
  }
}

/** A column with more is one of texts. */
const MOST_SHAPES = 100;

const isTelling = (cell: string): boolean => cell.length <= LONGEST_TELLING && /\d/.test(cell);

const DATE = /^\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}(?=$|[ T,])/i;

const shapeOf = (cell: string): string =>
  DATE.test(cell.trim())
    ? 'date'
    : cell
        .trim()
        .replace(/\d+/g, '9')
        .replace(/\p{L}+/gu, 'a');
