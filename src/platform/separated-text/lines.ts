import type { Line } from './text-row.js';

/** A file put together from several may end its lines in more than one way. */
const LINE_BREAK = /\r\n|\n|\r/g;

/** Cuts a text into its lines, whatever pieces it comes in. A line break at the very end begins no further line. */
export class LineCutter {
  private rest = '';

  /** The lines that are whole once this piece has come. */
  *piece(text: string): Generator<Line> {
    const all = this.rest + text;
    let from = 0;
    for (const { 0: lineBreak, index } of all.matchAll(LINE_BREAK)) {
      // The line feed that belongs to a carriage return may be in the next piece.
      if (lineBreak === '\r' && index === all.length - 1) break;
      yield { text: all.slice(from, index), lineBreak };
      from = index + lineBreak.length;
    }
    this.rest = all.slice(from);
  }

  *end(): Generator<Line> {
    const { rest } = this;
    this.rest = '';
    if (rest.endsWith('\r')) yield { text: rest.slice(0, -1), lineBreak: '\r' };
    else if (rest !== '') yield { text: rest, lineBreak: '' };
  }
}
