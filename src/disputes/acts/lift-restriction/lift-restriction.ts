import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAllowedToRestrict, mustSay } from '../../rules.js';

export interface LiftRestriction {
  type: 'lift-restriction';
  reason: string;
}

/**
 * Everybody reads it again who may read such a dispute.
 *
 * @throws Refusal `service-only`, `not-restricted`
 */
export const liftRestriction = (act: LiftRestriction, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const restrictedTo = mustBeAllowedToRestrict(state, context);
  mustSay(act.reason, 'why the restriction is lifted');
  if (restrictedTo === null) refuse('not-restricted', 'It is not restricted, so there is nothing to lift.');
  return [{ type: 'RestrictionLifted', data: { reason: act.reason } }];
};

export const liftRestrictionAct = disputeAct({
  type: 'lift-restriction',
  decide: liftRestriction,
  route: 'lift-restriction',
  sample: (): LiftRestriction => ({ type: 'lift-restriction', reason: WORDS }),
  events: {
    RestrictionLifted: {
      version: 1,
      sentence: ({ who, words }) => `${who} lifted the restriction on who may read the ${words.dispute}.`,
    },
  },
});
