import type { LocalDate } from '../../../calendar/calendar.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { currentStage, mustBeTheProgram } from '../../rules.js';
import { clockMoved, clockStarted, clockWithoutDate, deadlineOf } from '../../time/clock.js';
import { isTimedBy } from '../../time/date-of-meeting.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';
import { disputeAct } from '../dispute-act.js';

/** Sent by the program when a meeting is not held on its day, or is over, and when another is arranged. */
export interface TakeMeetingDate {
  type: 'take-meeting-date';
  /** The day of that meeting; null for a stage that has no date. */
  insteadOf: LocalDate | null;
}

/**
 * A stage that takes its date from a meeting has the date of the next one that times it, or none until there is one. Not where it stands on
 * the agenda of a meeting of its day, which speaks for itself; not for an answer already given, and not for a date that has passed: late stays late.
 *
 * @throws Refusal `program-only`
 */
export const takeMeetingDate = (
  { insteadOf }: TakeMeetingDate,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeTheProgram(context);
  if (state.status !== 'open') return [];
  const { matter } = state;
  const round = currentRound(matter);
  const stage = currentStage(matter, context);
  const deadline = deadlineOf(round);
  const isTimed = isTimedBy([], stage) && stage.needs !== 'report-only';
  if (!isTimed || deadline.dueOn !== insteadOf || standsOnAgenda(matter, insteadOf)) return [];
  if (!hasTime(answerDate(round, matter), context.now)) return [];
  const next = context.nextMeetingFor?.(stage) ?? null;
  if (next === insteadOf) return [];
  if (next === null) return [clockWithoutDate('next-meeting', deadline)];
  if (deadline.firstDueOn !== null) return [clockMoved('next-meeting', deadline, next)];
  const { data } = clockStarted('next-meeting', round.number, round.protocolVersion, stage, next, context);
  return [{ type: 'AnswerDeadlineSet', data: { ...data, startedOn: deadline.startedOn } }];
};

const standsOnAgenda = ({ tabled }: Matter, on: LocalDate | null): boolean =>
  tabled.some(({ heldOn, takenOff, decided }) => heldOn === on && !takenOff && !decided);

export const takeMeetingDateAct = disputeAct({
  type: 'take-meeting-date',
  decide: takeMeetingDate,
  route: null,
  events: {},
});
