import { changedBy, mustSay } from '../../platform/decider.js';
import type { AcknowledgementContext } from '../context.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven, mustBeTheGiver, mustBeWholeAcknowledgement, mustThankOthers } from '../rules.js';

type Correct = Extract<AcknowledgementAct, { type: 'correct' }>;

/**
 * By a new version, by the giver; the first one stays readable, and what is left out stays as it was. The theme is judged by the list
 * of the day it was given.
 *
 * @throws Refusal `not-the-giver`, `own-work`
 */
export const correct = (
  act: Correct,
  state: AcknowledgementState,
  context: AcknowledgementContext,
): AcknowledgementEvent[] => {
  const given = mustBeGiven(state);
  mustBeTheGiver(given, context);
  mustSay(act.reason, 'why it is corrected');
  const { protocol } = context.protocols.version(given.protocolVersion);
  const acknowledged = changedBy(given.acknowledged, act.acknowledged);
  mustBeWholeAcknowledgement(acknowledged, protocol, given.givenOn);
  mustThankOthers(acknowledged, given.giver);
  return [{ type: 'AcknowledgementCorrected', data: { acknowledged, reason: act.reason } }];
};
