import type { TableForChallenge } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeOfTheService, mustBeOpen } from '../rules.js';

/**
 * It stands on the agenda of a challenge meeting. Put there twice, it stands there once.
 *
 * @throws Refusal `service-only`
 */
export const tableForChallenge = (
  act: TableForChallenge,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeOfTheService(matter, context);
  const { meeting, heldOn } = act;
  const isThere = matter.tabled?.meeting === meeting && matter.tabled.heldOn === heldOn;
  return isThere ? [] : [{ type: 'TabledForChallenge', data: { meeting, heldOn } }];
};
