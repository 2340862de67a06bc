import { mustSay, refuse } from '../../platform/decider.js';
import type { AcknowledgementContext } from '../context.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven } from '../rules.js';

type TakeThanksBack = Extract<AcknowledgementAct, { type: 'take-thanks-back' }>;

/**
 * Thanks that were sent by mistake: to the wrong acknowledgement, say. Only the person who sent them takes them back; both stay in the record.
 *
 * @throws Refusal `no-thanks-of-yours`
 */
export const takeThanksBack = (
  act: TakeThanksBack,
  state: AcknowledgementState,
  { actor }: AcknowledgementContext,
): AcknowledgementEvent[] => {
  if (!mustBeGiven(state).thankedBy.includes(actor.person))
    refuse('no-thanks-of-yours', 'No thanks of yours stand here, so there is nothing to take back.');
  mustSay(act.reason, 'why your thanks are taken back');
  return [{ type: 'AcknowledgementThanksTakenBack', data: { reason: act.reason } }];
};
