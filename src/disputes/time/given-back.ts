import type { LocalDate } from '../../calendar/calendar.js';
import type { Stage } from '../../protocol/protocol.js';
import type { DisputeContext } from '../context.js';
import type { Round } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { deadlineOf } from './clock.js';
import { lastDayProposed, pausedAndResumed } from './pauses.js';

/** Gives back to those who must answer the days that they could not use: from one day on, to the last one that is over. */
export const givenBackSince = (
  day: LocalDate,
  round: Round,
  stage: Stage,
  reason: string,
  context: DisputeContext,
): DisputeEvent[] => {
  const { startedOn } = deadlineOf(round);
  const firstDay = day < startedOn ? startedOn : day;
  const lastDay = lastDayProposed(stage, context.today);
  return lastDay < firstDay ? [] : pausedAndResumed(round, stage, { firstDay, lastDay }, reason, context);
};
