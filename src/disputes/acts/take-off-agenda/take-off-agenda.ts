import { disputeAct } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Tabled } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { currentStage, mustBeOfTheService, mustBeRaised } from '../../rules.js';
import { clockMoved, clockWithoutDate } from '../../time/clock.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';

/** Sent when such an item comes off again, or the meeting ends without having looked at it. */
export interface TakeOffAgenda {
  type: 'take-off-agenda';
  meeting: string;
}

/**
 * It stands no more on the agenda of a meeting, which has not looked at it. If it does not stand there, nothing happens. A stage that the
 * meeting timed waits for the next one.
 *
 * @throws Refusal `service-only`
 */
export const takeOffAgenda = (
  { meeting }: TakeOffAgenda,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOfTheService(matter, context);
  const stands = matter.tabled.find((each) => each.meeting === meeting && !each.takenOff && !each.decided);
  if (stands === undefined) return [];
  return [
    { type: 'TakenOffAgenda', data: { meeting, heldOn: stands.heldOn } },
    ...(state.status === 'open' ? dateOfAnother(stands, matter, context) : []),
  ];
};

/**
 * A stage that had the date of that meeting has the date of the next one that times it, or none until there is one. Not for an answer already
 * given, and not for a date that has passed: late stays late.
 */
const dateOfAnother = ({ meeting, heldOn }: Tabled, matter: Matter, context: DisputeContext): DisputeEvent[] => {
  const round = currentRound(matter);
  const stage = currentStage(matter, context);
  const deadline = round.deadline;
  if (stage.clock.unit !== 'meeting' || deadline?.dueOn !== heldOn) return [];
  if (!hasTime(answerDate(round, matter), context.now)) return [];
  const next = context.nextMeetingFor?.(stage, [meeting]) ?? null;
  return [
    next === null ? clockWithoutDate('taken-off-agenda', deadline) : clockMoved('taken-off-agenda', deadline, next),
  ];
};

export const takeOffAgendaAct = disputeAct({
  type: 'take-off-agenda',
  decide: takeOffAgenda,
  route: null,
  events: {
    TakenOffAgenda: {
      version: 1,
      sentence: ({ words, data, dated }) =>
        `The ${words.dispute} was taken off the agenda of the ${words.meeting}${dated('of', data.heldOn)}.`,
    },
  },
});
