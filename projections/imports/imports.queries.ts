import type { LocalDate } from '../../src/calendar/calendar.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import type { Coverage, ImportStarted } from '../../src/register/events.js';
import type { ImportRow } from './imports.js';

/** An import, and how many of its rows are really there. */
export interface ImportListed {
  readonly importId: string;
  readonly status: ImportRow['status'];
  readonly files: ImportStarted['files'];
  readonly rowsExpected: number;
  /** Counted from the registers: an import cut short has fewer than expected, a withdrawn one none. */
  readonly rowsCounted: number;
  readonly covers: readonly Coverage[];
  readonly startedOn: LocalDate;
  readonly finishedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
}

/** All imports, the newest first. */
export const listImports = (readModels: ReadModels): ImportListed[] =>
  readModels
    .all<Omit<ImportListed, 'files' | 'covers'> & { files: string; covers: string }>(
      `SELECT import_id AS importId, status, files, rows_expected AS rowsExpected,
              (SELECT count(*) FROM dispute_register WHERE dispute_register.import_id = imports.import_id)
              + (SELECT count(*) FROM acknowledgement_register
                 WHERE acknowledgement_register.import_id = imports.import_id) AS rowsCounted,
              covers, started_on AS startedOn, finished_on AS finishedOn, withdrawn_on AS withdrawnOn
       FROM imports ORDER BY started_on DESC, import_id`,
    )
    .map((row) => ({
      ...row,
      files: JSON.parse(row.files) as ImportListed['files'],
      covers: JSON.parse(row.covers) as Coverage[],
    }));
