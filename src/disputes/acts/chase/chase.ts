import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import {
  actionsOutstanding,
  currentRound,
  type DisputeState,
  type Ended,
  type Matter,
  type Open,
} from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { currentStage, isTheClock, mustTakePartInAsking, mustBeRaised, mustNotBeFrozen, mustSay } from '../../rules.js';
import { standingOf } from '../../time/standing.js';

export interface Chase {
  type: 'chase';
  how: string;
}

/**
 * A reminder that an answer is awaited, or that agreed actions are; the latter also after it was resolved.
 *
 * @throws Refusal `nothing-to-chase`, `frozen`, `asking-side-only`, `silence-has-not-run-out`
 */
export const chase = (act: Chase, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const raised = mustBeRaised(state);
  if (isTheClock(context)) mustBeSilentSinceTheDate(raised, context);
  else mustTakePartInAsking(raised.matter, context);
  mustNotBeFrozen(raised.matter);
  mustSay(act.how, 'how you chased it');
  const answerIsDue = raised.status === 'open' && isAnswerDue(raised.matter, context);
  if (!answerIsDue && actionsOutstanding(raised.matter).length === 0) {
    refuse('nothing-to-chase', 'Neither an answer nor an agreed action is outstanding.');
  }
  return [{ type: 'AnswerChased', data: { how: act.how } }];
};

/** The program chases once, where the protocol says so, when the passing of the date is on record. */
const mustBeSilentSinceTheDate = (raised: Open | Ended, context: DisputeContext): void => {
  const round = currentRound(raised.matter);
  const mayChase = currentStage(raised.matter, context).onSilence === 'chase-then-ask' && round.chases === 0;
  if (raised.status !== 'open' || !mayChase || !round.passed.answer || !isAnswerDue(raised.matter, context)) {
    refuse('silence-has-not-run-out', 'The program chases once what nobody answered, where the protocol says so.');
  }
};

const isAnswerDue = (matter: Matter, context: DisputeContext): boolean =>
  ['awaiting-answer', 'reported'].includes(standingOf(matter, context.protocols));

export const chaseAct = disputeAct({
  type: 'chase',
  decide: chase,
  route: 'chase',
  sample: (): Chase => ({ type: 'chase', how: WORDS }),
  events: {
    AnswerChased: { version: 1, sentence: ({ who }) => `${who} chased the answer.` },
  },
});
