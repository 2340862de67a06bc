import type { Instant } from '../calendar/calendar.js';
import type { Recorded } from '../platform/decider.js';
import { wordsOn } from '../protocol/words-now.js';
import { currentRound, type DisputeState, isFrozen } from '../disputes/dispute.js';
import type { AnswerDeadlineSet, DisputeEvent, Standing } from '../disputes/events.js';
import { referralWithCafcass, standingReferral } from '../disputes/referrals.js';
import { THE_PROGRAM } from '../disputes/rules.js';
import { hasCome } from '../disputes/time/late.js';
import { isAnswered, standingOf } from '../disputes/time/standing.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { actionOf, type ActionTold, Concerned, type Recipient } from './concerned.js';
import { dateOf } from './date-of.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';
import { isOfActions, type WhenOfDispute } from './table/disputes.js';
import { BEFOREHAND, IN_ANOTHERS_NAME, tellsOf } from './table/table.js';

/*
 * The people who are told of a dispute, by role and post, and the notice for each: the row of the event in the table, asked of the dispute as the event left it, and
 * nothing else. The same history tells the same people the same things. The holder of a post is looked up afterwards (recipients.ts).
 */

/** A notice as the rules want it, before anybody has looked up who holds the post. */
export interface Wanted extends NoticeLine {
  readonly to: Recipient;
}

/** A dispute as the events of one act left it. */
export interface Situation {
  readonly state: DisputeState;
  /** As it was before the act. */
  readonly before: DisputeState;
  readonly protocols: ProtocolBook;
  /** The types of all events of the act: a date that is set together with a raising is told with the raising. */
  readonly act: readonly string[];
  /** Id of the person who acted, or of the program. */
  readonly actor: string;
  /** A date that passed before this moment is told to nobody. */
  readonly began: Instant;
}

/** The notices that one event of a dispute gives rise to, in the order of its row. */
export const toldOfDispute = (event: DisputeEvent, situation: Situation): Wanted[] => {
  const { state } = situation;
  // A row of a register is told to nobody until it is taken on; then there is a matter.
  if (state.status !== 'open' && state.status !== 'ended') return toldThatItIsARowAgain(event, situation);
  const dispute = new Concerned(state, situation.protocols, situation.before);
  const holds = (when: WhenOfDispute): boolean => CONDITIONS[when](event, situation, dispute);
  return tellsOf('dispute', event.type)
    .filter(({ when = [] }) => when.every(holds))
    .flatMap(({ notice, to }) =>
      isOfActions(to)
        ? ofActions(notice, dispute.actionsTold(to, event), dispute, event)
        : wanted(notice, dispute.of(to, event), dispute, event),
    );
};

/** A row that was taken on by mistake is a row again: those who were told of it as a dispute hear that it asks nothing of them any more. */
const toldThatItIsARowAgain = (event: DisputeEvent, { before, protocols }: Situation): Wanted[] => {
  if (event.type !== 'EntryTakenBack' || (before.status !== 'open' && before.status !== 'ended')) return [];
  const dispute = new Concerned(before, protocols, before);
  return [
    ...wanted('redirected-away', dispute.of('still-to-answer'), dispute, event),
    ...wanted('taken-back', dispute.of('told-of-it', event), dispute, event),
  ];
};

/** Each action that is theirs from now on has its own notice, with its date. */
const ofActions = (
  kind: NoticeKind,
  actions: readonly ActionTold[],
  dispute: Concerned,
  event: DisputeEvent,
): Wanted[] =>
  actions.flatMap(({ actionId, to: told }) => {
    const line = { ...lineOf(kind, dispute, event), ...dispute.actionDate(actionId), actionId };
    return told.map((to) => ({ ...line, to }));
  });

