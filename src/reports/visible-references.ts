import { type AskedBy, seesAll } from '../access/asker.js';
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
 * The disputes of a year that its reader may go on to from a figure: those that they can open, and those of which they are shown where they
 * stand.
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
  return { has: (reference) => opened.has(reference) || standing.has(reference) };
};

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
