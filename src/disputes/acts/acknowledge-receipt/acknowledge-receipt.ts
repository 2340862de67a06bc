import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustAwaitAnswer, mustBeOpen, notYours, postAnswering } from '../../rules.js';

/** Those asked say that it has reached them. */
export interface AcknowledgeReceipt {
  type: 'acknowledge-receipt';
  /** A word with it: who looks into it, when to expect an answer. */
  note: string | null;
}

/**
 * Those asked say that it has reached them. It answers nothing, and the clock of the answer runs on.
 *
 * @throws Refusal `receipt-not-yours`, `already-acknowledged`, `already-answered`
 */
export const acknowledgeReceipt = (
  act: AcknowledgeReceipt,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const round = mustAwaitAnswer(mustBeOpen(state), context);
  const role = postAnswering(round, context);
  if (role === null) return notYours('receipt-not-yours', 'Only those it is addressed to acknowledge receipt.');
  if (round.acknowledgedAt !== null) {
    refuse('already-acknowledged', 'Receipt of this stage has been acknowledged. Answer when you can.');
  }
  return [{ type: 'ReceiptAcknowledged', data: { round: round.number, role, note: act.note } }];
};

export const acknowledgeReceiptAct = disputeAct({
  type: 'acknowledge-receipt',
  decide: acknowledgeReceipt,
  route: 'acknowledge-receipt',
  sample: (): AcknowledgeReceipt => ({ type: 'acknowledge-receipt', note: null }),
  events: {
    ReceiptAcknowledged: {
      version: 1,
      sentence: ({ who, words }) => `${who} acknowledged receipt of the ${words.dispute}.`,
    },
  },
});
