import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, invalid, notYours, refuse } from '../platform/decider.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { anyOfPosts } from '../protocol/posts-in-words.js';
import { type PostKind, type Protocol, type ProtocolVersion, SERVICE_POSTS, type Stage } from '../protocol/protocol.js';
import { atLevel, goesOnIn, goesUpIn } from '../protocol/ladder.js';
import { isThemeInUse } from '../protocol/theme-in-use.js';
import { DISPUTE_THEMES } from '../protocol/themes.js';
import type { DisputeContext } from './context.js';
import {
  type Conversation,
  currentRound,
  type DisputeState,
  type Ended,
  type Ending,
  holderOfConversation,
  isFrozen,
  type Matter,
  type Open,
  type Round,
  isOpenInRegister,
} from './dispute.js';
import type { Advice, ChildView } from './events.js';
import { isHeldByAnother } from './handed-over.js';
import { isOwnPractice } from './own-practice.js';
import type { Referral } from './referrals.js';
import { seatOf, seatsOf } from './seats.js';
import { isAnswered, judgesOf, settlingJudges, stageOfRound, stageToClose } from './time/standing.js';

/*
 * The rules that several acts share, each under the name a person would look for. A rule that one act alone follows stands in
 * that act's own file; what the acts of every aggregate say alike stands in src/platform/decider.ts.
 */

export { invalid, mustBeTheProgram, mustSay, notYours } from '../platform/decider.js';

// --- What state it must be in ---------------------------------------------------------------------------------------------

/** @throws Refusal unless it is raised and not ended */
export const mustBeOpen = (state: DisputeState): Matter => {
  if (state.status === 'ended') return refuse('already-ended', `This was ${inWords(state)}. ${whatNow(state)}`);
  return mustBeRaised(state).matter;
};

/** @throws Refusal unless it is raised, open or ended */
export const mustBeRaised = (state: DisputeState): Open | Ended => {
  switch (state.status) {
    case 'open':
    case 'ended':
      return state;
    case 'not-raised':
      return refuse(
        'not-raised',
        'Nothing has been raised under this reference. Check the reference, or raise it first.',
      );
    case 'discussed':
      return refuse('not-raised', 'So far this is only a recorded conversation. Raise it first.');
    case 'conversation-withdrawn':
      return refuse(
        'conversation-withdrawn',
        'This conversation was withdrawn. Take the withdrawal back, or begin with another.',
      );
    case 'imported':
      if (!isOpenInRegister(state.facts)) return endedInRegister();
      return refuse(
        'not-taken-on',
        'This is a row of an imported register, and nothing is due from it. Take it on first.',
      );
    case 'import-withdrawn':
      return refuse(
        'import-withdrawn',
        'The import that brought this row was withdrawn. Raise it anew if it still matters.',
      );
    default:
      return assertNever(state);
  }
};

/** An ended row is not taken on, so nobody is sent there. @throws Refusal `ended-in-register` */
export const endedInRegister = (): never =>
  refuse(
    'ended-in-register',
    'The register says that this has ended. If its row is wrong, whoever brings registers in corrects it: Registers, Correct a row. If it matters again, raise a new one, linked to it.',
  );

/** @throws Refusal `frozen` after a child’s death, until somebody lets it go on */
export const mustNotBeFrozen = (matter: Matter): void => {
  if (isFrozen(matter)) refuse('frozen', 'This stands still for a reason that its history gives. Unfreeze it first.');
};

/** A voided dispute was never one: it stays visible and nothing more is done with it. @throws Refusal `voided` */
export const mustNotBeVoided = (state: Open | Ended): Matter =>
  state.status === 'ended' && state.ending === 'voided'
    ? refuse('voided', 'This was voided as raised in error or a duplicate. Work on the one that counts.')
    : state.matter;

const inWords = (state: Ended): string =>
  ({
    resolved: 'resolved',
    stalemate: 'ended as a stalemate',
    'ended-otherwise': 'ended without being resolved',
    formalised: 'continued as a formal dispute',
    withdrawn: 'withdrawn',
    voided: 'voided',
  })[state.ending];

