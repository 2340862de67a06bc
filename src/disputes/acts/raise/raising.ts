import type { LocalDate } from '../../../calendar/calendar.js';
import type { DocumentNamed } from '../../../documents/events.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import { ladderFor, ladderIn, type Rungs } from '../../../protocol/ladder.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { mustBeSentByTheIro } from '../../../protocol/sent-by-the-iro.js';
import type { Population, PostKind, Protocol, ProtocolVersion, Stage } from '../../../protocol/protocol.js';
import { earlierDateAsked } from '../ask-for-earlier-date/ask-for-earlier-date.js';
import { mustHaveDoneFirst } from './before-raising.js';
import { clocksStarted, totalCapStarted } from '../../time/clock.js';
import { countedOnReaching, type DaysToCountFrom, lacksItsFirstDay } from '../../time/counted-from.js';
import type { DisputeContext } from '../../context.js';
import { mustHoldAsAnIro } from '../../cafcass-route.js';
import { calledOn } from '../../fold/beginnings.js';
import type { DisputeState } from '../../dispute.js';
import type {
  Addressee,
  Advice,
  ChildView,
  DisputeEvent,
  DisputeRaised,
  Link,
  Subject,
  WantedAction,
  WroteFirst,
} from '../../events.js';
import {
  advice,
  advocateOfferMustBeSound,
  invalid,
  mustBeRaised,
  mustNotBeInFuture,
  mustSay,
  notYours,
  themesMustBeInUse,
} from '../../rules.js';
import { adviceOnRestrictedOnes } from '../../advice-on-links.js';
import { adviceOnCoverLeftOut, mustHaveSomebodyToAnswer } from '../../left-out.js';
import { isOwnPractice } from '../../own-practice.js';
import { chosenBy } from '../../chosen-by.js';
import { kindAt } from '../../kind.js';
import { seatOf } from '../../seats.js';
import { stageBegun } from '../../stage-begun.js';
import { helpWithRaising } from '../../writing-help.js';

/** The fields that the raising of an informal and of a formal dispute have in common. */
export interface Raising {
  reference: string;
  subject: Subject;
  theme: string;
  secondaryThemes: string[];
  concern: string;
  impactIfNothingChanges: string | null;
  acknowledged: string | null;
  actionsWanted: WantedAction[];
  spokeFirst: { spokeTo: string; spokeOn: LocalDate; result: string } | null;
  /** An e-mail before raising; null, or left out, where none is on record. */
  wroteFirst?: WroteFirst | null;
  childView: ChildView | null;
  urgent: boolean;
  /** The reason why it does not wait for what the protocol requires before raising; left out if it is not asked for. */
  urgentBecause?: string | null;
  links: Link[];
  /** Left out where there is none. */
  documents?: DocumentNamed[];
  /** An earlier date than the protocol's, with a reason. */
  earlierDate: { askedFor: LocalDate; reason: string } | null;
  /** For a stage timed by a meeting. */
  meetingOn: LocalDate | null;
  /** Code of the ladder of the informal dispute that this continues: it stays in it, as long as the protocol in force has it. */
  ladder?: string;
  /** The list of those who may read the restricted informal dispute that this continues: the same matter. Left out where it is not restricted. */
  restrictedTo?: readonly string[];
  /** Code of its level; null, or left out, where the protocol has none. */
  level?: string | null;
  /** Day of the review that it comes from; null, or left out, where none is said. */
  reviewedOn?: LocalDate | null;
  /** How much time there is to answer, where the protocol lets it be chosen; the limit of the stage where it is left out. */
  answerWithin?: number | null;
  /** Advice that only the outside can give (another open dispute for the same child and theme). */
  outsideAdvice: Advice[];
}

/** The checks that raising informally and formally share. @returns the rules in force today */
export const mustBeAbleToRaise = (act: Raising, state: DisputeState, context: DisputeContext): ProtocolVersion => {
  const version = context.protocols.inForceOn(context.today);
  const { protocol } = version;
  mustNotBeRaisedYet(state);
  mustTakeConcerns(protocol);
  mustBeForThisChild(act.subject.population, protocol);
  mustNameAChild(act);
  mustNotBeOwnPractice(act, context);
  mustBeHeldByAnIro(act, context);
  levelOf(act, protocol);
  mustSay(act.concern, 'what is happening');
  themesMustBeInUse(protocol, [act.theme, ...act.secondaryThemes], context.today);
  nothingMustBeSaidTwice(act);
  conversationMustBeSound(act, context);
  if (act.childView) advocateOfferMustBeSound(act.childView, context.today);
  if (act.reviewedOn) mustNotBeInFuture(act.reviewedOn, context.today, 'The day of the review');
  mustHaveDoneFirst(act, state, protocol, context);
  return version;
};

