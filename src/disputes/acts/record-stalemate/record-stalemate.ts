import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent, ImpactCode } from '../../events.js';
import { goesOnFormally } from '../../goes-on-formally.js';
import { mustSayWhatChanged } from '../resolve/resolve.js';
import { mustBeAllowedToClose, mustBeOpen, mustSay, stagesAbove } from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';
import { standingOf } from '../../time/standing.js';

export interface RecordStalemate {
  type: 'record-stalemate';
  reason: string;
  impact: ImpactCode[];
}

/**
 * "The IRO remains dissatisfied": the top of the ladder is reached and there is still no agreement (domain brief 4.2). Agreement
 * is not needed to end; a stated end is. So ends an informal dispute, too, that the protocol in force lets nobody continue formally.
 *
 * @throws Refusal `not-top-of-ladder`, `answer-still-due`, `accepted-already`, `judgement-still-due`, `closing-not-yours`
 */
export const recordStalemate = (act: RecordStalemate, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeAllowedToClose(matter, context);
  mustSay(act.reason, 'why no agreement was reached');
  mustSayWhatChanged(act.impact);
  mustBeAtTheTop(matter, context);
  mustBeWithoutAgreement(matter, context);
  return [{ type: 'StalemateRecorded', data: { reason: act.reason, impact: act.impact } }];
};

const mustBeAtTheTop = (matter: Matter, context: DisputeContext): void => {
  if (currentRound(matter).stage === 0) {
    if (goesOnFormally(matter, context))
      refuse('not-top-of-ladder', 'An informal dispute can still be raised formally.');
    return;
  }
  if (stagesAbove(matter, context).length > 0) refuse('not-top-of-ladder', 'There is a higher stage. Escalate first.');
};

const mustBeWithoutAgreement = (matter: Matter, context: DisputeContext): void => {
  switch (standingOf(matter, context.protocols)) {
    case 'accepted':
      return refuse(
        'accepted-already',
        'The answer has been accepted, so it is resolved; the IRO’s dissent stands beside it.',
      );
    case 'awaiting-judgement':
      return refuse(
        'judgement-still-due',
        'There is an answer to judge. Say first that it does not settle the matter.',
      );
    case 'awaiting-answer':
      if (stillHasTime(matter, context))
        refuse('answer-still-due', 'The answer is not due yet. Wait until its date has passed.');
      return;
    case 'reported':
    case 'judges-differ':
    case 'not-accepted':
      return;
  }
};

/** A stage with no date cannot run out of time, so there the IRO decides when enough is enough. */
const stillHasTime = (matter: Matter, context: DisputeContext): boolean => {
  const date = answerDate(currentRound(matter), matter);
  return date.dueAt !== null && hasTime(date, context.now);
};

export const recordStalemateAct = disputeAct({
  type: 'record-stalemate',
  decide: recordStalemate,
  route: 'record-stalemate',
  sample: (): RecordStalemate => ({ type: 'record-stalemate', reason: WORDS, impact: ['not-known'] }),
  events: {
    StalemateRecorded: {
      version: 1,
      sentence: ({ who, words }) => `${who} ended the ${words.dispute} without agreement, as it goes no further.`,
    },
  },
});
