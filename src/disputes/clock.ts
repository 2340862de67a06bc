import type { LocalDate } from '../calendar/calendar.js';
import { endOfDay } from '../calendar/dates.js';
import { deadlineFor } from '../protocol/deadline.js';
import type { Stage } from '../protocol/protocol.js';
import type { DisputeContext } from './context.js';
import type { Round } from './dispute.js';
import type { AnswerDeadlineSet, DisputeEvent } from './events.js';

type DeadlineEvent = Extract<DisputeEvent, { type: 'AnswerDeadlineSet' }>;

/** Starts the clock of a round now, by the rules of its stage; day 0 is today (domain brief, section 5). */
export const clockStarted = (
  why: AnswerDeadlineSet['why'],
  round: number,
  protocolVersion: number,
  stage: Stage,
  meetingOn: LocalDate | null,
  { calendar, now, today }: DisputeContext,
): DeadlineEvent => ({
  type: 'AnswerDeadlineSet',
  data: {
    round,
    stage: stage.number,
    protocolVersion,
    why,
    startedOn: today,
    ...deadlineFor(stage, now, calendar, meetingOn),
  },
});

/** Another date for the round that runs. The first date stays beside it for ever. */
export const clockMoved = (
  why: AnswerDeadlineSet['why'],
  deadline: AnswerDeadlineSet,
  dueOn: LocalDate,
): DeadlineEvent => ({
  type: 'AnswerDeadlineSet',
  data: { ...deadline, why, dueOn, dueAt: endOfDay(dueOn) },
});

/** The deadline of a round; every round has one from the command that began it. */
export const deadlineOf = (round: Round): AnswerDeadlineSet => round.deadline!;
