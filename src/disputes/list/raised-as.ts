import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';

/** The day on which a dispute was raised, and all that it raises again, in one step or in several; null where there is none. */
export const raisedAs = (
  readModels: ReadModels,
  reference: string,
): { readonly raisedOn: LocalDate; readonly raisesAgain: readonly string[] } | null => {
  const found = readModels.get<{ raisedOn: LocalDate | null }>(
    'SELECT raised_on AS raisedOn FROM dispute_register WHERE reference = ?',
    [reference],
  );
  if (found === undefined || found.raisedOn === null) return null;
  // UNION and not UNION ALL: an imported register may say that two raise each other again.
  const earlier = readModels.all<{ reference: string }>(
    `WITH RECURSIVE earlier(reference) AS (
       SELECT re_raises FROM dispute_register WHERE reference = :reference
       UNION SELECT register.re_raises FROM dispute_register AS register JOIN earlier ON earlier.reference = register.reference)
     SELECT reference FROM earlier WHERE reference IS NOT NULL`,
    { reference },
  );
  return { raisedOn: found.raisedOn, raisesAgain: earlier.map((each) => each.reference) };
};
