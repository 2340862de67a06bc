import type { TakeOffAgenda } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeOfTheService, mustBeRaised } from '../rules.js';

/**
 * It stands no more on the agenda of a meeting, which has not looked at it. Where it does not stand there, nothing happens.
 *
 * @throws Refusal `service-only`
 */
export const takeOffAgenda = (
  { meeting }: TakeOffAgenda,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOfTheService(matter, context);
  const stands = matter.tabled.some((each) => each.meeting === meeting && !each.takenOff);
  return stands ? [{ type: 'TakenOffAgenda', data: { meeting } }] : [];
};
