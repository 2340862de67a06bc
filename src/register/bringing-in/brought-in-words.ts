import type { ImportOutcome } from '../import/import-register.js';

/** The message that the next page shows once. */
export const broughtInWords = ({ importId, rowsWritten }: ImportOutcome): string => {
  if (importId === null) return 'Nothing new: everything in these files is on record already.';
  return `Read in: ${rowsWritten} ${rowsWritten === 1 ? 'record' : 'records'}.`;
};
