import { disputeAct, WORDS } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, isFrozen } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { goingOn } from '../unfreeze/unfreeze.js';
import { mustBeAllowedToClose, mustBeOpen, mustHaveLeftCare, mustSay } from '../../rules.js';

/** The child has left care and it goes on all the same: decided, as the ending would be. */
export interface ContinueAfterCare {
  type: 'continue-after-care';
  reason: string;
}

/**
 * The child is no longer looked after, and it has been decided that the dispute goes on all the same, as a matter of leaving care. It
 * changes nothing else: the stage, its clock and those asked stay as they are (domain brief 4.6). One that a death has frozen goes on with
 * it, so that one decision is enough.
 *
 * @throws Refusal `closing-not-yours`, `still-in-care`, `never-in-care`, `nobody-on-the-list-answers`
 */
export const continueAfterCare = (
  act: ContinueAfterCare,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeAllowedToClose(matter, context, 'continue');
  mustSay(act.reason, 'why it is continued');
  mustHaveLeftCare(matter, context);
  const continued: DisputeEvent = { type: 'ContinuedAfterCare', data: { reason: act.reason } };
  return isFrozen(matter) ? [continued, ...goingOn(matter, act.reason, context)] : [continued];
};

export const continueAfterCareAct = disputeAct({
  type: 'continue-after-care',
  decide: continueAfterCare,
  route: 'continue-after-care',
  sample: (): ContinueAfterCare => ({ type: 'continue-after-care', reason: WORDS }),
  events: {
    ContinuedAfterCare: {
      version: 1,
      sentence: ({ who, words }) => `${who} continued the ${words.dispute} after the child had left care.`,
    },
  },
});
