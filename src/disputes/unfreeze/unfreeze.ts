import { endOfDay } from '../../calendar/dates.js';
import { refuse } from '../../platform/decider.js';
import type { UnfreezeDispute } from '../acts.js';
import { clockResumed, deadlineOf } from '../clock.js';
import type { DisputeContext } from '../context.js';
import { currentRound, type DisputeState, isFrozen, isPaused, type Round } from '../dispute.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../events.js';
import { currentStage, mustBeOfTheService, mustBeRaised, mustSay } from '../rules.js';

/**
 * It goes on: dates count again, and a clock that stood still runs on with what was left of it, whatever the protocol says of pauses.
 *
 * @throws Refusal `not-frozen`, `service-only`
 */
export const unfreeze = ({ reason }: UnfreezeDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOfTheService(matter, context);
  mustSay(reason, 'why it goes on');
  if (!isFrozen(matter)) refuse('not-frozen', 'It is not frozen, so there is nothing to take up again.');
  const round = currentRound(matter);
  const stoodStill = state.status === 'open' && isPaused(round) && round.pauses.at(-1)!.from === matter.freeze!.from;
  return [
    { type: 'DisputeUnfrozen', data: { reason } },
    ...(stoodStill ? runningOn(round, currentStage(matter, context), reason, context) : []),
  ];
};

const runningOn = (
  round: Round,
  stage: ReturnType<typeof currentStage>,
  reason: string,
  context: DisputeContext,
): DisputeEvent[] => [
  { type: 'ClockResumed', data: { round: round.number, reason } },
  stage.clock.unit === 'meeting'
    ? { type: 'AnswerDeadlineSet', data: byNextMeeting(deadlineOf(round), stage, context) }
    : clockResumed(round, stage, context),
];

/** A meeting that is still to come times it as before; one that has been, the next. */
const byNextMeeting = (
  deadline: AnswerDeadlineSet,
  stage: ReturnType<typeof currentStage>,
  { today, nextMeetingFor }: DisputeContext,
): AnswerDeadlineSet => {
  const before = deadline.dueOn;
  const dueOn = before !== null && before >= today ? before : (nextMeetingFor?.(stage) ?? null);
  return { ...deadline, why: 'resumed', dueOn, dueAt: dueOn === null ? null : endOfDay(dueOn) };
};
