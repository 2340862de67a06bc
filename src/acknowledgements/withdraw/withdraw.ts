import { mustSay } from '../../platform/decider.js';
import type { AcknowledgementContext } from '../context.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven, mustBeTheGiver } from '../rules.js';

type Withdraw = Extract<AcknowledgementAct, { type: 'withdraw' }>;

/**
 * The wrong person was thanked, say. It stays in the record.
 *
 * @throws Refusal `not-the-giver`
 */
export const withdraw = (
  act: Withdraw,
  state: AcknowledgementState,
  context: AcknowledgementContext,
): AcknowledgementEvent[] => {
  mustBeTheGiver(mustBeGiven(state), context);
  mustSay(act.reason, 'why it is withdrawn');
  return [{ type: 'AcknowledgementWithdrawn', data: { reason: act.reason } }];
};
