import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { standingReferral } from '../../referrals.js';
import { invalid, mustBeRaised, mustNotBeInFuture, mustNotBeReferredByAnother } from '../../rules.js';
import { disputeAct } from '../dispute-act.js';

export interface SendMoreToCafcass {
  type: 'send-more-to-cafcass';
  sentOn: LocalDate;
}

/**
 * What Cafcass asked for was sent under the referral that stands. The day alone is kept: what was sent is between the IRO and Cafcass.
 *
 * @throws Refusal `nothing-asked-for`, `referral-of-another`, `sent-before-asked`
 */
export const sendMoreToCafcass = (
  { sentOn }: SendMoreToCafcass,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  const referral = standingReferral(matter);
  if (referral?.reply !== 'asks-for-more' || referral.repliedOn === null)
    return refuse(
      'nothing-asked-for',
      'Cafcass has not asked for more. Record its reply first, or add a note of what you send.',
    );
  mustNotBeReferredByAnother(matter, referral, context);
  mustNotBeInFuture(sentOn, context.today, 'The day it was sent');
  if (sentOn < referral.repliedOn)
    invalid('sent-before-asked', `Cafcass asked for more on ${referral.repliedOn}; it cannot have been sent before.`);
  return referral.moreSentOn === sentOn ? [] : [{ type: 'MoreSentToCafcass', data: { sentOn } }];
};

export const sendMoreToCafcassAct = disputeAct({
  type: 'send-more-to-cafcass',
  decide: sendMoreToCafcass,
  route: 'send-more-to-cafcass',
  sample: ({ today }): SendMoreToCafcass => ({ type: 'send-more-to-cafcass', sentOn: today }),
  events: {
    MoreSentToCafcass: {
      version: 1,
      sentence: ({ dated, data }) => `What Cafcass asked for was sent${dated('on', data.sentOn)}.`,
    },
  },
});