/** The advice on an act refused because the dispute has ended: not every dispute can be reopened. */
const whatNow = (state: Ended): string => {
  if (canBeReopened(state)) return 'Reopen it or raise a new one.';
  switch (state.ending) {
    case 'formalised':
      return 'Work on the formal dispute that continues it.';
    case 'voided':
      return 'Work on the one that counts, or raise a new one.';
    default:
      return 'Raise a new one, linked to this, if it matters again.';
  }
};

const CAN_BE_REOPENED: readonly Ending[] = ['resolved', 'stalemate', 'ended-otherwise'];

export const canBeReopened = ({ ending }: Ended): boolean => CAN_BE_REOPENED.includes(ending);

// --- Who may do it --------------------------------------------------------------------------------------------------------

/** The protocol under which the stage that runs began. */
export const protocolOf = (matter: Matter, context: Pick<DisputeContext, 'protocols'>): Protocol =>
  context.protocols.version(currentRound(matter).protocolVersion).protocol;

export const currentStage = (matter: Matter, context: Pick<DisputeContext, 'protocols'>): Stage =>
  stageOfRound(currentRound(matter), context.protocols);

/**
 * The seat from which the person acts in this matter; null for a program or the command line, for an IRO where it was handed over to
 * another, and for the IRO whose own practice it is about, and the person who stands in for that IRO: they have no part in it.
 */
export const seatIn = (matter: Matter, context: DisputeContext): PostKind | null => {
  if (isOwnPractice(matter.subject, context.actor)) return null;
  const seat = isChairWhoHoldsIt(matter, context.actor)
    ? 'iro'
    : seatOf(context.actor, matter.subject.population, protocolOf(matter, context));
  return seat === 'iro' && isHeldByAnother(matter, context) ? null : seat;
};

/**
 * A chair who holds one decides about it, whatever the status of its child, or nobody would: it may have been handed over to them, or the
 * child have become looked after since. The route to Cafcass stays closed to them by the access table.
 */
const isChairWhoHoldsIt = ({ heldBy }: Matter, { role, person, actingFor }: Actor): boolean =>
  role === 'conference-chair' && heldBy === (actingFor ?? person);

/** The post in whose place the person answers a round: their own, or the first that is still to answer where they are named instead. */
export const postAnswering = (
  { addressee, answers }: Round,
  { actor }: Pick<DisputeContext, 'actor'>,
): PostKind | null => {
  if (addressee.person !== undefined)
    return addressee.person === actor.person
      ? (addressee.posts.find((post) => !answers.some(({ role }) => role === post)) ?? addressee.posts[0] ?? null)
      : null;
  return addressee.posts.find((post) => post === actor.role) ?? null;
};

/** Those of some teams for which the person speaks: all of them, where they are named to answer in place of the posts. */
export const ownTeamsAmong = (
  teams: readonly string[],
  { addressee }: Round,
  { subject }: Matter,
  { ownTeams }: DisputeContext,
): readonly string[] =>
  addressee.person !== undefined || ownTeams === undefined ? teams : ownTeams(teams, subject.children);

export const isNamedIn = (posts: readonly PostKind[], seat: PostKind | null): boolean =>
  seat !== null && seatsOf(posts).includes(seat);

/**
 * The person is among those who must answer the round that runs: by their post, by a post that they hold besides, because they are
 * named to answer, or because they have answered already. None of these decides what becomes of the round they are asked in.
 */
export const isAsked = (matter: Matter, { actor, holdersOf }: DisputeContext): boolean => {
  const { addressee, answers } = currentRound(matter);
  if (
    answers.some(
      ({ person, enteredFor, inRegister }) =>
        enteredFor === undefined && inRegister === undefined && person === actor.person,
    )
  )
    return true;
  if (addressee.person !== undefined) return addressee.person === actor.person;
  if (addressee.posts.some((post) => post === actor.role)) return true;
  return holdersOf?.(addressee, matter.subject.children).includes(actor.person) ?? false;
};

/** A judge of the stage that runs who is not among those who must answer it. */
export const isAnIndependentJudge = (matter: Matter, context: DisputeContext): boolean =>
  isNamedIn(judgesOf(currentStage(matter, context)), seatIn(matter, context)) && !isAsked(matter, context);

/** The IRO, or the chair who acts as one for a child under a child protection plan. */
export const isTheIro = (matter: Matter, context: DisputeContext): boolean => seatIn(matter, context) === 'iro';

