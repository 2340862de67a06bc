import { mustSay, refuse } from '../../platform/decider.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven } from '../rules.js';
import type { AcknowledgementState } from '../state.js';

type HandOver = Extract<AcknowledgementAct, { type: 'hand-over' }>;

/**
 * The giver leaves: another IRO looks after it. The person who gave it stays, in the record and in the figures.
 *
 * @throws Refusal `same-iro`
 */
export const handOver = ({ toIro, reason }: HandOver, state: AcknowledgementState): AcknowledgementEvent[] => {
  const { heldBy: fromIro } = mustBeGiven(state);
  mustSay(reason, 'why it is handed over');
  if (toIro === fromIro) refuse('same-iro', 'That IRO looks after it already.');
  return [{ type: 'AcknowledgementHandedOver', data: { fromIro, toIro, reason } }];
};
