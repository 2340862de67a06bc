import { disputeAct, WORDS } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAllowedToTakeBack, mustBeOpen, mustSay } from '../../rules.js';

export interface Withdraw {
  type: 'withdraw';
  reason: string;
}

/**
 * The facts were wrong, or it no longer matters: counted as raised and as withdrawn, never deleted.
 *
 * @throws Refusal `taking-back-not-yours`
 */
export const withdraw = (act: Withdraw, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  mustBeAllowedToTakeBack(mustBeOpen(state), context);
  mustSay(act.reason, 'why it is withdrawn');
  return [{ type: 'DisputeWithdrawn', data: { reason: act.reason } }];
};

export const withdrawAct = disputeAct({
  type: 'withdraw',
  decide: withdraw,
  route: 'withdraw',
  sample: (): Withdraw => ({ type: 'withdraw', reason: WORDS }),
  events: {
    DisputeWithdrawn: { version: 1, sentence: ({ who, words }) => `${who} withdrew the ${words.dispute}.` },
  },
});
