import { refuse } from '../../platform/decider.js';
import type { RecordCafcassReply } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { invalid, mustBeOnTheAskingSide, mustBeRaised, mustNotBeInFuture, protocolOf } from '../rules.js';

/**
 * What Cafcass said. It changes nothing by itself: what follows is for the IRO.
 *
 * @throws Refusal `not-referred`, `reply-before-referral`
 */
export const recordCafcassReply = (
  act: RecordCafcassReply,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOnTheAskingSide(protocolOf(matter, context), context);
  const referral =
    matter.lastReferral ?? refuse('not-referred', 'This has not been referred to Cafcass. Record the referral first.');
  mustNotBeInFuture(act.repliedOn, context.today, 'The day of the reply');
  if (act.repliedOn < referral.sentOn) {
    invalid('reply-before-referral', `The referral was sent on ${referral.sentOn}; the reply cannot be earlier.`);
  }
  const { repliedOn, reply, summary } = act;
  return [{ type: 'CafcassReplied', data: { repliedOn, reply, summary } }];
};
