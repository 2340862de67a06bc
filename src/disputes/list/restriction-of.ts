import type { ReadModels } from '../../platform/projections/projection.js';
import type { DisputeContext } from '../context.js';

/** The people who may read a restricted dispute; null for one that is not restricted, or does not exist. */
export const restrictionOf = (
  readModels: ReadModels,
  reference: string,
): ReturnType<NonNullable<DisputeContext['restrictionOf']>> => {
  const row = readModels.get<{ held_by: string | null; restricted_to: string }>(
    'SELECT held_by, restricted_to FROM dispute_register WHERE reference = ? AND restricted_to IS NOT NULL',
    [reference],
  );
  return row === undefined ? null : { heldBy: row.held_by, restrictedTo: JSON.parse(row.restricted_to) as string[] };
};
