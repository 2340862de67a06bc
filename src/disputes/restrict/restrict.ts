import { refuse } from '../../platform/decider.js';
import type { RestrictDispute } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeAllowedToRestrict, mustSay } from '../rules.js';

/**
 * From now on only those on a list read it, besides the IRO who holds it: an adoption, or a member of staff's own family. A second
 * list takes the place of the first.
 *
 * @throws Refusal `service-only`, `same-readers`
 */
export const restrictDispute = (act: RestrictDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const restrictedTo = mustBeAllowedToRestrict(state, context);
  mustSay(act.reason, 'why it is restricted');
  const readers = [...new Set(act.readers)];
  if (restrictedTo?.toSorted().join(' ') === readers.toSorted().join(' ')) {
    refuse('same-readers', 'It is restricted to the same people already.');
  }
  return [{ type: 'DisputeRestricted', data: { readers, reason: act.reason } }];
};