/** The ladder that a dispute goes up which is raised now; that of what it continues, where there is such a ladder still. */
export const ladderToRaiseOn = (act: Raising, { protocol }: ProtocolVersion, { actor }: DisputeContext): Rungs => {
  const before = act.ladder === undefined ? undefined : ladderIn(protocol, act.ladder);
  return before ?? ladderFor(protocol, { ...chosenBy(act, actor), level: levelOf(act, protocol) });
};

/**
 * The level that it is raised at; null where the protocol has none, also for what continues a dispute that had one.
 *
 * @throws Refusal `level-missing`, `no-such-level`, `no-levels`
 */
export const levelOf = ({ ladder, level = null }: Raising, protocol: Protocol): string | null => {
  if (ladder !== undefined && protocol.levels === undefined) return null;
  mustBeALevel(level, protocol);
  return level;
};

/** @throws Refusal `level-missing`, `no-such-level`, `no-levels` */
export const mustBeALevel = (level: string | null, { levels = [] }: Protocol): void => {
  const known = levels.map(({ code }) => code);
  if (known.length === 0) {
    if (level !== null) invalid('no-levels', 'The protocol in force has no levels. Leave the level out.');
    return;
  }
  if (level === null)
    return invalid('level-missing', `Say how pressing it is: give one of the levels ${known.join(', ')}.`);
  if (!known.includes(level))
    invalid('no-such-level', `That is none of the council’s levels. Choose among ${known.join(', ')}.`);
};

/** Nobody raises a concern about their own practice, and the IRO whose practice it is about never holds it. */
const mustNotBeOwnPractice = ({ subject }: Raising, { actor }: DisputeContext): void => {
  if (isOwnPractice(subject, actor))
    notYours(
      'own-practice',
      'This is about your own practice as an IRO, so somebody else raises it. Ask another IRO or an IRO manager.',
    );
  if (subject.practiceOf !== undefined && subject.practiceOf === subject.iro)
    invalid('own-practice', 'The IRO whose practice it is about never holds it. Name in iro somebody else.');
};

/** A concern is stopped for nobody who raises it as their own: a chair who does hears who refers, and the IRO manager allocates the child. */
const mustBeHeldByAnIro = ({ subject }: Raising, context: DisputeContext): void => {
  const { person, actingFor } = context.actor;
  if (subject.iro !== (actingFor ?? person))
    mustHoldAsAnIro(subject.iro, { ...subject, writtenOn: context.today }, context, '/iro');
};

/** A dispute begins on a new stream, or where so far there is only a conversation. */
const mustNotBeRaisedYet = (state: DisputeState): void => {
  if (state.status === 'conversation-withdrawn') mustBeRaised(state);
  if (state.status !== 'not-raised' && state.status !== 'discussed') {
    refuse('already-raised', 'A dispute already stands under this reference. Raise another under a new one.');
  }
};

const mustTakeConcerns = (protocol: Protocol): void => {
  if (!protocol.kinds.includes('concern')) {
    refuse('no-concerns-here', 'The protocol in force takes no concerns, only good practice.');
  }
};

const mustBeForThisChild = (population: Population, protocol: Protocol): void => {
  if (!protocol.populations.includes(population)) {
    refuse(
      'population-not-covered',
      'The protocol in force is not for children in this position. Use the route that is.',
    );
  }
};

const mustNameAChild = ({ subject }: Raising): void => {
  if (subject.children.length === 0)
    invalid('child-missing', 'Name at least one child: every dispute is about a child.');
  if (new Set(subject.children).size < subject.children.length) {
    invalid('child-named-twice', 'The same child is named twice. Name each child once.');
  }
};

const nothingMustBeSaidTwice = ({ theme, secondaryThemes, links }: Raising): void => {
  if (secondaryThemes.includes(theme))
    invalid('theme-named-twice', 'The main theme is among the secondary ones too. Name each theme once.');
  if (new Set(links.map(({ kind, to }) => `${kind} ${to}`)).size < links.length)
    invalid('linked-twice', 'The same link is there twice. Give each once.');
};

