import { disputeAct, WORDS } from '../dispute-act.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, isPaused, type Matter, type Round } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  currentStage,
  invalid,
  isAsked,
  isNamedIn,
  mustAwaitAnswer,
  mustBeOpen,
  mustNotBeFrozen,
  mustNotBeInFuture,
  mustSay,
  notYours,
  protocolOf,
  seatIn,
} from '../../rules.js';
import { deadlineOf } from '../../time/clock.js';
import { answerDate } from '../../time/dates.js';
import { isLate } from '../../time/late.js';
import { clockPaused, firstDayNotYetPaused, pausedAndResumed } from '../../time/pauses.js';

export interface PauseClock {
  type: 'pause-clock';
  reason: string;
  /** Today where null; an earlier day where the pause is entered afterwards. */
  firstDay: LocalDate | null;
  /** Of a pause that is over when it is entered; null while it lasts. */
  lastDay: LocalDate | null;
}

/**
 * The clock of the stage stands still, only where the council's protocol insists on it: the Handbook knows no pause (domain brief
 * 5.3). The first date stays on show, and the limit over all stages runs on. A pause may be entered afterwards, also when it is over,
 * as long as the date has not passed: late stays late. After a child's death the clock stands still already, until the dispute goes on.
 *
 * @throws Refusal `frozen`, `pauses-not-allowed`, `pausing-not-yours`, `own-clock`, `already-paused`, `no-date-to-pause`, `already-late`, `pause-before-clock`,
 *   `pauses-overlap`, `pause-ends-before-it-begins`, `date-in-future`
 */
export const pauseClock = (act: PauseClock, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustNotBeFrozen(matter);
  mustSay(act.reason, 'why the clock is paused');
  mustBeAllowedToPauseAndResume(matter, context);
  const round = mustAwaitAnswer(matter, context);
  mustHaveARunningClock(round, matter, context);
  const firstDay = act.firstDay ?? firstDayNotYetPaused(round, context.today);
  if (act.firstDay !== null) mustBeAFirstDay(act.firstDay, round, context);
  if (act.lastDay === null) return [clockPaused(round, firstDay, act.reason)];
  mustBeALastDay(act.lastDay, firstDay, context);
  const days = { firstDay, lastDay: act.lastDay };
  return pausedAndResumed(round, currentStage(matter, context), days, act.reason, context);
};

/**
 * Pausing and resuming belong to the same posts, and never to those who must answer: nobody stops the clock by which they are late.
 * @throws Refusal `pauses-not-allowed`; `pausing-not-yours`, `own-clock` (not-yours)
 */
export const mustBeAllowedToPauseAndResume = (matter: Matter, context: DisputeContext): void => {
  const protocol = protocolOf(matter, context);
  const { pauses } = protocol;
  if (!pauses.allowed) refuse('pauses-not-allowed', 'The protocol pauses no clock. Ask for an extension instead.');
  if (!isNamedIn(pauses.by, seatIn(matter, context))) {
    notYours('pausing-not-yours', `The clock is for ${anyOfPosts(pauses.by, protocol)} to pause and resume. Ask them.`);
  }
  if (isAsked(matter, context)) {
    notYours(
      'own-clock',
      `This is the clock of the answer that you owe, so somebody else pauses and resumes it: ${anyOfPosts(pauses.by, protocol)}.`,
    );
  }
};

/** A day that has come, and not one before the pause began. @throws Refusal `date-in-future`, `pause-ends-before-it-begins` (both invalid) */
export const mustBeALastDay = (lastDay: LocalDate, firstDay: LocalDate, { today }: DisputeContext): void => {
  mustNotBeInFuture(lastDay, today, 'The last day of a pause');
  if (lastDay < firstDay) {
    invalid(
      'pause-ends-before-it-begins',
      `The pause began on ${firstDay}, so its last day is that day or a later one.`,
    );
  }
};

const mustHaveARunningClock = (round: Round, matter: Matter, context: DisputeContext): void => {
  if (isPaused(round)) refuse('already-paused', 'The clock stands still already. Resume it first.');
  if (deadlineOf(round).dueAt === null || currentStage(matter, context).clock.unit === 'meeting') {
    refuse('no-date-to-pause', 'This stage is not counted in days or hours, so there is no clock to pause.');
  }
  if (isLate(answerDate(round, matter), context.now)) {
    refuse('already-late', 'The date has passed, and late stays late. Answer now.');
  }
};

/** Not before the clock began, and on no day on which it has stood still already: each day is given back once. */
const mustBeAFirstDay = (firstDay: LocalDate, round: Round, { today }: DisputeContext): void => {
  mustNotBeInFuture(firstDay, today, 'The first day of a pause');
  const { startedOn } = deadlineOf(round);
  if (firstDay < startedOn) {
    invalid('pause-before-clock', `The clock of this stage began on ${startedOn}. Give that day or a later one.`);
  }
  if (firstDay < firstDayNotYetPaused(round, firstDay)) {
    invalid('pauses-overlap', 'The clock stood still on that day already. Give a day after that pause.');
  }
};

export const pauseClockAct = disputeAct({
  type: 'pause-clock',
  decide: pauseClock,
  route: 'pause-clock',
  sample: (): PauseClock => ({ type: 'pause-clock', reason: WORDS, firstDay: null, lastDay: null }),
  events: {
    ClockPaused: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} paused the clock${dated('from', data.firstDay)}.`,
    },
  },
});
