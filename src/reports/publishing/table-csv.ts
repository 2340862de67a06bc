import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { TableWritten } from './table-ods.js';

/** One table of a report for a spreadsheet, as it is printed: a hidden figure is "c" there too. Its notes stand below it. */
export const tableCsv = ({ title, columns, rows, notes }: TableWritten): string =>
  BYTE_ORDER_MARK +
  csvLines([
    [title, ...columns],
    ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell === null ? 'not known' : String(cell)))]),
    ...notes.map((note) => [note, ...columns.map(() => '')]),
  ]);