/** Those who run the process, who may note what happened although they decide nothing. */
const THE_IRO_SERVICE: readonly PostKind[] = [
  'iro',
  'conference-chair',
  'iro-manager',
  'head-of-qa',
  'qa-service-manager',
  'business-support',
];

/** The person id under which the program itself acts when a date has passed. */
export const THE_CLOCK: Actor = { person: 'clock', post: null, role: null };

export const isTheClock = ({ actor }: DisputeContext): boolean =>
  actor.role === null && actor.person === THE_CLOCK.person;

/** The person id under which the program itself lets a dispute follow its child. */
export const THE_PROGRAM: Actor = { person: 'program', post: null, role: null };

/** Whether the program itself acts, because of an event around the dispute. */
export const isByTheProgram = ({ actor }: DisputeContext): boolean =>
  actor.role === null && actor.person === THE_PROGRAM.person;

/** The IRO, those who answer for the IRO service, and the program on their behalf. */
export const mustBeOfTheService = (matter: Matter, context: DisputeContext): void => {
  if (context.actor.role !== null && !isTheIro(matter, context) && !answersForTheService(matter, context)) {
    forTheService();
  }
};

/** Those who answer for the IRO service. */
export const answersForTheService = (matter: Matter, context: DisputeContext): boolean =>
  isNamedIn(SERVICE_POSTS, seatIn(matter, context));

const forTheService = (): never =>
  notYours('service-only', `This is for ${anyOfPosts(['iro', ...SERVICE_POSTS])}. You can add a note.`);

/**
 * Refuses anybody who may not restrict a record: a dispute, or a row of a register that nobody has taken on yet.
 *
 * @returns the list as it is
 */
export const mustBeAllowedToRestrict = (state: DisputeState, context: DisputeContext): readonly string[] | null => {
  if (state.status !== 'imported') {
    const { matter } = mustBeRaised(state);
    mustBeOfTheService(matter, context);
    return matter.restrictedTo;
  }
  const { role } = context.actor;
  const ofTheService: readonly string[] = THE_IRO_SERVICE.filter((post) => post !== 'business-support');
  if (role !== null && !ofTheService.includes(role)) forTheService();
  return state.restrictedTo;
};

/** The IRO who holds it, and those who help them, see to dates and answers; other IROs read. @throws Refusal `holder-decides` (not-yours) */
export const mustNotBeHeldByAnother = (matter: Matter, context: DisputeContext): void => {
  const { actor } = context;
  const sitsAsIro = actor.role === 'iro' || actor.role === 'conference-chair';
  if (sitsAsIro && isHeldByAnother(matter, context)) notYours('holder-decides', 'The IRO who holds it sees to that.');
};

/**
 * A referral is seen to by the person who sent it and by the IRO who holds the dispute, and by those who help them; another IRO of its children
 * reads it, and keeps the route to Cafcass for their own child (Children Act 1989 s25B(3)).
 * @throws Refusal `referral-of-another` (not-yours)
 */
export const mustNotBeReferredByAnother = (matter: Matter, { by }: Referral, context: DisputeContext): void => {
  const { actor } = context;
  const sitsAsIro = actor.role === 'iro' || actor.role === 'conference-chair';
  if (by === (actor.actingFor ?? actor.person) || !sitsAsIro || !isHeldByAnother(matter, context)) return;
  notYours('referral-of-another', 'Another IRO sent this referral, and sees to it with the IRO who holds the dispute.');
};

/** The side that asks: those who may raise, and those who help them keep the record. @throws Refusal `asking-side-only` (not-yours) */
export const mustBeOnTheAskingSide = (protocol: Protocol, { actor }: DisputeContext): void => {
  const named: readonly string[] = [...THE_IRO_SERVICE, ...protocol.raisers];
  if (actor.role === null || !named.includes(actor.role)) {
    notYours(
      'asking-side-only',
      `This is for those who raise: ${anyOfPosts(protocol.raisers, protocol)}. You can add a note instead.`,
    );
  }
};

/**
 * As {@link mustBeOnTheAskingSide}, of a dispute that has been raised: an IRO has no part in one about their own practice.
 * @throws Refusal `asking-side-only`, `own-practice` (not-yours)
 */
