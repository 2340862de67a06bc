import { refuse } from '../../platform/decider.js';
import type { ResumeClock } from '../acts.js';
import { clockResumed } from '../clock.js';
import type { DisputeContext } from '../context.js';
import { type DisputeState, isPaused } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeAllowedToPause } from '../pause-clock/pause-clock.js';
import { currentStage, mustAwaitAnswer, mustBeOpen, mustNotBeFrozen, mustSay } from '../rules.js';

/**
 * The clock runs on with what was left of its time; the first date stays beside the new one.
 *
 * @throws Refusal `not-paused`, `frozen`, `pauses-not-allowed`, `pausing-not-yours`
 */
export const resumeClock = (act: ResumeClock, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustNotBeFrozen(matter);
  mustSay(act.reason, 'why the clock runs again');
  mustBeAllowedToPause(matter, context);
  const round = mustAwaitAnswer(matter, context);
  if (!isPaused(round)) refuse('not-paused', 'The clock is running, so there is nothing to resume.');
  return [
    { type: 'ClockResumed', data: { round: round.number, reason: act.reason } },
    clockResumed(round, currentStage(matter, context), context),
  ];
};
