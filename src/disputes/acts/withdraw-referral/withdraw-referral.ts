import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { referralWithCafcass, standingReferral } from '../../referrals.js';
import { invalid, mustBeRaised, mustNotBeInFuture, mustNotBeReferredByAnother, mustSay } from '../../rules.js';
import { mustBeAReferrer } from '../refer-to-cafcass/refer-to-cafcass.js';

export interface WithdrawReferral {
  type: 'withdraw-referral';
  withdrawnOn: LocalDate;
  reason: string;
}

/**
 * Withdraws a referral that Cafcass has, for the person who referred it, the IRO who holds the dispute or the IRO manager. It was sent, so
 * it stays on record and is counted; one that was never sent is taken back (acts/take-back-entry). The ladder runs on, and the case may be
 * referred again. Nobody withdraws what Cafcass has ended: how it ended it would be on record no more.
 *
 * @throws Refusal `not-referred`, `cafcass-has-finished`, `referring-not-yours`, `referral-of-another`, `withdrawn-before-referral`
 */
export const withdrawReferral = (
  act: WithdrawReferral,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  if (context.actor.role !== 'iro-manager') mustBeAReferrer(matter, context);
  mustSay(act.reason, 'why the referral is withdrawn');
  const referral = standingReferral(matter) ?? refuse('not-referred', 'Cafcass has no referral of this that stands.');
  mustNotBeReferredByAnother(matter, referral, context);
  if (referralWithCafcass(matter) === null) {
    refuse(
      'cafcass-has-finished',
      'Cafcass has finished with this referral, so there is nothing to withdraw. If its reply was written down by mistake, take that entry back first.',
    );
  }
  mustNotBeInFuture(act.withdrawnOn, context.today, 'The day it was withdrawn');
  if (act.withdrawnOn < referral.sentOn) {
    invalid('withdrawn-before-referral', `The referral was sent on ${referral.sentOn}; it cannot be withdrawn before.`);
  }
  const { withdrawnOn, reason } = act;
  return [{ type: 'CafcassReferralWithdrawn', data: { withdrawnOn, reason } }];
};

export const withdrawReferralAct = disputeAct({
  type: 'withdraw-referral',
  decide: withdrawReferral,
  route: 'withdraw-referral',
  sample: ({ today }): WithdrawReferral => ({ type: 'withdraw-referral', withdrawnOn: today, reason: WORDS }),
  events: {
    CafcassReferralWithdrawn: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} withdrew the referral to Cafcass${dated('on', data.withdrawnOn)}.`,
    },
  },
});
