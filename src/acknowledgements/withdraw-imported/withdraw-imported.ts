import { mustSay, refuse } from '../../platform/decider.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';

type WithdrawImported = Extract<AcknowledgementAct, { type: 'withdraw-imported' }>;

/**
 * The row goes with its whole import.
 *
 * @throws Refusal `not-imported`, `another-import`
 */
export const withdrawImported = (act: WithdrawImported, state: AcknowledgementState): AcknowledgementEvent[] => {
  if (state.status !== 'imported') {
    return refuse('not-imported', 'Only a row of an imported register goes with its import.');
  }
  mustSay(act.reason, 'why the import is withdrawn');
  if (act.importId !== state.importId) refuse('another-import', 'This row came with another import.');
  return [{ type: 'ImportedAcknowledgementWithdrawn', data: { importId: act.importId, reason: act.reason } }];
};