/** The reminder that an answer or an agreed action is due in one working day. */
export const toldBeforehand = (
  due: { readonly round: number } | { readonly actionId: string },
  state: DisputeState,
  protocols: ProtocolBook,
): Wanted[] => {
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const dispute = new Concerned(state, protocols);
  if ('round' in due) {
    const { notice, to } = BEFOREHAND['an answer is due in one working day'];
    return dispute.isWaitedFor(due.round) ? wanted(notice, dispute.of(to), dispute) : [];
  }
  const { notice } = BEFOREHAND['an agreed action is due in one working day'];
  const { actionId } = due;
  if (dispute.action(actionId)?.doneOn !== null) return [];
  const line = { ...lineOf(notice, dispute), ...dispute.actionDate(actionId), actionId };
  return dispute.ownersOf(actionId).map((to) => ({ ...line, to }));
};

/** Changes of a child's time in care, of which the IRO of an open dispute is told. */
export type OfCare = 'child-left-care' | 'child-turned-18' | 'child-back-in-care';

/** The IRO is told that a child has left care, has come back or is 18, of a dispute that is to be decided now. @param kind which of these */
export const toldOfTheEndOfCare = (kind: OfCare, state: DisputeState, protocols: ProtocolBook): Wanted[] => {
  if (state.status !== 'open') return [];
  const dispute = new Concerned(state, protocols);
  return wanted(kind, dispute.of('iro'), dispute);
};

/** The IRO is told of a dispute that ended with a child's care, which was not over. */
export const toldOfAMistakenEnding = (state: DisputeState, protocols: ProtocolBook): Wanted[] => {
  if (!endedWithCare(state)) return [];
  const dispute = new Concerned(state, protocols);
  return wanted('ended-though-in-care', dispute.of('iro'), dispute);
};

/** A person who was acted for is told, once for each act: of the first of its events. */
export const toldInAnothersName = (
  { metadata: { actor } }: Pick<Recorded<DisputeEvent>, 'metadata'>,
  { about, called }: Pick<NoticeLine, 'about' | 'called'>,
): Wanted[] =>
  actor.actingFor === undefined || actor.actingFor === actor.person
    ? []
    : [
        {
          kind: IN_ANOTHERS_NAME.notice,
          ...{ about, called, dueOn: null, dueAt: null, actionId: null },
          to: { person: actor.actingFor },
        },
      ];

const wanted = (
  kind: NoticeKind,
  recipients: readonly Recipient[],
  dispute: Concerned,
  event?: DisputeEvent,
): Wanted[] => recipients.map((to) => ({ ...lineOf(kind, dispute, event), to }));

/** The words of a notice of a dispute, before it is known to whom it goes. */
export const lineOf = (kind: NoticeKind, dispute: Concerned, event?: DisputeEvent): NoticeLine => ({
  kind,
  about: dispute.matter.reference,
  called: wordsOn(dispute.protocol, dispute.round.ladder).dispute,
  ...dateOf(kind, event, dispute),
  actionId: actionOf(event),
});

type Condition = (event: DisputeEvent, situation: Situation, dispute: Concerned) => boolean;