const conversationMustBeSound = ({ spokeFirst, wroteFirst }: Raising, { today }: DisputeContext): void => {
  if (wroteFirst) {
    mustSay(wroteFirst.wroteTo, 'whom you wrote to');
    mustSay(wroteFirst.result, 'what came of the e-mail');
    mustNotBeInFuture(wroteFirst.wroteOn, today, 'The day you wrote');
  }
  if (spokeFirst === null) return;
  mustSay(spokeFirst.spokeTo, 'whom you spoke to');
  mustSay(spokeFirst.result, 'what came of the call');
  mustNotBeInFuture(spokeFirst.spokeOn, today, 'The day you spoke');
};

/**
 * The posts that the protocol lets raise, or send this stage. An IRO is personally responsible for activating the process
 * (Handbook 6.4), so no list can leave the IRO of a looked-after child out; and siblings of several IROs are named together by their manager.
 * @throws Refusal `raising-not-yours`, `sent-by-the-iro` (not-yours)
 */
export const mustBeARaiser = (act: Raising, protocol: Protocol, stage: Stage, context: DisputeContext): void => {
  const { actor, businessSupportSends } = context;
  mustBeSentByTheIro(actor, businessSupportSends);
  const entersForSomebody = actor.role === 'business-support' && actor.actingFor !== undefined;
  if (
    !raisesByPost(actor, act.subject.population, protocol, [stage]) &&
    !entersForSomebody &&
    !namesSiblingsTogether(act, context)
  ) {
    notYours(
      'raising-not-yours',
      `A dispute is raised by ${anyOfPosts(protocol.raisers, protocol)}. Ask the child’s IRO.`,
    );
  }
};

/** The IRO of a looked-after child, and the posts that the protocol lets raise, or send one of these stages. */
export const raisesByPost = (
  actor: DisputeContext['actor'],
  population: Population,
  protocol: Protocol,
  stages: readonly Stage[],
): boolean =>
  (population === 'looked-after' && seatOf(actor, population, protocol) === 'iro') ||
  [protocol.raisers, ...stages.map(({ sentBy }) => sentBy)].flat().some((post) => post === actor.role);

/**
 * Brothers and sisters with several IROs: none of these may name the child of another, so their manager names them together, in the name of
 * one of these IROs, whoever raises by the protocol.
 */
const namesSiblingsTogether = ({ subject }: Raising, { actor, childrenToday }: DisputeContext): boolean => {
  const iros = new Set((childrenToday?.(subject.children) ?? []).flatMap(({ iro }) => iro ?? []));
  return actor.role === 'iro-manager' && iros.size > 1 && iros.has(subject.iro);
};

export interface Beginning {
  readonly version: ProtocolVersion;
  readonly stage: Stage;
  readonly stageReason: string | null;
  readonly stageAdvice: Advice[];
}

/** The dispute, its clock, and an earlier date where one is asked for. */
export const raised = (
  act: Raising,
  beginning: Beginning,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { version, stage } = beginning;
  const kind = kindAt(stage);
  const days: DaysToCountFrom = {
    raising: context.today,
    review: act.reviewedOn ?? null,
    call: calledOn(act, state),
  };
  const counted = countedOnReaching(stage, days, context.today, act.answerWithin ?? null);
  const [clock, ...receipt] = clocksStarted('raised', 1, version.version, stage, act.meetingOn, context, counted);
  const data: DisputeRaised = {
    reference: act.reference,
    subject: act.subject,
    raisedOn: context.today,
    protocolVersion: version.version,
    stage: stageBegun(stage, levelOf(act, version.protocol), beginning.stageReason),
    addressee: addresseeOf(stage, act.subject, act.subject.children, context),
    theme: act.theme,
    secondaryThemes: act.secondaryThemes,
    concern: act.concern,
    impactIfNothingChanges: act.impactIfNothingChanges,
    acknowledged: act.acknowledged,
    actionsWanted: act.actionsWanted,
    spokeFirst: act.spokeFirst,
    ...(act.wroteFirst ? { wroteFirst: act.wroteFirst } : {}),
    ...(act.reviewedOn ? { reviewedOn: act.reviewedOn } : {}),
    childView: act.childView,
    urgent: act.urgent,
    ...(act.urgentBecause ? { urgentBecause: act.urgentBecause } : {}),
    links: act.links,
    ...(act.documents === undefined ? {} : { documents: act.documents }),
    adviceGiven: [
      ...beginning.stageAdvice,
      ...adviceAfterDeath(act, context),
      ...adviceAfterCare(act, context),
      ...adviceOnItsFirstDay(stage, days),
      ...helpWithRaising(act, context),
      ...(act.restrictedTo === undefined
        ? adviceOnRestrictedOnes(act.links, null, context)
        : adviceOnCoverLeftOut(act.subject.iro, act.restrictedTo, context)),
      ...act.outsideAdvice,
    ],
  };
  mustBeReadByWhoAnswers(act, data.addressee, context);
  const earlier =
    act.earlierDate === null
      ? []
      : earlierDateAsked(act.earlierDate, stage, clock.data, context, '/earlierDate/askedFor');
  const type = kind === 'formal' ? 'FormalDisputeRaised' : 'InformalDisputeRaised';
  const restricted = act.restrictedTo === undefined ? [] : [restrictedAlike(act.restrictedTo)];
  const totalCap = totalCapStarted(kind, version.protocol, context);
  return [{ type, data }, ...restricted, clock, ...earlier, ...receipt, ...totalCap];
};

