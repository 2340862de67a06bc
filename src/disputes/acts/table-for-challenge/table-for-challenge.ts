import { disputeAct } from '../dispute-act.js';
import { clockMoved, clockStarted, deadlineOf } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Tabled } from '../../dispute.js';
import type { DisputeEvent, TabledForChallenge } from '../../events.js';
import { currentStage, mustBeOfTheService, mustBeRaised, mustNotBeVoided } from '../../rules.js';
import { isTimedBy } from '../../time/date-of-meeting.js';
import { answerDate } from '../../time/dates.js';
import { hasTime } from '../../time/late.js';

/** Sent when an item of an agenda is about this dispute. */
export interface TableForChallenge extends TabledForChallenge {
  type: 'table-for-challenge';
  /** Codes of the stages that the meeting times, none for every stage that a meeting times; left out for a single meeting. */
  times?: readonly string[];
}

/**
 * It stands on the agenda of a meeting; also an ended one does, whose actions are not done. If that meeting times the stage it is
 * at, the stage takes its date; that of a single meeting, where it has no other. Put there twice, it stands there once, unless others sit
 * in the meeting by then.
 *
 * @throws Refusal `service-only`
 */
export const tableForChallenge = (
  { meeting, heldOn, posts, people, times }: TableForChallenge,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeOfTheService(matter, context);
  const seats = { ...(posts === undefined ? {} : { posts }), ...(people === undefined ? {} : { people }) };
  const stands = (each: Tabled): boolean =>
    each.meeting === meeting && each.heldOn === heldOn && !each.takenOff && hasSeats(each, seats);
  if (matter.tabled.some(stands)) return [];
  return [
    { type: 'TabledForChallenge', data: { meeting, heldOn, ...seats } },
    ...(state.status === 'open' && (times !== undefined || isWithoutOtherMeeting(matter, meeting))
      ? dateOfMeeting(heldOn, times ?? [], matter, context)
      : []),
  ];
};

/** No meeting has given the stage a date, or this one has, which is held on another day by now. */
const isWithoutOtherMeeting = (matter: Matter, meeting: string): boolean => {
  const { firstDueOn, dueOn } = deadlineOf(currentRound(matter));
  return firstDueOn === null || matter.tabled.some((each) => each.meeting === meeting && each.heldOn === dueOn);
};

const hasSeats = (each: SeatsOfMeeting, { posts, people }: SeatsOfMeeting): boolean =>
  JSON.stringify([each.posts ?? [], each.people ?? []]) === JSON.stringify([posts ?? [], people ?? []]);

type SeatsOfMeeting = Pick<TabledForChallenge, 'posts' | 'people'>;

/** Not for an answer already given, and not for a date that has passed: late stays late. */
export const dateOfMeeting = (
  heldOn: TableForChallenge['heldOn'],
  times: readonly string[],
  matter: Matter,
  context: DisputeContext,
): DisputeEvent[] => {
  const round = currentRound(matter);
  const stage = currentStage(matter, context);
  const deadline = deadlineOf(round);
  const isSettled = !hasTime(answerDate(round, matter), context.now) || deadline.dueOn === heldOn;
  if (!isTimedBy(times, stage) || isSettled || stage.needs === 'report-only' || heldOn < context.today) return [];
  if (deadline.firstDueOn !== null) return [clockMoved('meeting-date-set', deadline, heldOn)];
  const { data } = clockStarted('meeting-date-set', round.number, round.protocolVersion, stage, heldOn, context);
  return [{ type: 'AnswerDeadlineSet', data: { ...data, startedOn: deadline.startedOn } }];
};

export const tableForChallengeAct = disputeAct({
  type: 'table-for-challenge',
  decide: tableForChallenge,
  route: null,
  events: {
    TabledForChallenge: {
      version: 1,
      sentence: ({ words, a, data, dated }) =>
        `The ${words.dispute} was put on the agenda of ${a(words.meeting)}${dated('on', data.heldOn)}.`,
    },
  },
});