export const mustTakePartInAsking = (matter: Matter, context: DisputeContext): void => {
  mustBeOnTheAskingSide(protocolOf(matter, context), context);
  if (isOwnPractice(matter.subject, context.actor))
    notYours(
      'own-practice',
      'This is about your own practice as an IRO, so you have no part in it. You can add a note.',
    );
};

/** Acts that are for those who may close a dispute, in the words of a refusal. */
const LIKE_CLOSING = {
  close: { does: 'end it', done: 'ended' },
  reopen: { does: 'reopen it', done: 'reopened' },
  continue: { does: 'decide that it is continued', done: 'continued after care' },
} as const;

/**
 * A dispute ends by the word of the IRO or of a judge the protocol names. Managers never close, nor a judge who must answer it.
 * @param act what is done, of the acts that are for the same people, so that a refusal speaks of it
 * @throws Refusal `closing-not-yours` (not-yours)
 */
export const mustBeAllowedToClose = (
  matter: Matter,
  context: DisputeContext,
  act: keyof typeof LIKE_CLOSING = 'close',
): void => {
  const { does, done } = LIKE_CLOSING[act];
  const judges = settlingJudges(stageToClose(matter, context.protocols));
  const isJudge = isNamedIn(judges, seatIn(matter, context));
  if (isTheIro(matter, context) || (isJudge && !isAsked(matter, context))) return;
  notYours(
    'closing-not-yours',
    isJudge
      ? `This is addressed to you, so you do not ${does}. The IRO does, or another judge. You can add a note.`
      : `A dispute is ${done} by ${anyOfPosts(['iro', ...judges], protocolOf(matter, context))}. You can add a note.`,
  );
};

/** The IRO of what is on record: of a dispute, or with whom a conversation is, and the person who stands in for them. */
export const isTheIroOf = (state: Conversation | Open | Ended, context: DisputeContext): boolean => {
  if ('matter' in state) return isTheIro(state.matter, context);
  const { person, actingFor } = context.actor;
  return state.subject !== null && holderOfConversation(state.subject, state) === (actingFor ?? person);
};

/** A person who sits in the IRO's seat, or the IRO manager: nobody else speaks over the IRO's head (domain brief 4.2). */
export const isTheIroOrTheirManager = (matter: Matter, context: DisputeContext): boolean =>
  isTheIro(matter, context) || isNamedIn(['iro-manager'], seatIn(matter, context));

/**
 * Withdrawing or voiding a dispute is for the IRO whose concern it is, and for who covers or acts for them. The post that raised it is
 * not enough, and an IRO manager neither closes a dispute over the IRO's head nor suppresses one (domain brief, section 2). A concern about
 * the practice of an IRO is taken back by the person who holds it, for nobody sits in the IRO's seat there.
 * @param does what is done, of the acts that are for the same people, so that a refusal speaks of it
 * @throws Refusal `taking-back-not-yours` (not-yours)
 */
export const mustBeAllowedToTakeBack = (
  matter: Matter,
  context: DisputeContext,
  does: 'take this back' | 'continue this formally' | 'give this a new date' = 'take this back',
): void => {
  if (!isTheIro(matter, context) && !holdsAboutAnIro(matter, context)) {
    notYours('taking-back-not-yours', `Only the IRO, or whoever covers for them, can ${does}. You can add a note.`);
  }
};

const holdsAboutAnIro = ({ subject, heldBy }: Matter, { actor }: DisputeContext): boolean =>
  subject.practiceOf !== undefined && heldBy === (actor.actingFor ?? actor.person);

/**
 * Nobody decides what becomes of a dispute after care while no child whom it is about has left care, or where none was ever in care.
 * @throws Refusal `still-in-care`, `never-in-care`
 */
export const mustHaveLeftCare = ({ subject: { children, population } }: Matter, { careOf }: DisputeContext): void => {
  switch (careOf?.(children, population)) {
    case 'goes-on':
      return refuse(
        'still-in-care',
        'The directory has this child in care. If the child has left care, an IRO manager or business support records that first. Or end this in another way.',
      );
    case 'never-was':
      return refuse(
        'never-in-care',
        'No child whom this is about was ever in care, so it does not end with their care. Correct first what the child is, if that is wrong; or resolve it, or withdraw it.',
      );
    case 'over':
    case undefined:
      return;
  }
};

// --- Words and dates ------------------------------------------------------------------------------------------------------

