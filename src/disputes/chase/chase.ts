import { refuse } from '../../platform/decider.js';
import type { Chase } from '../acts.js';
import type { DisputeContext } from '../context.js';
import { actionsOutstanding, type DisputeState, type Matter } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeOnTheAskingSide, mustBeRaised, mustSay, protocolOf } from '../rules.js';
import { standingOf } from '../standing.js';

/**
 * A reminder that an answer is awaited, or that agreed actions are; the latter also after it was resolved.
 *
 * @throws Refusal `nothing-to-chase`
 */
export const chase = (act: Chase, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const raised = mustBeRaised(state);
  mustBeOnTheAskingSide(protocolOf(raised.matter, context), context);
  mustSay(act.how, 'how you chased it');
  const answerIsDue = raised.status === 'open' && isAnswerDue(raised.matter, context);
  if (!answerIsDue && actionsOutstanding(raised.matter).length === 0) {
    refuse('nothing-to-chase', 'Neither an answer nor an agreed action is outstanding.');
  }
  return [{ type: 'AnswerChased', data: { how: act.how } }];
};

const isAnswerDue = (matter: Matter, context: DisputeContext): boolean =>
  ['awaiting-answer', 'reported'].includes(standingOf(matter, context.protocols));
