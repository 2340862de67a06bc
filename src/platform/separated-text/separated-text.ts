import { LineCutter } from './lines.js';
import { readsAsRow, roughCells, ShapesSeen } from './reads-as-row.js';
import type { Line, TextRow } from './text-row.js';

/**
 * Cuts separated text into rows and accounts for every line of it. Cells may stand between quotation marks, also after spaces, and then
 * hold separators, line breaks and doubled quotation marks.
 *
 * It is not left to a library, because none says which lines a lone quotation mark has joined: a record is doubtful where text follows a
 * closing quotation mark, where the file ends before it, and where a line inside the quotation marks reads as a row by itself. The lines
 * of a doubtful record come as rows of their own, each marked, so that a register loses none of them.
 */
export class SeparatedText {
  private readonly record: Line[] = [];
  private row = new RowBeingRead(0);
  private line = 0;
  private width = 0;
  private readonly shapes = new ShapesSeen();

  constructor(private readonly separator: string) {}

  *read(line: Line): Generator<TextRow> {
    this.line++;
    if (this.record.length === 0) this.row = new RowBeingRead(this.line);
    this.record.push(line);
    const outcome = this.row.read(line, this.line, this.separator);
    if (outcome === 'open') return;
    yield* outcome === 'doubt' ? this.apart() : this.closed();
  }

  /** The cell and row that are still open where the text ends. */
  *end(): Generator<TextRow> {
    if (this.record.length > 0) yield* this.apart();
  }

  private *closed(): Generator<TextRow> {
    const { row, record } = this;
    const beside = this.besideFirstLine();
    const swallowed = record.slice(1).some(({ text }) => this.isRow(text, beside));
    if (swallowed) return yield* this.apart();
    this.width = Math.max(this.width, row.cells.length);
    this.shapes.see(row.cells);
    yield { line: row.line, lines: record.length, cells: row.cells };
    record.length = 0;
  }

  /** Each line of the record that reads as a row begins one; another line belongs to the row before it. */
  private *apart(): Generator<TextRow> {
    const beside = this.besideFirstLine();
    const rows: { line: number; lines: Line[] }[] = [];
    for (const [at, line] of this.record.entries()) {
      if (at === 0 || this.isRow(line.text, beside)) rows.push({ line: this.row.line + at, lines: [line] });
      else rows.at(-1)!.lines.push(line);
    }
    for (const { line, lines } of rows)
      yield { line, lines: lines.length, cells: this.roughRow(lines), doubtfulSince: this.row.quotedSince };
    this.record.length = 0;
  }

  private isRow(text: string, beside: readonly string[]): boolean {
    const cells = roughCells(text, this.separator);
    return readsAsRow(cells, beside, this.width) || this.shapes.knowsAsRow(cells);
  }

  /** The cells before the quotation mark, or the whole line where they say nothing. */
  private besideFirstLine(): string[] {
    const cells = roughCells(this.record[0]!.text, this.separator);
    const before = cells.slice(0, this.row.quotedAt);
    return before.some((cell) => /\d/.test(cell)) ? before : cells;
  }

  private roughRow(lines: readonly Line[]): string[] {
    const [first, ...others] = lines;
    const cells = roughCells(first!.text, this.separator);
    const rest = others.map(({ text }) => `\n${text}`).join('');
    return [...cells.slice(0, -1), cells.at(-1)! + rest];
  }
}

/** The cells of one record, as far as its lines have come. */
class RowBeingRead {
  readonly cells: string[] = [];
  /** Line and cell of the last quotation mark that opened. */
  quotedSince: number;
  quotedAt = 0;
  /** The text of a quoted cell so far; null outside of quotation marks. */
  private quoted: string | null = null;

  constructor(readonly line: number) {
    this.quotedSince = line;
  }

  read({ text, lineBreak }: Line, line: number, separator: string): 'open' | 'done' | 'doubt' {
    let at = 0;
    for (;;) {
      if (this.quoted === null) {
        const spaces = LEADING_SPACES.exec(text.slice(at))![0].length;
        if (text[at + spaces] !== '"') {
          const end = text.indexOf(separator, at);
          this.cells.push(end === -1 ? text.slice(at) : text.slice(at, end));
          if (end === -1) return 'done';
          at = end + separator.length;
          continue;
        }
        this.quoted = '';
        this.quotedSince = line;
        this.quotedAt = this.cells.length;
        at += spaces + 1;
      }
      const mark = text.indexOf('"', at);
      if (mark === -1) {
        this.quoted += text.slice(at) + lineBreak;
        return 'open';
      }
      this.quoted += text.slice(at, mark);
      at = mark + 1;
      if (text[at] === '"') {
        this.quoted += '"';
        at++;
        continue;
      }
      at += LEADING_SPACES.exec(text.slice(at))![0].length;
      if (at < text.length && !text.startsWith(separator, at)) return 'doubt';
      this.cells.push(this.quoted);
      this.quoted = null;
      if (at === text.length) return 'done';
      at += separator.length;
    }
  }
}

const LEADING_SPACES = /^ */;

/** Every row of a text that is held whole. */
export const rowsOfText = (text: string, separator: string): TextRow[] => {
  const cutter = new LineCutter();
  const rows = new SeparatedText(separator);
  const found: TextRow[] = [];
  for (const line of [...cutter.piece(text), ...cutter.end()]) found.push(...rows.read(line));
  return [...found, ...rows.end()];
};
