import type { LocalDate } from '../../../calendar/calendar.js';
import type { DocumentNamed } from '../../../documents/events.js';
import { addresseeOf } from '../../addressee-of.js';
import { refuse } from '../../../platform/decider.js';
import type {
  BeforeRaising,
  Population,
  PostKind,
  Protocol,
  ProtocolVersion,
  Stage,
} from '../../../protocol/protocol.js';
import { earlierDateAsked } from '../ask-for-earlier-date/ask-for-earlier-date.js';
import { clocksStarted, totalCapStarted } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { Advice, DisputeEvent, DisputeRaised, Link, Subject, WantedAction } from '../../events.js';
import {
  advice,
  advocateOfferMustBeSound,
  invalid,
  mustNotBeInFuture,
  mustSay,
  notYours,
  themesMustBeInUse,
} from '../../rules.js';
import { seatOf } from '../../seats.js';
import { helpWithRaising } from '../../writing-help.js';

/** What the raising of an informal and of a formal dispute have in common. */
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
  childView: {
    view: string | null;
    told: boolean | null;
    advocateOffered: boolean | null;
    advocateOfferedOn: LocalDate | null;
  } | null;
  urgent: boolean;
  /** Why it does not wait for what the protocol requires before raising; left out where it is not asked for. */
  urgentBecause?: string | null;
  links: Link[];
  /** Left out where there is none. */
  documents?: DocumentNamed[];
  /** An earlier date than the protocol's, with a reason. */
  earlierDate: { askedFor: LocalDate; reason: string } | null;
  /** For a stage timed by a meeting. */
  meetingOn: LocalDate | null;
  /** Advice that only the outside can give (another open dispute for the same child and theme). */
  outsideAdvice: Advice[];
}

/** What holds for raising informally and formally alike. @returns the rules in force today */
export const mustBeAbleToRaise = (act: Raising, state: DisputeState, context: DisputeContext): ProtocolVersion => {
  const version = context.protocols.inForceOn(context.today);
  const { protocol } = version;
  mustNotBeRaisedYet(state);
  mustTakeConcerns(protocol);
  mustBeForThisChild(act.subject.population, protocol);
  mustNameAChild(act);
  mustSay(act.concern, 'what is happening');
  themesMustBeInUse(protocol, [act.theme, ...act.secondaryThemes], context.today);
  nothingMustBeSaidTwice(act);
  conversationMustBeSound(act, context);
  if (act.childView) advocateOfferMustBeSound(act.childView, context.today);
  mustHaveDoneFirst(act, state, protocol);
  return version;
};

