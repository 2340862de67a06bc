import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustSay } from '../../rules.js';

/** The whole import is withdrawn; each of its rows says so in its own stream. */
export interface WithdrawImported {
  type: 'withdraw-imported';
  importId: string;
  reason: string;
}

/**
 * The row goes with its whole import. One that a person has taken on is a living dispute and stays.
 *
 * @throws Refusal `not-imported`, `another-import`
 */
export const withdrawImported = (act: WithdrawImported, state: DisputeState): DisputeEvent[] => {
  if (state.status !== 'imported') {
    return refuse('not-imported', 'Only a row of an imported register that nobody has taken on goes with its import.');
  }
  mustSay(act.reason, 'why the import is withdrawn');
  if (act.importId !== state.importId) refuse('another-import', 'This row came with another import.');
  return [{ type: 'ImportedDisputeWithdrawn', data: { importId: act.importId, reason: act.reason } }];
};

export const withdrawImportedAct = disputeAct({
  type: 'withdraw-imported',
  decide: withdrawImported,
  route: null,
  events: {
    ImportedDisputeWithdrawn: {
      version: 1,
      sentence: ({ who }) => `${who} withdrew the row of the register with its whole import.`,
    },
  },
});
