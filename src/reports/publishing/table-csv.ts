import { BYTE_ORDER_MARK, csvLines } from '../../register/export/csv.js';
import type { FrozenTable } from './events.js';

/** One table of a report for a spreadsheet, as it is printed: a hidden figure is "c" there too. Its notes stand below it. */
export const tableCsv = ({ title, columns, rows, notes }: FrozenTable): string =>
  BYTE_ORDER_MARK +
  csvLines([
    [title, ...columns],
    ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell === null ? 'not known' : String(cell)))]),
    ...notes.map((note) => [note, ...columns.map(() => '')]),
  ]);
