import { disputeAct, WORDS } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import type { Discussed, DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { isTheIroOf, mustBeAllowedToTakeBack, mustBeOpen, mustSay, notYours } from '../../rules.js';

export interface Withdraw {
  type: 'withdraw';
  reason: string;
}

/**
 * The facts were wrong, or it no longer matters: counted as raised and as withdrawn, never deleted. A conversation that never took place, or
 * was recorded twice, is withdrawn too: from then on it is counted nowhere, and nothing begins from it.
 *
 * @throws Refusal `taking-back-not-yours`
 */
export const withdraw = (act: Withdraw, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  if (state.status === 'discussed') mustBeWithThem(state, context);
  else mustBeAllowedToTakeBack(mustBeOpen(state), context);
  mustSay(act.reason, 'why it is withdrawn');
  return [{ type: 'DisputeWithdrawn', data: { reason: act.reason } }];
};

const mustBeWithThem = (conversation: Discussed, context: DisputeContext): void => {
  if (!isTheIroOf(conversation, context))
    notYours(
      'taking-back-not-yours',
      'Only the IRO with whom this conversation is, or whoever covers for them, can withdraw it. You can add a note.',
    );
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
