import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import type { PostKind, Stage } from '../../../protocol/protocol.js';
import { clocksStarted, totalCapBegun } from '../../time/clock.js';
import { countedOnReaching, daysToCountFrom } from '../../time/counted-from.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { Advice, DisputeEscalated, DisputeEvent, Standing } from '../../events.js';
import { answeredInTheirPlace, mustBeAnsweredAt } from '../../left-out.js';
import { adviceOnEntering, adviceOnOrder } from '../raise/raising.js';
import {
  advice,
  currentStage,
  goesUp,
  isNamedIn,
  isTheClock,
  mustBeOpen,
  mustSay,
  notYours,
  protocolOf,
  seatIn,
  stagesAbove,
} from '../../rules.js';
import { cafcassRoute } from '../../cafcass-route.js';
import { stageBegun } from '../../stage-begun.js';
import { isAnswered, isTakenUp, standingOf } from '../../time/standing.js';
import { answerDate } from '../../time/dates.js';
import { isLate } from '../../time/late.js';

/** To the next stage, or to any higher one with a reason. */
export interface Escalate {
  type: 'escalate';
  /** The next stage unless told. */
  toStage: number | null;
  reason: string;
  meetingOn: LocalDate | null;
  /** How much time there is to answer, where the protocol lets it be chosen; the limit of the stage where it is left out. */
  answerWithin?: number | null;
  /** The person who answers in place of those who may not read a restricted one; left out, or null, where nobody is named. */
  answeredBy?: string | null;
}

type Because = DisputeEscalated['because'];

/**
 * Up the ladder, to the next stage or a higher one, under the protocol in force today as long as that has the post
 * above. Silence leads up, never to closure. The IRO
 * may bypass any stage at any time (Handbook 6.2); where the protocol would have it otherwise, that is said and not forbidden. The
 * clock takes it to the next stage by itself, where the protocol says so of a stage that nobody answered.
 *
 * @throws Refusal `informal-goes-up-as-formal`, `top-of-ladder`, `not-higher`, `no-such-stage`, `escalating-not-yours`,
 *   `not-ready-to-escalate`, `chase-first`, `entry-not-yours`, `earlier-stages-first`, `silence-has-not-run-out`, `nobody-on-the-list-answers`, `somebody-on-the-list-answers`, `iro-chooses`,
 *   `time-not-chosen-here`, `more-time-than-the-limit`
 */
export const escalate = (act: Escalate, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'why it goes up');
  const target = stageToGoTo(act, matter, context);
  const skipped = stagesAbove(matter, context).filter(({ number }) => number < target.number);
  const seat = seatIn(matter, context);
  const adviceGiven = [
    ...mustBeAnEscalator(matter, seat, context),
    ...(skipped.length > 0 ? adviceOnEntering(target, seat, protocolOf(matter, context)) : []),
    ...adviceOnOrder(target, seat, stagesUsed(matter)),
    ...mustBeReady(matter, seat, context),
  ];
  const { version } = goesUp(matter, context).version;
  const from = currentRound(matter);
  const addressee = addresseeOf(target, from.addressee, matter.subject.children, context);
  const named = act.answeredBy ?? null;
  if (named === null) mustBeAnsweredAt(matter, addressee, context);
  const inTheirPlace = named === null ? [] : answeredInTheirPlace(named, act.reason, matter, addressee, context);
  return [
    {
      type: 'DisputeEscalated',
      data: {
        from: from.stage,
        to: stageBegun(target, matter.level, skipped.length > 0 ? act.reason : null),
        addressee,
        protocolVersion: version,
        because: becauseOf(matter, context),
        reason: act.reason,
        skipped: skipped.map(({ number }) => number),
        adviceGiven,
      },
    },
    ...clocksStarted(
      'escalated',
      from.number + 1,
      version,
      target,
      act.meetingOn,
      context,
      countedOnReaching(target, daysToCountFrom(matter), context.today, act.answerWithin ?? null),
    ),
    ...totalCapBegun(matter, version, target, context),
    ...inTheirPlace,
  ];
};

const stagesUsed = (matter: Matter): number[] => matter.rounds.map(({ stage }) => stage);

const stageToGoTo = (act: Escalate, matter: Matter, context: DisputeContext): Stage => {
  if (currentRound(matter).stage === 0) {
    refuse('informal-goes-up-as-formal', 'An informal dispute goes up as a formal one. Raise that, linked to this.');
  }
  const above = stagesAbove(matter, context);
  const next = above[0];
  if (next === undefined) {
    return refuse(
      'top-of-ladder',
      isCafcassOpen(matter, context)
        ? 'This is the top of the ladder. Refer to Cafcass, or record that no agreement was reached.'
        : 'This is the top of the ladder. Record that no agreement was reached.',
    );
  }
  if (act.toStage === null || isTheClock(context)) return next;
  if (act.toStage <= currentRound(matter).stage) refuse('not-higher', 'An escalation goes up. Choose a higher stage.');
  return (
    above.find(({ number }) => number === act.toStage) ??
    refuse('no-such-stage', `The ladder ends at stage ${above.at(-1)!.number}. Choose one up to that.`)
  );
};

