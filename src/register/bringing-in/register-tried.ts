import type { CheckedFile, CheckedRegister, RefusedRow } from '../check/check.js';
import type { Coverage } from '../events.js';
import { proposedCoverage } from '../import/coverage.js';
import type { RefusedRowDto, RegisterFileTriedDto, RegisterTriedDto } from './register-files.dto.js';

/**
 * The result that an import of checked files would have.
 * @param said what a person says that the register speaks for; null where that is taken from its rows
 * @param withCells whether the reader may see what stands in the cells of a refused row
 */
export const registerTried = (
  checked: CheckedRegister,
  said: readonly Coverage[] | null,
  withCells: boolean,
): RegisterTriedDto => {
  const { covers, outliers, doubts } =
    said === null ? proposedCoverage(checked) : { covers: said, outliers: [], doubts: [] };
  const files = checked.files.map((file) => fileTried(file, withCells));
  return {
    files,
    accepted: files.reduce((sum, { accepted }) => sum + accepted, 0),
    newRecords: checked.rows.filter(({ importedBy }) => importedBy === null).length,
    remarks: checked.notes,
    ...{ covers, outliers, doubts },
  };
};

const fileTried = (file: CheckedFile, withCells: boolean): RegisterFileTriedDto => {
  const { name, holds, rows, accepted, together, duplicates, passedOver, refused } = file;
  const { titles, totals, headingsAgain, blank } = passedOver;
  return {
    ...{ file: name, holds, rows, accepted, together: together.length },
    duplicates: duplicates.map(({ row }) => row),
    passedOver: titles.length + totals.length + headingsAgain.length + blank,
    refused: refused.map((row) => refusedRow(row, withCells)),
  };
};

const refusedRow = ({ row, reference, column, found, reason }: RefusedRow, withCells: boolean): RefusedRowDto => ({
  ...{ row, column, reason },
  ownReference: withCells ? reference : null,
  found: withCells ? found : null,
});
