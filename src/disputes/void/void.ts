import { refuse } from '../../platform/decider.js';
import type { VoidDispute } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { invalid, mustBeAllowedToTakeBack, mustBeRaised, mustNotBeVoided, mustSay } from '../rules.js';

/**
 * Raised in error, or a duplicate: not counted, and still there to be seen.
 *
 * @throws Refusal `duplicate-of-missing`, `duplicate-of-itself`, `taking-back-not-yours`
 */
export const voidDispute = (act: VoidDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeAllowedToTakeBack(matter, context);
  mustSay(act.reason, 'why it is voided');
  if (act.because === 'duplicate' && act.duplicateOf === null) {
    invalid('duplicate-of-missing', 'Name the dispute that it duplicates.');
  }
  if (act.duplicateOf === matter.reference)
    refuse('duplicate-of-itself', 'A dispute cannot duplicate itself. Check the reference.');
  const { because, duplicateOf, reason } = act;
  return [{ type: 'DisputeVoided', data: { because, duplicateOf, reason } }];
};
