import { refuse } from '../../platform/decider.js';
import type { LiftRestriction } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeAllowedToRestrict, mustSay } from '../rules.js';

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
