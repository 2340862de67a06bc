import { mustSay } from '../../platform/decider.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven } from '../rules.js';

type Thank = Extract<AcknowledgementAct, { type: 'thank' }>;

/** A word back from those who were thanked. Nobody waits for it. */
export const thank = (act: Thank, state: AcknowledgementState): AcknowledgementEvent[] => {
  mustBeGiven(state);
  mustSay(act.text, 'your thanks');
  return [{ type: 'AcknowledgementThanked', data: { text: act.text } }];
};