/** @throws Refusal `date-in-future` (invalid) */
export const mustNotBeInFuture = (date: LocalDate, today: LocalDate, what: string): void => {
  if (date > today) invalid('date-in-future', `${what} cannot be after today. Check the date.`);
};

/** An act that was not done has no date. @throws Refusal `told-date-alone`, `advocate-date-alone`, `date-in-future` (all invalid) */
export const advocateOfferMustBeSound = (view: ChildView, today: LocalDate): void => {
  if (view.toldOn !== undefined) {
    if (view.told !== true) invalid('told-date-alone', 'There is a date, but the child was not told. Correct one.');
    mustNotBeInFuture(view.toldOn, today, 'The day the child was told');
  }
  if (view.advocateOfferedOn === null) return;
  if (view.advocateOffered !== true)
    invalid('advocate-date-alone', 'There is a date, but no advocate was offered. Correct one.');
  mustNotBeInFuture(view.advocateOfferedOn, today, 'The day an advocate was offered');
};

// --- The theme ------------------------------------------------------------------------------------------------------------

/** Themes of disputes only: those of acknowledgements are a list of their own. @throws Refusal `theme-not-in-use` */
export const themesMustBeInUse = (protocol: Protocol, themes: readonly string[], on: LocalDate): void => {
  const ofDisputes = (theme: string): boolean => DISPUTE_THEMES.some(({ code }) => code === theme);
  if (!themes.every((theme) => ofDisputes(theme) && isThemeInUse(protocol, theme, on))) {
    refuse('theme-not-in-use', 'That theme is not on the council’s list for this date. Choose one that is.');
  }
};

// --- The ladder -----------------------------------------------------------------------------------------------------------

/** Its own ladder, by the rules of today where they have it: what is sent back begins under these, and stays in its ladder. */
export const goesOn = (matter: Matter, { protocols, today }: Rules): GoesOn => {
  const { protocolVersion } = currentRound(matter);
  const { version, rungs } = goesOnIn(protocols, today, { ladder: matter.ladder, protocolVersion });
  return { version, stages: rungs.stages.map((stage) => atLevel(stage, version.protocol, matter.level)) };
};

/** The rules in force on a day. */
type Rules = Pick<DisputeContext, 'protocols' | 'today'>;

interface GoesOn {
  readonly version: ProtocolVersion;
  /** Of its ladder, with the times of its level. */
  readonly stages: readonly Stage[];
}

/** The stages to which it can go up, and the version under which the next of them begins. */
export const goesUp = (matter: Matter, { protocols, today }: Rules): GoesOn => {
  const { protocolVersion, stage } = currentRound(matter);
  const { version, above } = goesUpIn(protocols, today, { ladder: matter.ladder, protocolVersion, stage });
  return { version, stages: above.map((each) => atLevel(each, version.protocol, matter.level)) };
};

/** The stages above this one in its ladder. */
export const stagesAbove = (matter: Matter, context: Rules): readonly Stage[] => goesUp(matter, context).stages;

// --- The answer -----------------------------------------------------------------------------------------------------------

/** @throws Refusal once the round that runs is answered or recalled, or where its stage asks for no answer */
export const mustAwaitAnswer = (matter: Matter, context: DisputeContext): Round => {
  const round = currentRound(matter);
  if (currentStage(matter, context).needs === 'report-only') {
    refuse('no-answer-asked', 'This stage only reports upwards; no answer is due. Record how it ends.');
  }
  if (isAnswered(round)) {
    refuse('already-answered', 'The answer has been given, so its date can no longer change. Judge the answer.');
  }
  mustStillBeAsked(matter);
  return round;
};

/**
 * An acceptance stands until it is taken back: once a late answer to a lower stage is accepted, nobody is asked for an answer any more.
 *
 * @throws Refusal `accepted-already`
 */
export const mustStillBeAsked = (matter: Matter): void => {
  if (currentRound(matter).recalledAt !== null)
    refuse(
      'accepted-already',
      'The answer of a lower stage has been accepted, so no other is asked for. Add a note, or ask the IRO to judge that answer again.',
    );
};

// --- Advice, never a refusal ----------------------------------------------------------------------------------------------

export const advice = (code: string, message: string, pointer?: string): Advice =>
  pointer === undefined ? { code, message } : { code, message, pointer };
