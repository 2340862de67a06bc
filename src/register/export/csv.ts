import { stringify } from 'csv-stringify/sync';
import { harmless } from '../rows/formulas.js';

/** Lines as spreadsheet programs write them, every text quoted and no text able to run as a formula. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(harmless)),
    { record_delimiter: 'windows', quoted: true },
  );

/** Tells spreadsheet programs that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
