/** One row of a text in which a separator stands between two cells. */
export interface TextRow {
  /** Line of the file on which it begins; the first line is 1. */
  readonly line: number;
  /** How many lines it takes: more than one where a quoted cell has line breaks in it. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** Line on which the quotation mark opens for which nobody can say whether this row is one row, or a part of another one's text. */
  readonly doubtfulSince?: number;
}

/** A physical line without its line break, and the line break itself: empty at the end of a file. */
export interface Line {
  readonly text: string;
  readonly lineBreak: string;
}
