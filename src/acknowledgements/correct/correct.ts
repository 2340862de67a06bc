import { changedBy, mustSay } from '../../platform/decider.js';
import type { AcknowledgementContext } from '../context.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';
import { mustBeGiven, mustBeWholeAcknowledgement, mustNotBeThanked, mustThankOthers } from '../rules.js';

type Correct = Extract<AcknowledgementAct, { type: 'correct' }>;

/**
 * By a new version; the first one stays readable, and what is left out stays as it was. The theme is judged by the list of the day it
 * was given. Who may do it is in the access table: whoever gave it, has the child now, or answers for the IRO service; but nobody who
 * is thanked in it.
 *
 * @throws Refusal `own-work`
 */
export const correct = (
  act: Correct,
  state: AcknowledgementState,
  context: AcknowledgementContext,
): AcknowledgementEvent[] => {
  const given = mustBeGiven(state);
  mustSay(act.reason, 'why it is corrected');
  const { protocol } = context.protocols.version(given.protocolVersion);
  const acknowledged = changedBy(given.acknowledged, act.acknowledged);
  mustBeWholeAcknowledgement(acknowledged, protocol, given.givenOn);
  mustThankOthers(acknowledged, given.giver);
  mustNotBeThanked(context.actor, given.acknowledged, acknowledged);
  return [{ type: 'AcknowledgementCorrected', data: { acknowledged, reason: act.reason } }];
};
