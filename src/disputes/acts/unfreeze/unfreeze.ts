import { disputeAct, WORDS } from '../dispute-act.js';
import { endOfDay, londonDate } from '../../../calendar/dates.js';
import { refuse } from '../../../platform/decider.js';
import { deadlineOf } from '../../time/clock.js';
import { actionsGivenBack } from '../../time/actions-given-back.js';
import { answerDate } from '../../time/dates.js';
import { dayIsOver, howItStands } from '../../time/late.js';
import { givenBackSince } from '../../time/given-back.js';
import { clockResumed, lastDayProposed } from '../../time/pauses.js';
import type { Stage } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, isFrozen, isPaused, type Matter } from '../../dispute.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../../events.js';
import { mustBeAnswerable } from '../../left-out.js';
import { currentStage, mustBeOfTheService, mustBeRaised, mustSay } from '../../rules.js';

export interface UnfreezeDispute {
  type: 'unfreeze';
  reason: string;
}

/**
 * It goes on: dates count again, a clock that stood still runs on with what was left of it, whatever the protocol says of pauses, and
 * agreed actions have the working days again that they lost. With that it is decided what becomes of it after the death.
 *
 * @throws Refusal `not-frozen`, `service-only`, `nobody-on-the-list-answers`
 */
export const unfreeze = ({ reason }: UnfreezeDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOfTheService(matter, context);
  mustSay(reason, 'why it goes on');
  if (!isFrozen(matter)) refuse('not-frozen', 'It is not frozen, so there is nothing to take up again.');
  if (state.status === 'open') return goingOn(matter, reason, context);
  return [...actionsGoingOn(matter, reason, context), { type: 'DisputeUnfrozen', data: { reason } }];
};

/** An open one that is frozen goes on, whoever has decided that. @throws Refusal `nobody-on-the-list-answers` */
export const goingOn = (matter: Matter, reason: string, context: DisputeContext): DisputeEvent[] => {
  mustBeAnswerable(matter, context);
  return [
    ...actionsGoingOn(matter, reason, context),
    { type: 'DisputeUnfrozen', data: { reason } },
    ...clockRunningOn(matter, reason, context),
  ];
};

/** The days since the death are given back to what was agreed: they were told that nothing was asked of them. */
const actionsGoingOn = (matter: Matter, reason: string, context: DisputeContext): DisputeEvent[] =>
  actionsGivenBack(londonDate(matter.freeze!.from), matter, reason, context);

/** The clock that was stopped with it, or that of a stage which began since. A pause of the protocol lasts until it is resumed. */
const clockRunningOn = (matter: Matter, reason: string, context: DisputeContext): DisputeEvent[] => {
  const round = currentRound(matter);
  const stage = currentStage(matter, context);
  const { from, recordedAt } = matter.freeze!;
  if (howItStands(answerDate(round, matter), context.now) !== 'paused') return [];
  const isMeeting = stage.clock.unit === 'meeting';
  const nextMeeting: Extract<DisputeEvent, { type: 'AnswerDeadlineSet' }> = {
    type: 'AnswerDeadlineSet',
    data: byNextMeeting(deadlineOf(round), stage, context),
  };
  if (!isPaused(round)) {
    if (!isMeeting) return givenBackSince(londonDate(from), round, stage, reason, context);
    return nextMeeting.data.dueOn === deadlineOf(round).dueOn ? [] : [nextMeeting];
  }
  if (round.pauses.at(-1)!.stoppedAt !== recordedAt) return [];
  const [resumed, counted] = clockResumed(round, stage, lastDayProposed(stage, context.today), reason, context);
  return [resumed, isMeeting ? nextMeeting : counted];
};

/** A meeting that is still to come times it as before; one that has been, the next. */
const byNextMeeting = (
  deadline: AnswerDeadlineSet,
  stage: Stage,
  { today, nextMeetingFor }: DisputeContext,
): AnswerDeadlineSet => {
  const before = deadline.dueOn;
  const dueOn = before !== null && !dayIsOver(before, today) ? before : (nextMeetingFor?.(stage) ?? null);
  return { ...deadline, why: 'resumed', dueOn, dueAt: dueOn === null ? null : endOfDay(dueOn) };
};

export const unfreezeAct = disputeAct({
  type: 'unfreeze',
  decide: unfreeze,
  route: 'unfreeze',
  sample: (): UnfreezeDispute => ({ type: 'unfreeze', reason: WORDS }),
  events: {
    ActionDateMoved: {
      version: 1,
      sentence: ({ data, dated }) =>
        `The day of ${data.actionId === undefined ? 'an action' : `action ${data.actionId}`} was moved${dated('from', data.from)}${dated('to', data.to)}.`,
    },
    DisputeUnfrozen: { version: 1, sentence: ({ who, words }) => `${who} let the ${words.dispute} go on.` },
  },
});
