/** The result of a reader of one format; the headings are still among its rows. */
export interface Sheet {
  readonly rows: AsyncIterable<SpreadsheetRow>;
  readonly sha256: string;
  readonly notes: readonly string[];
}

export interface SpreadsheetRow {
  /** The number at the edge of the spreadsheet; the headings are usually row 1. */
  readonly row: number;
  /** One for each heading, in their order; a date cell as `2021-04-30`, a blank one as an empty string. */
  readonly cells: readonly string[];
  /** The reason why this row cannot be trusted to be one row, if so. */
  readonly broken?: { readonly found: string; readonly reason: string };
}

/** A file that cannot be read as a register at all, in one sentence for the person who named it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
