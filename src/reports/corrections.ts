import type { FinancialYear } from '../calendar/calendar.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { RegisterKind } from '../register/events.js';
import type { RecordsKept } from './coverage.js';

/** Rows of a register that were corrected after they had been read in, by what was said of it. */
export interface Corrections {
  readonly kind: RegisterKind;
  /** "2 rows corrected after they were read in: Miscoded at entry". */
  readonly note: string;
}

/** A figure that is not what it was says so, and why. */
export const correctionsIn = (
  year: FinancialYear,
  kinds: readonly RegisterKind[],
  readModels: ReadModels,
  { isReadOutside }: Pick<RecordsKept, 'isReadOutside'>,
): Corrections[] =>
  readModels
    .all<{ kind: RegisterKind; reason: string; rows: number }>(
      `SELECT record.kind, correction.value AS reason, count(*) AS rows
         FROM (SELECT kind, year, corrected_because FROM counted_register
               UNION ALL SELECT 'acknowledgement', year, corrected_because FROM acknowledgement_register) AS record
         JOIN json_each(record.corrected_because) AS correction
        WHERE record.year = :year AND record.kind IN (SELECT value FROM json_each(:kinds))
        GROUP BY record.kind, correction.value ORDER BY record.kind DESC, correction.value`,
      { year, kinds: JSON.stringify(kinds) },
    )
    .map(({ kind, reason, rows }) => ({
      kind,
      note: isReadOutside
        ? 'rows were corrected after being read in'
        : `${rows} ${rows === 1 ? 'row' : 'rows'} corrected after being read in: ${reason.replace(/\.+$/, '')}`,
    }));
