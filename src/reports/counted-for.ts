import { type AskedBy, seesAll } from '../access/asker.js';
import { caseNotKeptByDeath } from '../disputes/after-death.js';
import { countsWithoutNames } from '../disputes/restriction.js';
import { keptFor, NOT_KEPT_FROM } from '../disputes/set-aside.js';
import type { FinancialYear } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Reading } from '../reading/reading.js';

/**
 * The reading of somebody who counts. A record that is restricted to others, or set aside because the child has died, is in none of their figures: a count with more in it than
 * the list behind it would say that there is something they may not know. Published figures, and the returns of those who are shown no
 * child and no word, count it, and {@link restrictedCounted} says so.
 * @param now the reading of today, which says what is hidden, where figures of an earlier day are read
 */
export const countedFor = (asker: AskedBy, reading: Reading, now: Reading = reading): Reading => {
  if (seesAll(asker) || countsWithoutNames(asker)) return reading;
  const hidden = now.readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM dispute_register AS register WHERE NOT ${NOT_KEPT_FROM}
        UNION ALL SELECT given.reference FROM acknowledgement_register AS given
          WHERE NOT ${caseNotKeptByDeath('given.reference')}`,
      keptFor(asker, londonDate(now.now)),
    )
    .map(({ reference }) => reference);
  return hidden.length === 0 ? reading : { ...reading, readModels: without(hidden, reading.readModels) };
};

/** The note on a figure that counts restricted records; empty if there are none. */
export const restrictedCounted = (
  asker: AskedBy,
  year: FinancialYear,
  { readModels }: Pick<Reading, 'readModels'>,
): string[] => {
  if (!seesAll(asker) && !countsWithoutNames(asker)) return [];
  const { restricted } = readModels.get<{ restricted: number }>(
    `SELECT count(*) AS restricted FROM counted_register
      WHERE year = :year AND restricted_to IS NOT NULL AND kind <> 'conversation' AND status <> 'voided'`,
    { year },
  )!;
  if (restricted === 0) return [];
  const records = restricted === 1 ? '1 record is' : `${restricted} records are`;
  return [`${records} restricted to named readers: counted here, and in nobody else’s figures but those readers’ own`];
};

/** Queries name the registers as ever; the names stand for their rows without the hidden ones. */
const without = (hidden: readonly string[], readModels: ReadModels): ReadModels => {
  const references = hidden.map((reference) => `'${reference.replaceAll("'", "''")}'`).join(', ');
  const registers = ['dispute_register', 'counted_register', 'acknowledgement_register']
    .map((name) => `${name} AS NOT MATERIALIZED (SELECT * FROM main.${name} WHERE reference NOT IN (${references}))`)
    .join(', ');
  const narrowed = (sql: string): string => {
    const [, rest] = /^\s*WITH\s+([\s\S]*)$/i.exec(sql) ?? [];
    return rest === undefined ? `WITH ${registers} ${sql}` : `WITH ${registers}, ${rest}`;
  };
  return {
    all: (sql, parameters) => readModels.all(narrowed(sql), parameters),
    get: (sql, parameters) => readModels.get(narrowed(sql), parameters),
    waitFor: (position, milliseconds) => readModels.waitFor(position, milliseconds),
    status: () => readModels.status(),
    revisionOf: (names) => readModels.revisionOf(names),
    progress: () => readModels.progress(),
  };
};
