import type { ReadModels } from '../../platform/projections/projection.js';

/** Whether a dispute is void: it stands in the register and counts no more. */
export const isVoid = (readModels: ReadModels, reference: string): boolean =>
  readModels.get<{ reference: string }>(
    `SELECT reference FROM dispute_register WHERE reference = ? AND outcome = 'VOID'`,
    [reference],
  ) !== undefined;

/** Whether an informal dispute goes on, or is continued in another formal one than this. */
export const isContinuedElsewhere = (readModels: ReadModels, informal: string, formal: string): boolean =>
  readModels.get<{ reference: string }>(
    `SELECT reference FROM dispute_register
      WHERE reference = :informal AND (status <> 'formalised' OR formalised_by IS NOT :formal)`,
    { informal, formal },
  ) !== undefined;
