import type { Asker } from '../access/asker.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { visibleDisputes } from '../disputes/list/visible-disputes.js';
import { NOT_HIDDEN } from '../disputes/restriction.js';
import type { Extent } from '../disputes/read/dispute-view.js';
import type { Instant } from '../calendar/calendar.js';
import type { ReadModels } from '../platform/projections/projection.js';

/** Which of a year's disputes a reader may see: the figures count them all, the lists behind them name these. */
export const visibleReferences = (
  asker: Asker,
  { readModels, directory, now }: { readModels: ReadModels; directory: Directory; now: Instant },
): { readonly references: ReadonlySet<string>; readonly extent: Extent } => {
  const { sql, parameters, extent } = visibleDisputes(asker, directory, londonDate(now));
  const rows = readModels.all<{ reference: string }>(
    `SELECT reference FROM dispute_register AS register WHERE ${sql}`,
    parameters,
  );
  return { references: new Set(rows.map(({ reference }) => reference)), extent };
};

/** The records that are not there for a reader, whatever else they may see. */
export const restrictedToOthers = (
  { person }: Asker,
  { readModels }: { readModels: ReadModels },
): ReadonlySet<string> => {
  const rows = readModels.all<{ reference: string }>(
    `SELECT register.reference FROM dispute_register AS register WHERE NOT ${NOT_HIDDEN}`,
    { myself: person },
  );
  return new Set(rows.map(({ reference }) => reference));
};

/** The same report, every list in it narrowed to what its reader may see; the counts stay. */
export const narrowedTo = <Report>(report: Report, visible: ReadonlySet<string>): Report =>
  JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    key === 'references' ? (value as string[]).filter((reference) => visible.has(reference)) : value,
  ) as Report;
