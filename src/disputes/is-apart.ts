import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { ReadModels } from '../platform/projections/projection.js';

/**
 * Whether children had an IRO on the day on which a dispute about them was raised, and none of them was ever with the person who holds it:
 * somebody named that holder to it, so that it does not go to whoever gets the child.
 */
export const isApartFrom = (
  children: readonly string[],
  { heldBy, raisedOn }: { readonly heldBy: string; readonly raisedOn: LocalDate },
  { readModels, directory, today }: { readModels: ReadModels; directory: Directory; today: LocalDate },
): boolean =>
  children.some((child) => (directory.child(child, raisedOn)?.iro ?? null) !== null) &&
  readModels.get(
    `SELECT child FROM child_allocations
      WHERE child IN (SELECT value FROM json_each(:children)) AND iro = :heldBy AND ("from" IS NULL OR "from" <= :today)`,
    { children: JSON.stringify(children), heldBy, today },
  ) === undefined;
