import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, isPaused } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeALastDay, mustBeAllowedToPauseAndResume } from '../pause-clock/pause-clock.js';
import { currentStage, mustAwaitAnswer, mustBeOpen, mustNotBeFrozen, mustSay } from '../../rules.js';
import { clockResumed, lastDayProposed } from '../../time/pauses.js';

export interface ResumeClock {
  type: 'resume-clock';
  reason: string;
  /** The last day of the pause; yesterday where null, for today the clock runs. */
  lastDay: LocalDate | null;
}

/**
 * The clock runs on, and its date is as much later as it stood still: each working day from the first day of the pause to the last is
 * given back once, hours to a stage in hours (src/disputes/time/pauses.ts). The first date stays beside the new one.
 *
 * @throws Refusal `not-paused`, `frozen`, `pauses-not-allowed`, `pausing-not-yours`, `pause-ends-before-it-begins`, `date-in-future`
 */
export const resumeClock = (act: ResumeClock, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustNotBeFrozen(matter);
  mustSay(act.reason, 'why the clock runs again');
  mustBeAllowedToPauseAndResume(matter, context);
  const round = mustAwaitAnswer(matter, context);
  if (!isPaused(round)) refuse('not-paused', 'The clock is running, so there is nothing to resume.');
  const stage = currentStage(matter, context);
  if (act.lastDay !== null) mustBeALastDay(act.lastDay, round.pauses.at(-1)!.firstDay, context);
  return clockResumed(round, stage, act.lastDay ?? lastDayProposed(stage, context.today), act.reason, context);
};

export const resumeClockAct = disputeAct({
  type: 'resume-clock',
  decide: resumeClock,
  route: 'resume-clock',
  sample: (): ResumeClock => ({ type: 'resume-clock', reason: WORDS, lastDay: null }),
  events: {
    ClockResumed: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} let the clock run on${dated('after', data.lastDay)}.`,
    },
  },
});