/** A conference chair has no such route, nor has an IRO for a child who is not looked after. */
const isCafcassOpen = ({ subject, raisedOn }: Matter, context: DisputeContext): boolean => {
  const route = cafcassRoute({ ...subject, writtenOn: raisedOn }, ['looked-after'], context);
  return context.actor.role !== 'conference-chair' && (route === 'today' || route === 'when-raised');
};

/** The posts that the protocol lets press the button, and always the IRO. */
const mustBeAnEscalator = (matter: Matter, seat: PostKind | null, context: DisputeContext): Advice[] => {
  if (isTheClock(context)) return silenceMustHaveRunOut(matter, context);
  const { escalatedBy } = currentStage(matter, context);
  if (isNamedIn(escalatedBy, seat)) return [];
  return seat === 'iro'
    ? [
        advice(
          'escalated-by-others',
          'The protocol names another post to send this up; the guidance lets the IRO do it.',
        ),
      ]
    : notYours(
        'escalating-not-yours',
        `This is sent up by ${anyOfPosts(['iro', ...escalatedBy], protocolOf(matter, context))}. Ask them.`,
      );
};

/** The program sends it up where the protocol says so, once the passing of the date is on record. It skips nothing. */
const silenceMustHaveRunOut = (matter: Matter, context: DisputeContext): Advice[] => {
  const round = currentRound(matter);
  const stage = currentStage(matter, context);
  if (stage.onSilence !== 'escalate' || !round.passed.answer || isAnswered(round)) {
    refuse('silence-has-not-run-out', 'The program sends up only what nobody answered, where the protocol says so.');
  }
  return [];
};

/** As the protocol counts its judges, or because they differ. */
const NOT_SATISFIED: readonly Standing[] = ['not-accepted', 'judges-differ'];

const becauseOf = (matter: Matter, context: DisputeContext): Because => {
  const round = currentRound(matter);
  if (isAnswered(round)) {
    if (!NOT_SATISFIED.includes(standingOf(matter, context.protocols))) return 'bypassed';
    return isTakenUp(round) ? 'taken-up' : 'not-satisfied';
  }
  return isLate(answerDate(round, matter), context.now) ? 'no-answer' : 'bypassed';
};

/** Not accepted, taken up by a meeting, or not answered in time. The IRO need not wait for any of them. */
const mustBeReady = (matter: Matter, seat: PostKind | null, context: DisputeContext): Advice[] => {
  const because = becauseOf(matter, context);
  if (because === 'taken-up') return [];
  if (because === 'not-satisfied') return theIroMustDecideBetween(matter, seat, context);
  if (isTheClock(context)) return [];
  if (because === 'no-answer') return silenceMustCount(matter, seat, context);
  return seat === 'iro'
    ? [advice('bypassed', 'This stage had not run its course; the guidance lets the IRO bypass any stage.')]
    : refuse(
        'not-ready-to-escalate',
        'It goes up when the answer is not accepted or does not come in time. Ask the IRO.',
      );
};

/** While the judges differ, the protocol sends nothing up by their word, so the IRO must decide. */
const theIroMustDecideBetween = (matter: Matter, seat: PostKind | null, context: DisputeContext): Advice[] =>
  seat !== 'iro' && standingOf(matter, context.protocols) === 'judges-differ'
    ? refuse(
        'not-ready-to-escalate',
        'The judges of this answer differ, so the IRO decides whether it goes up. Ask the IRO.',
      )
    : [];

/** The conditions that the protocol sets on silence: a chase first, or the judge's word that it is not accepted. */
const silenceMustCount = (matter: Matter, seat: PostKind | null, context: DisputeContext): Advice[] => {
  const stage = currentStage(matter, context);
  const chaseIsMissing = stage.onSilence === 'chase-then-ask' && currentRound(matter).chases === 0;
  if (seat === 'iro') {
    return chaseIsMissing
      ? [advice('not-chased', 'The protocol chases once before it goes up; the IRO need not wait.')]
      : [];
  }
  if (chaseIsMissing) refuse('chase-first', 'The protocol chases once before silence sends it up. Chase it first.');
  if (!stage.silenceIsNotAccepted) {
    refuse('not-ready-to-escalate', 'Under the protocol silence alone does not send this up. Ask the IRO to decide.');
  }
  return [];
};

const BECAUSE = {
  'no-answer': ', as no answer had come',
  'taken-up': ', as the meeting took it up',
  'not-satisfied': '',
  bypassed: '',
} as const satisfies Record<Because, string>;

export const escalateAct = disputeAct({
  type: 'escalate',
  decide: escalate,
  route: 'escalate',
  sample: (): Escalate => ({ type: 'escalate', toStage: null, reason: WORDS, meetingOn: null }),
  events: {
    DisputeEscalated: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} took the ${words.dispute} up${data.to?.name ? ` to ${words.stage} ${data.to.number}, ${data.to.name}` : ''}${BECAUSE[data.because ?? 'bypassed']}.`,
    },
  },
});