const CONDITIONS: { readonly [When in WhenOfDispute]: Condition } = {
  'answer-is-asked': (_, __, dispute) => dispute.asksForAnAnswer,
  'nobody-is-named': (_, __, { round }) => round.addressee.person === undefined,
  'only-reports': (_, __, { isOpen, onlyReports }) => isOpen && onlyReports,
  'settled-on-the-call': (_, __, { isOpen }) => !isOpen,
  'ended-later': (_, { act }) => !act.some((type) => type.endsWith('DisputeRaised')),
  'raised-by-another': (_, { actor }, { matter }) => actor !== matter.heldBy,
  'date-moved': (event, situation) =>
    event.type === 'AnswerDeadlineSet' && isTheNews(event.data, situation.act) && moves(event.data, situation),
  'date-chosen': ({ data }) => 'why' in data && CHOSEN.includes(data.why),
  'date-stayed': (_, { state, before }) => dateIn(state) === dateIn(before),
  'moved-by-holiday': ({ data }) => 'moved' in data && data.moved !== undefined,
  'since-we-tell': ({ data }, { began }) => 'dueAt' in data && data.dueAt !== null && hasCome(began, data.dueAt),
  'answer-waited-for': ({ data }, _, dispute) =>
    dispute.isWaitedFor('round' in data ? data.round : dispute.round.number),
  'nobody-sends-it-up': (event, _, { canGoUp }) =>
    event.type !== 'AnswerDeadlinePassed' || event.data.onSilence !== 'escalate' || !canGoUp,
  'still-paused': (_, { act }) => !act.includes('ClockResumed') && !act.includes('DisputeFrozen'),
  'stays-at-its-stage': (_, { act }) => !act.includes('DisputeEscalated'),
  'on-its-own': (_, { act }, { matter }) =>
    !isFrozen(matter) && !act.includes('DisputeUnfrozen') && !act.includes('EntryTakenBack'),
  'by-a-person': (_, { actor }) => actor !== THE_PROGRAM.person,
  'still-open': (_, __, { isOpen }) => isOpen,
  'is-set-aside': (_, __, { matter }) => isFrozen(matter),
  'answered-in-full': (event, _, dispute) => dispute.isAnswered(event),
  'answered-by-a-post': ({ data }) => !('meeting' in data && data.meeting !== undefined),
  'action-outstanding': (event, _, dispute) => dispute.action(actionOf(event))?.doneOn === null,
  'may-go-up': ({ data }, _, { isOpen }) => isOpen && 'standing' in data && data.standing === 'not-accepted',
  'not-with-a-caseload': ({ data }) => !('caseload' in data && data.caseload !== undefined),
  'settles-it': (event) => event.type === 'AnswerAccepted' && event.data.standing === 'accepted',
  'leaves-it-unsettled': (event) => event.type === 'AnswerAccepted' && event.data.standing !== 'accepted',
  'others-decide-too': (event) => event.type === 'AnswerRejected' && IS_JUDGED.includes(event.data.standing),
  'nobody-else-decides': (event) => event.type === 'AnswerRejected' && !IS_JUDGED.includes(event.data.standing),
  'judges-differ': ({ data }, _, { isOpen }) => isOpen && 'standing' in data && data.standing === 'judges-differ',
  'reading-was-asked': (_, { before }) => 'matter' in before && before.matter.requestsToRead.length > 0,
  'goes-on-to-cafcass': (event) => goesOnTo(event) === 'cafcass',
  'goes-on-up': (event) => ['director', 'chief-executive'].includes(goesOnTo(event) ?? ''),
  'goes-on-nowhere': (event, { act }) => goesOnTo(event) === null && !isTakenUpBy(event, act),
  'asked-others': (_, { before, state }) =>
    asking(before) !== null && asking(before)?.addressee !== asking(state)?.addressee,
  'referral-taken-back': (_, { before, state }) => referralIn(before) !== null && referralIn(state) === null,
  'referral-stands-again': (_, { before, state }) => referralIn(before) === null && referralIn(state) !== null,
  'on-no-agenda': (_, __, { matter }) => !matter.tabled.some(({ takenOff, decided }) => !takenOff && !decided),
  'on-another-agenda': (event, { before }) =>
    event.type !== 'TabledForChallenge' ||
    !('matter' in before) ||
    !before.matter.tabled.some(
      ({ meeting, heldOn, takenOff }) =>
        meeting === event.data.meeting && heldOn === event.data.heldOn && takenOff !== true,
    ),
  'recalls-the-stage': (_, { before, state }) => !isRecalled(before) && isRecalled(state),
  'recalled-no-longer': (_, { before, state }) => isRecalled(before) && !isRecalled(state),
  'cafcass-ended-it': (_, __, { matter }) => matter.referrals.length > 0 && referralWithCafcass(matter) === null,
  'may-go-up-again': (_, { before, state, protocols }) => !isToGoUp(before, protocols) && isToGoUp(state, protocols),
  'ended-for-that-death': (_, { before, state }) =>
    'matter' in before &&
    isFrozen(before.matter) &&
    endedWithCare(state) &&
    !isFrozen(state.matter) &&
    (endOf(state)?.metadata.occurredAt ?? '') >= before.matter.freeze!.recordedAt,
  'was-to-go-up': (_, { before, protocols }) => isToGoUp(before, protocols),
  'send-back-was-asked': (_, { before }) =>
    before.status === 'open' && currentRound(before.matter).sendBackAsked !== null,
  'was-judged': (_, { before, protocols }) =>
    before.status === 'open' && IS_JUDGED.includes(standingOf(before.matter, protocols)),
  'answered-by-it': (event) => event.type === 'DisputeMovedToChild' && event.data.answered !== undefined,
  'asks-anew': (_, { before, state }, dispute) =>
    dispute.asksForAnAnswer && JSON.stringify(asking(before)) !== JSON.stringify(asking(state)),
};