/** It is restricted from its first moment, so that nobody is told of it who may not read what it continues. */
const restrictedAlike = (readers: readonly string[]): DisputeEvent => ({
  type: 'DisputeRestricted',
  data: { readers: [...readers], reason: 'What this continues is restricted.' },
});

/** Of a child who has died nobody is asked for an answer. @throws Refusal `nobody-on-the-list-answers` */
const mustBeReadByWhoAnswers = (
  { subject: { children, iro: heldBy }, restrictedTo }: Raising,
  addressee: Addressee,
  context: DisputeContext,
): void => {
  if (restrictedTo === undefined || context.hasOneDied?.(children) === true) return;
  mustHaveSomebodyToAnswer({ children, heldBy, restrictedTo: [...restrictedTo] }, addressee, context);
};

/** A dispute raised about a child who has died is set aside at once, and its raiser learns it with the answer. */
const adviceAfterDeath = ({ subject }: Raising, { hasOneDied }: DisputeContext): Advice[] =>
  hasOneDied?.(subject.children) === true
    ? [
        advice(
          'child-has-died',
          'A child whom it is about has died. It is set aside at once: the IRO and the IRO managers read it, and nobody is asked to answer it.',
        ),
      ]
    : [];

/** Written down as about a looked-after child, and by the record none of its children is one any more. */
const adviceAfterCare = (
  { subject: { children, population } }: Raising,
  { childrenToday }: DisputeContext,
): Advice[] => {
  const known = childrenToday?.(children) ?? [];
  const isOver =
    known.length === children.length && known.every(({ isAdult, leftCareOn }) => isAdult || leftCareOn !== null);
  return population === 'looked-after' && isOver
    ? [
        advice(
          'no-longer-in-care',
          'This is written down as about a looked-after child, and by the record the child has left care or is 18. Correct whichever is wrong: it decides which routes are open, and how this is counted.',
          '/population',
        ),
      ]
    : [];
};

const adviceOnItsFirstDay = (stage: Stage, days: DaysToCountFrom): Advice[] =>
  lacksItsFirstDay(stage, days)
    ? [
        advice(
          'counted-from-raising',
          `The protocol counts the time to answer from the ${stage.timing?.from}. None is on record, so it is counted from today.`,
        ),
      ]
    : [];

/*
 * Two rules of the ladder hold for everybody but the IRO, whom they only warn: the guidance lets the IRO bypass any stage
 * (Handbook 6.2).
 */

/** The posts that may enter the ladder at a stage, or skip to it. @throws Refusal `entry-not-yours` (not-yours), not for the IRO */
export const adviceOnEntering = (stage: Stage, seat: PostKind | null, protocol: Protocol): Advice[] => {
  if (stage.entry.by.length === 0 || stage.entry.by.some((post) => post === seat)) return [];
  return seat === 'iro'
    ? [
        advice(
          'entry-by-others',
          'The protocol names other posts for this stage; the guidance lets the IRO begin here.',
        ),
      ]
    : notYours(
        'entry-not-yours',
        `At this stage ${anyOfPosts(['iro', ...stage.entry.by], protocol)} may begin. Begin lower down, or ask them.`,
      );
};

/** Whether a stage opens only after all earlier ones. @param used numbers of the stages the dispute has been at */
export const adviceOnOrder = (stage: Stage, seat: PostKind | null, used: readonly number[]): Advice[] => {
  const leftOut = new Set(used.filter((number) => number > 0)).size < stage.number - 1;
  if (stage.entry.rule !== 'after-all-earlier' || !leftOut) return [];
  return seat === 'iro'
    ? [
        advice(
          'earlier-stages-left-out',
          'The protocol opens this stage after all earlier ones; the guidance lets the IRO bypass any.',
        ),
      ]
    : refuse(
        'earlier-stages-first',
        'The protocol opens this stage only after all earlier ones, but for the IRO, who may go straight to it. Ask the IRO.',
      );
};
