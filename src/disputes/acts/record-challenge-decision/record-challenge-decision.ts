import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import { agreedInOrder } from '../../agreed-actions.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { ChallengeDecision, ChallengeDecisionRecorded, DisputeEvent } from '../../events.js';
import { daysUntilAgreed } from '../../time/actions-given-back.js';
import { deadlineOf } from '../../time/clock.js';
import { isPutOff } from '../../time/late.js';
import { afterThese } from '../../time/standing.js';
import { isTimedBy } from '../../time/date-of-meeting.js';
import { dateOfMeeting } from '../table-for-challenge/table-for-challenge.js';
import { mustHaveTheRoute } from '../refer-to-cafcass/refer-to-cafcass.js';
import { answerOfMeeting } from './answer-of-meeting.js';
import {
  currentStage,
  mustBeOfTheService,
  mustBeRaised,
  mustNotBeInFuture,
  mustNotBeVoided,
  mustSay,
} from '../../rules.js';

export interface RecordChallengeDecision extends ChallengeDecisionRecorded {
  type: 'record-challenge-decision';
  /** The IRO's words on their view in the meeting; left out if they said nothing there. */
  iroWords?: string | null;
  /** Codes of the stages that the meeting times, none for every stage that a meeting times; left out for a single meeting. */
  times?: readonly string[];
}

/**
 * Records a meeting's decision in the dispute's own history, and its actions on the same list as all others. It is the answer that the
 * stage waits for, and with the IRO's view the verdict. If the meeting wants to look again, the stage waits until then. Escalating, sending
 * back and ending stay acts of those whose they are.
 *
 * @throws Refusal `not-tabled`, `service-only`, `withdrawn-since`, `no-cafcass-route`, `left-care-before`, `over-18`
 */
export const recordChallengeDecision = (
  act: RecordChallengeDecision,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  // An item may have been settled in between; the minutes say so: dropped.
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeOfTheService(matter, context);
  mustSay(act.discussion, 'what was said');
  act.actions.forEach((action) => mustSay(action.what, 'what will be done, in each action'));
  mustNotBeInFuture(act.heldOn, context.today, 'The day of the meeting');
  if (!matter.tabled.some(({ meeting }) => meeting === act.meeting)) {
    refuse('not-tabled', 'This does not stand on the agenda of that meeting. Put it there first.');
  }
  // Nobody could carry it out.
  if (act.goesOnTo === 'cafcass') mustHaveTheRoute(matter, context);
  // Nobody is asked for what was promised over a dispute that was withdrawn.
  if (state.status === 'ended' && state.ending === 'withdrawn' && act.actions.length > 0) {
    refuse(
      'withdrawn-since',
      'This was withdrawn, so nobody would be asked for an action over it. Drop it, and raise a new one if there is more to do.',
    );
  }
  const { type: _type, iroWords = null, times = [], ...decided } = act;
  const isTimed = state.status === 'open' && isTimedBy(times, currentStage(state.matter, context));
  const recorded: DisputeEvent = { type: 'ChallengeDecisionRecorded', data: decided };
  const agreed = agreedInOrder(matter, act.actions, 'challenge-meeting');
  return [
    recorded,
    ...answerOfMeeting(decided, afterThese([recorded], state, context), iroWords, isTimed, context),
    ...agreed,
    ...daysUntilAgreed(agreed, () => act.heldOn, null, state, context),
    ...(state.status === 'open' ? dateOfNextLook(decided, times, state.matter, context) : []),
  ];
};

const LOOKS_AGAIN: readonly ChallengeDecision[] = ['more-action-first', 'deferred'];

/** Nobody is late while the meeting itself has put the stage off that waits for it. */
const dateOfNextLook = (
  { decision, nextLookOn }: Pick<RecordChallengeDecision, 'decision' | 'nextLookOn'>,
  times: readonly string[],
  matter: Matter,
  context: DisputeContext,
): DisputeEvent[] => {
  if (!LOOKS_AGAIN.includes(decision)) return [];
  const on = nextLookOn ?? context.nextMeetingFor?.(currentStage(matter, context)) ?? null;
  const { dueOn } = deadlineOf(currentRound(matter));
  return on === null || (dueOn !== null && !isPutOff(dueOn, on)) ? [] : dateOfMeeting(on, times, matter, context);
};

const DECIDED = {
  'more-action-first': 'asked for more action first',
  'take-it-up': 'took it up',
  deferred: 'put it off',
  decided: 'decided, before the IRO said if they are satisfied',
  'decided-accepted': 'decided that the answer is accepted',
  'decided-not-accepted': 'decided that the answer is not accepted',
  dropped: 'dropped it',
  unseen: 'decided about it',
} as const satisfies Record<ChallengeDecision | 'unseen', string>;

export const recordChallengeDecisionAct = disputeAct({
  type: 'record-challenge-decision',
  decide: recordChallengeDecision,
  route: null,
  events: {
    ChallengeDecisionRecorded: {
      version: 1,
      sentence: ({ data, dated, words, A }) =>
        `${A(words.meeting)}${dated('on', data.heldOn)} ${DECIDED[data.decision ?? 'unseen']}.`,
    },
  },
});