/** A dispute begins on a new stream, or where so far there is only a conversation. */
const mustNotBeRaisedYet = (state: DisputeState): void => {
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

const conversationMustBeSound = ({ spokeFirst }: Raising, { today }: DisputeContext): void => {
  if (spokeFirst === null) return;
  mustSay(spokeFirst.spokeTo, 'whom you spoke to');
  mustSay(spokeFirst.result, 'what came of the call');
  mustNotBeInFuture(spokeFirst.spokeOn, today, 'The day you spoke');
};

/** What the protocol asks for before raising and there is no record of. */
const notDoneBefore = (act: Raising, isDiscussed: boolean, { beforeRaising }: Protocol): BeforeRaising[] => {
  const done: Record<BeforeRaising['act'], boolean> = {
    call: act.spokeFirst !== null || isDiscussed,
    'advocate-offered': act.childView?.advocateOffered === true,
    'child-told': act.childView?.told === true,
  };
  return beforeRaising.filter((before) => !done[before.act]);
};

const IN_WORDS: Readonly<Record<BeforeRaising['act'], string>> = {
  call: 'speak to the worker or manager first',
  'advocate-offered': 'offer the child an advocate first',
  'child-told': 'tell the child first',
};

const asked = ({ act, inWords }: BeforeRaising): string =>
  inWords === undefined ? IN_WORDS[act] : `${IN_WORDS[act]} (“${inWords}”)`;

/** Where the protocol requires something first. Risk to the child waits for none of it, and the reason is put on record. */
const mustHaveDoneFirst = (act: Raising, state: DisputeState, protocol: Protocol): void => {
  const missing = notDoneBefore(act, state.status === 'discussed', protocol).find(({ rule }) => rule === 'required');
  if (missing === undefined) return;
  if (!act.urgent)
    refuse(
      missing.act === 'call' ? 'speak-first' : 'not-done-before',
      `The protocol asks you to ${asked(missing)}. Record it, or mark this as urgent and say why in urgentBecause.`,
    );
  if ((act.urgentBecause ?? '').trim() === '')
    invalid(
      'urgent-without-reason',
      `The protocol asks you to ${asked(missing)}. Say in urgentBecause why this does not wait for it.`,
    );
};

/** A word to whoever raises without what the protocol asks for. A call has its own, given under any protocol. */
export const adviceBeforeRaising = (act: Raising, state: DisputeState, protocol: Protocol): Advice[] =>
  notDoneBefore(act, state.status === 'discussed', protocol)
    .filter((before) => before.inWords !== undefined || before.act !== 'call')
    .map((before) => advice('not-done-before', `The protocol asks you to ${asked(before)}. If you did, record it.`));

/**
 * The posts that the protocol lets raise, or send this stage. An IRO is personally responsible for activating the process
 * (Handbook 6.4), so no list can leave the IRO of a looked-after child out.
 */
export const mustBeARaiser = (act: Raising, protocol: Protocol, stage: Stage, { actor }: DisputeContext): void => {
  const seat = seatOf(actor, act.subject.population, protocol);
  const statutory = seat === 'iro' && act.subject.population === 'looked-after';
  const listed = [...protocol.raisers, ...stage.sentBy].some((post) => post === actor.role);
  const entersForSomebody = actor.role === 'business-support' && actor.actingFor !== undefined;
  if (!statutory && !listed && !entersForSomebody) {
    notYours('raising-not-yours', 'The protocol does not name your post among those who raise. Ask the child’s IRO.');
  }
};

export interface Beginning {
  readonly type: 'InformalDisputeRaised' | 'FormalDisputeRaised';
  readonly version: ProtocolVersion;
  readonly stage: Stage;
  readonly stageReason: string | null;
  readonly stageAdvice: Advice[];
}

/** The dispute, its clock, and an earlier date where one is asked for. */
export const raised = (act: Raising, beginning: Beginning, context: DisputeContext): DisputeEvent[] => {
  const { type, version, stage } = beginning;
  const [clock, ...receipt] = clocksStarted('raised', 1, version.version, stage, act.meetingOn, context);
  const data: DisputeRaised = {
    reference: act.reference,
    subject: act.subject,
    raisedOn: context.today,
    protocolVersion: version.version,
    stage: { number: stage.number, code: stage.code, name: stage.name, reason: beginning.stageReason },
    addressee: addresseeOf(stage, act.subject, act.subject.children, context),
    theme: act.theme,
    secondaryThemes: act.secondaryThemes,
    concern: act.concern,
    impactIfNothingChanges: act.impactIfNothingChanges,
    acknowledged: act.acknowledged,
    actionsWanted: act.actionsWanted,
    spokeFirst: act.spokeFirst,
    childView: act.childView,
    urgent: act.urgent,
    ...(act.urgentBecause ? { urgentBecause: act.urgentBecause } : {}),
    links: act.links,
    ...(act.documents === undefined ? {} : { documents: act.documents }),
    adviceGiven: [...beginning.stageAdvice, ...helpWithRaising(act), ...act.outsideAdvice],
  };
  const earlier =
    act.earlierDate === null
      ? []
      : earlierDateAsked(act.earlierDate, stage, clock.data, context, '/earlierDate/askedFor');
  const kind = type === 'FormalDisputeRaised' ? 'formal' : 'informal';
  return [{ type, data }, clock, ...earlier, ...receipt, ...totalCapStarted(kind, version.protocol, context)];
};

/*
 * Two rules of the ladder hold for everybody but the IRO, whom they only warn: the guidance lets the IRO bypass any stage
 * (Handbook 6.2).
 */

/** Which posts may enter the ladder at a stage, or skip to it. */
export const adviceOnEntering = (stage: Stage, seat: PostKind | null): Advice[] => {
  if (stage.entry.by.length === 0 || stage.entry.by.some((post) => post === seat)) return [];
  return seat === 'iro'
    ? [
        advice(
          'entry-by-others',
          'The protocol names other posts for this stage; the guidance lets the IRO begin here.',
        ),
      ]
    : notYours('entry-not-yours', 'The protocol does not let your post begin at this stage. Ask the IRO.');
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
    : refuse('earlier-stages-first', 'The protocol opens this stage only after all earlier ones. Ask the IRO.');
};
