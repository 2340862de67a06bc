import { refuse } from '../../platform/decider.js';
import type { PauseClock } from '../acts.js';
import { deadlineOf } from '../clock.js';
import type { DisputeContext } from '../context.js';
import { type DisputeState, isOverdue, isPaused, type Matter, type Round } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import {
  currentStage,
  isNamedIn,
  mustAwaitAnswer,
  mustBeOpen,
  mustSay,
  notYours,
  protocolOf,
  seatIn,
} from '../rules.js';

/**
 * The clock of the stage stands still, only where the council's protocol insists on it: the Handbook knows no pause (domain brief
 * 5.3). The first date stays on show, and the limit over all stages runs on.
 *
 * @throws Refusal `pauses-not-allowed`, `pausing-not-yours`, `already-paused`, `no-date-to-pause`, `already-late`
 */
export const pauseClock = (act: PauseClock, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'why the clock is paused');
  mustBeAllowedToPause(matter, context);
  const round = mustAwaitAnswer(matter, context);
  mustHaveARunningClock(round, matter, context);
  return [{ type: 'ClockPaused', data: { round: round.number, from: context.today, reason: act.reason } }];
};

/** Pausing and resuming belong to the same posts. */
export const mustBeAllowedToPause = (matter: Matter, context: DisputeContext): void => {
  const { pauses } = protocolOf(matter, context);
  if (!pauses.allowed) refuse('pauses-not-allowed', 'The protocol pauses no clock. Ask for an extension instead.');
  if (!isNamedIn(pauses.by, seatIn(matter, context))) {
    notYours('pausing-not-yours', 'The protocol lets other posts pause the clock. Ask the IRO.');
  }
};

const mustHaveARunningClock = (round: Round, matter: Matter, context: DisputeContext): void => {
  if (isPaused(round)) refuse('already-paused', 'The clock stands still already. Resume it first.');
  if (deadlineOf(round).dueAt === null || currentStage(matter, context).clock.unit === 'meeting') {
    refuse('no-date-to-pause', 'This stage is not counted in days or hours, so there is no clock to pause.');
  }
  if (isOverdue(round, context.now)) refuse('already-late', 'The date has passed, and late stays late. Answer now.');
};
