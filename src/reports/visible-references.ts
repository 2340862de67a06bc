import { relationsThatMay } from '../access/access-table.js';
import { type AskedBy, seesAll } from '../access/asker.js';
import { visibleAcknowledgements } from '../acknowledgements/list/visible-acknowledgements.js';
import { londonDate } from '../calendar/dates.js';
import { visibleDisputes } from '../disputes/list/visible-disputes.js';
import type { Extent, Extents } from '../disputes/read/what-a-reader-sees.js';
import type { Reading } from '../reading/reading.js';

/** References of records, as far as they are to be shown. */
export type References = Pick<ReadonlySet<string>, 'has'>;

const ALL: References = { has: () => true };

/** The disputes of a year that a reader may see: the figures count them all, the lists behind them name these. */
export const visibleReferences = (
  asker: AskedBy,
  { readModels, directory, now }: Pick<Reading, 'readModels' | 'directory' | 'now'>,
): { readonly references: References; readonly extent: Extent } => {
  if (seesAll(asker)) return { references: ALL, extent: 'full' };
  const { sql, parameters, extent } = visibleDisputes(asker, directory, londonDate(now));
  const rows = readModels.all<{ reference: string }>(
    `SELECT reference FROM dispute_register AS register WHERE ${sql}`,
    parameters,
  );
  return { references: new Set(rows.map(({ reference }) => reference)), extent };
};

/**
 * The records of a year that its reader may go on to from a figure: disputes that they can open, and those of which they are shown where they
 * stand; acknowledgements that they can open, or all of them for whoever counts all disputes.
 */
export const referencesBehind = (
  asker: AskedBy,
  reading: Pick<Reading, 'readModels' | 'directory' | 'now'>,
): References => {
  const { references: opened } = visibleReferences(asker, reading);
  if (seesAll(asker)) return opened;
  const { sql, parameters } = visibleDisputes(asker, reading.directory, londonDate(reading.now), STANDING);
  const standing = new Set(
    reading.readModels
      .all<{ reference: string }>(`SELECT reference FROM dispute_register AS register WHERE ${sql}`, parameters)
      .map(({ reference }) => reference),
  );
  const given = acknowledgementsBehind(asker, reading);
  return { has: (reference) => opened.has(reference) || standing.has(reference) || given.has(reference) };
};

const acknowledgementsBehind = (
  asker: AskedBy,
  { readModels, directory, now }: Pick<Reading, 'readModels' | 'directory' | 'now'>,
): References => {
  const { sql, parameters } = countsEvery(asker)
    ? { sql: '1', parameters: {} }
    : visibleAcknowledgements(asker, directory, londonDate(now));
  return new Set(
    readModels
      .all<{
        reference: string;
      }>(`SELECT reference FROM acknowledgement_register AS register WHERE ${sql}`, parameters)
      .map(({ reference }) => reference),
  );
};

/** Leaders, who count all disputes and see where every one stands, are shown every acknowledgement that they count: theme, team and day. */
export const countsEvery = (asker: AskedBy): boolean =>
  seesAll(asker) || asker.posts.some(({ kind }) => relationsThatMay('dispute.read-standing', kind).includes('any'));

/** The right to the standing of a dispute, without a word that was written. */
export const STANDING: Extents = [['dispute.read-standing', 'outline']];

/** The same report, every list in it narrowed to what its reader may see; the counts stay. */
export const narrowedTo = <Report>(report: Report, visible: References): Report =>
  (visible === ALL ? report : narrowed(report, visible)) as Report;

const narrowed = (part: unknown, visible: References): unknown => {
  if (Array.isArray(part)) return part.map((each) => narrowed(each, visible));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'references'
        ? (value as string[]).filter((reference) => visible.has(reference))
        : narrowed(value, visible),
    ]),
  );
};