const IS_JUDGED: readonly Standing[] = ['awaiting-judgement', 'judges-differ'];

/** Null where it goes on nowhere. */
const goesOnTo = (event: DisputeEvent) =>
  event.type === 'ChallengeDecisionRecorded' ? (event.data.goesOnTo ?? null) : undefined;

/** The IRO is told with the answer of that stage that it may go up. */
const isTakenUpBy = (event: DisputeEvent, act: readonly string[]): boolean =>
  event.type === 'ChallengeDecisionRecorded' && event.data.decision === 'take-it-up' && act.includes('AnswerGiven');

/** Ways in which the date of an answer is set by somebody’s choice. */
const CHOSEN: readonly string[] = [
  'earlier-date-asked',
  'meeting-date-set',
  'next-meeting',
] satisfies AnswerDeadlineSet['why'][];

/** Dates that move by themselves are told; one that is set with something else is told with that. */
const isTheNews = ({ why, dueOn }: AnswerDeadlineSet, act: readonly string[]): boolean =>
  why === 'holiday-announced' ||
  (why === 'taken-off-agenda' && dueOn !== null) ||
  (why === 'resumed' && !act.includes('EntryTakenBack')) ||
  why === 'meeting-date-set' ||
  why === 'next-meeting' ||
  (why === 'earlier-date-asked' && !act.some((type) => type.endsWith('DisputeRaised')));

/** A pause of no working day, or a meeting set for the same day again, moves nothing. */
const moves = ({ round, dueAt }: AnswerDeadlineSet, { before }: Situation): boolean =>
  !('matter' in before) || (before.matter.rounds[round - 1]?.deadline?.dueAt ?? null) !== dueAt;

/** The answer of a lower stage is accepted, so the one that runs is not needed. */
const isRecalled = (state: DisputeState): boolean =>
  'matter' in state && currentRound(state.matter).recalledAt !== null;

/** The people who are asked now, and by when; null once it has ended or was answered, while it is set aside, or where a lower stage has settled it. */
const asking = (state: DisputeState) => {
  if (state.status !== 'open' || isFrozen(state.matter) || isRecalled(state)) return null;
  const round = currentRound(state.matter);
  return isAnswered(round) ? null : { addressee: JSON.stringify(round.addressee), dueAt: dateIn(state) };
};

/** It ended because a child left care, turned 18 or died. */
/** An ending in the story that counts no more is followed by another, or by none. */
const endOf = ({ story = [] }: DisputeState) => story.findLast(({ type }) => type === 'DisputeEndedOtherwise');

const endedWithCare = (state: DisputeState): state is Extract<DisputeState, { status: 'ended' }> => {
  if (state.status !== 'ended' || state.ending !== 'ended-otherwise') return false;
  const end = endOf(state);
  return end?.type === 'DisputeEndedOtherwise' && end.data.outcome === 'ENDED-CARE';
};

const isToGoUp = (state: DisputeState, protocols: ProtocolBook): boolean =>
  state.status === 'open' && standingOf(state.matter, protocols) === 'not-accepted';

/** The day of the referral to Cafcass that stands. */
const referralIn = (state: DisputeState) =>
  'matter' in state ? (standingReferral(state.matter)?.sentOn ?? null) : null;

const dateIn = (state: DisputeState): Instant | null =>
  'matter' in state ? (currentRound(state.matter).deadline?.dueAt ?? null) : null;

export type { Recipient };
