import { BYTE_ORDER_MARK, csvLines } from '../export/csv.js';
import type { CheckedFile } from './check.js';

const WHY = 'Refused because';

/**
 * The refused rows of files with the same headings as CSV, each with why it is refused, so that they can be mended and read in. The column
 * with the reasons is not read.
 */
export const refusedRowsOf = (
  files: readonly Pick<CheckedFile, 'name' | 'headings' | 'refused' | 'refusedCells'>[],
): string => {
  const headings = [...(files[0]?.headings ?? []), WHY];
  const rows = files.flatMap(({ name, refused, refusedCells }) =>
    refusedCells.map((cells, index) => {
      const { row, column, reason } = refused[index]!;
      return [...cells, `${name}, row ${row}, ${column}: ${reason}`];
    }),
  );
  return BYTE_ORDER_MARK + csvLines([headings, ...rows]);
};
