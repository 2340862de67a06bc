import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter } from '../../dispute.js';
import type { DisputeEvent, ImpactCode } from '../../events.js';
import { isContinuedByCafcass, standingReferral } from '../../referrals.js';
import { referralsOfTheMatter } from '../../referrals-of-the-matter.js';
import { mustSayWhatChanged } from '../resolve/resolve.js';
import { mustBeAllowedToClose, mustBeOpen, mustHaveLeftCare, mustSay } from '../../rules.js';

/** The child is no longer looked after, or Cafcass continues it: decided, never closed by itself. */
export interface EndOtherwise {
  type: 'end-otherwise';
  outcome: 'ENDED-CARE' | 'TO-CAF';
  reason: string;
  impact: ImpactCode[];
}

/**
 * The child is no longer looked after, or Cafcass continues it: decided by a person, never closed by itself. What the ending says must
 * the record.
 *
 * @throws Refusal `not-referred`, `cafcass-has-finished`, `still-in-care`, `never-in-care`, `closing-not-yours`, `impact-missing`
 */
export const endOtherwise = (act: EndOtherwise, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeAllowedToClose(matter, context);
  mustSay(act.reason, 'why it ends here');
  mustSayWhatChanged(act.impact);
  if (act.outcome === 'TO-CAF')
    mustBeContinuedByCafcass(referralsOfTheMatter(matter, context.referralsBeside?.(matter.reference) ?? []));
  if (act.outcome === 'ENDED-CARE') {
    mustHaveLeftCare(matter, context);
    mustLeaveNobodyInCare(matter, context);
  }
  return [{ type: 'DisputeEndedOtherwise', data: { outcome: act.outcome, reason: act.reason, impact: act.impact } }];
};

/** Of siblings each has left: for one who is still looked after it goes on. */
const mustLeaveNobodyInCare = ({ subject }: Matter, { isOneInCare }: DisputeContext): void => {
  if (isOneInCare?.(subject.children) !== true) return;
  refuse(
    'still-in-care',
    'The directory has one of these children in care still, so this does not end with care. Continue it, or end it in another way.',
  );
};

const mustBeContinuedByCafcass = (matter: Pick<Matter, 'referrals'>): void => {
  const { reply } =
    standingReferral(matter) ??
    refuse(
      'not-referred',
      'This has not been referred to Cafcass, so Cafcass cannot continue it. Record the referral first.',
    );
  if (isContinuedByCafcass(matter)) return;
  refuse(
    'cafcass-has-finished',
    `Cafcass has ${reply === 'advises' ? 'answered with advice' : 'declined the referral'}, so it does not continue this. Take it up the ladder, refer it again, or end it in another way.`,
  );
};

const BECAUSE = {
  'ENDED-CARE': ', as the child has left care, turned 18 or died',
  'TO-CAF': ', as Cafcass continues it',
} as const satisfies Record<EndOtherwise['outcome'], string>;

export const endOtherwiseAct = disputeAct({
  type: 'end-otherwise',
  decide: endOtherwise,
  route: 'end-otherwise',
  sample: ({ matter }): EndOtherwise => ({
    type: 'end-otherwise',
    outcome: matter && isContinuedByCafcass(matter) ? 'TO-CAF' : 'ENDED-CARE',
    reason: WORDS,
    impact: ['not-known'],
  }),
  events: {
    DisputeEndedOtherwise: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} ended the ${words.dispute}${data.outcome ? BECAUSE[data.outcome] : ''}.`,
    },
  },
});
