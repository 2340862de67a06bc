import { disputeAct } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import { clockMoved, clockStarted, deadlineOf } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  currentStage,
  invalid,
  mustAwaitAnswer,
  mustTakePartInAsking,
  mustNotBeHeldByAnother,
  mustBeOpen,
} from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { isLate } from '../../time/late.js';

/** The date of the meeting that times this stage, given by hand before that of the series. */
export interface SetMeetingDate {
  type: 'set-meeting-date';
  meetingOn: LocalDate;
}

/**
 * The date of the meeting that times this stage, given by hand before that of the series. The first date set is the first date for ever; a
 * meeting put off moves the date in force.
 *
 * @throws Refusal `not-timed-by-meeting`, `date-passed`, `already-late`
 */
export const setMeetingDate = (act: SetMeetingDate, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustTakePartInAsking(matter, context);
  mustNotBeHeldByAnother(matter, context);
  const stage = currentStage(matter, context);
  if (stage.clock.unit !== 'meeting') refuse('not-timed-by-meeting', 'This stage is not timed by a meeting.');
  const round = mustAwaitAnswer(matter, context);
  if (act.meetingOn < context.today) invalid('date-passed', 'The meeting must be today or later.');
  if (isLate(answerDate(round, matter), context.now)) {
    refuse('already-late', 'The meeting date has passed without a decision, and late stays late. Record the decision.');
  }
  const deadline = deadlineOf(round);
  if (deadline.firstDueOn !== null) return [clockMoved('meeting-date-set', deadline, act.meetingOn)];
  const { data } = clockStarted('meeting-date-set', round.number, round.protocolVersion, stage, act.meetingOn, context);
  return [{ type: 'AnswerDeadlineSet', data: { ...data, startedOn: deadline.startedOn } }];
};

export const setMeetingDateAct = disputeAct({
  type: 'set-meeting-date',
  decide: setMeetingDate,
  route: 'set-meeting-date',
  sample: ({ today }): SetMeetingDate => ({ type: 'set-meeting-date', meetingOn: today }),
  events: {},
});
