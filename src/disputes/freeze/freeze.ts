import type { FreezeDispute } from '../acts.js';
import type { DisputeContext } from '../context.js';
import { currentRound, type DisputeState, isFrozen, isOverdue, isPaused } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { isByTheProgram, mustBeRaised, mustNotBeVoided, notYours } from '../rules.js';
import { isAnswered, stageOfRound } from '../standing.js';

/**
 * A child has died: nobody is reminded or chased, no date goes on record as passed, and a clock that was still in time stands still,
 * whatever the protocol says of pauses and whatever times the stage. What was late stays late. It ends nothing (domain brief 4.6).
 *
 * @throws Refusal `program-only`
 */
export const freeze = ({ reason }: FreezeDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isByTheProgram(context))
    notYours('program-only', 'The program does this by itself. Restrict it, or add a note.');
  if (isFrozen(matter)) return [];
  const round = currentRound(matter);
  const runs =
    state.status === 'open' &&
    !isAnswered(round, stageOfRound(round, context.protocols)) &&
    (round.deadline?.dueAt ?? null) !== null &&
    !isPaused(round) &&
    !isOverdue(round, context.now);
  return [
    { type: 'DisputeFrozen', data: { from: context.today, reason } },
    ...(runs ? [{ type: 'ClockPaused' as const, data: { round: round.number, from: context.today, reason } }] : []),
  ];
};
