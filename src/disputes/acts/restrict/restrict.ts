import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, isPaused, type Round } from '../../dispute.js';
import type { Advice, DisputeEvent } from '../../events.js';
import { grantersInTurn } from '../../granters.js';
import { adviceOnCoverLeftOut, isLeftOut } from '../../left-out.js';
import { referralWithCafcass } from '../../referrals.js';
import { listedIn } from '../../restriction.js';
import { advice, isByTheProgram, mustBeAllowedToRestrict, mustSay } from '../../rules.js';
import { seatsOf } from '../../seats.js';
import type { PostKind } from '../../../protocol/protocol.js';
import { isAnswered, stageOfRound, stillToAnswer } from '../../time/standing.js';

export interface RestrictDispute {
  type: 'restrict';
  /** Person ids of those who may read it, besides the IRO who holds it. */
  readers: string[];
  /** The person who answers the stage that runs in place of those asked, if these are left off the list; null if nobody is named. */
  answeredBy: string | null;
  reason: string;
}

/**
 * From now on only those on a list read it, besides the IRO who holds it: an adoption, or a member of staff's own family. A second
 * list takes the place of the first. If those who must answer would be left off it, the IRO chooses before it takes effect: they are
 * added, or somebody else is named who answers.
 *
 * @throws Refusal `service-only`, `same-readers`, `nobody-left`, `addressee-left-out`, `iro-chooses`, `nothing-to-answer`
 */
export const restrictDispute = (act: RestrictDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const restrictedTo = mustBeAllowedToRestrict(state, context);
  mustSay(act.reason, 'why it is restricted');
  const answersAlone = act.answeredBy === null ? [] : [act.answeredBy];
  const readers = [...new Set([...act.readers, ...answersAlone, ...whoKeepsTheRow(state, context)])];
  const answering = answeringNow(state)?.addressee.person ?? null;
  if (restrictedTo?.toSorted().join(' ') === readers.toSorted().join(' ') && act.answeredBy === answering) {
    refuse('same-readers', 'It is restricted to the same people already.');
  }
  const holder = listedIn(state)?.heldBy ?? null;
  if (holder === null && readers.length === 0) {
    refuse('nobody-left', 'No IRO holds this, so nobody at all could read it. Name at least one person.');
  }
  mustLeaveSomebodyToAnswer(act, readers, state, context);
  const adviceGiven = [
    ...adviceOnBeingLeftOut(holder, readers, context),
    ...adviceOnTeamsLeftOut(act, holder, readers, state, context),
    ...adviceOnTimeLeftOut(holder, readers, state, context),
    ...adviceOnReferrerLeftOut(readers, state, context),
    ...adviceOnCoverLeftOut(holder, readers, context),
  ];
  return [
    {
      type: 'DisputeRestricted',
      data: {
        readers,
        ...answeredInPlace(act, readers, state, context),
        reason: act.reason,
        ...(adviceGiven.length === 0 ? {} : { adviceGiven }),
      },
    },
  ];
};

/** The program chooses nobody: after a death whoever the IRO named still answers, if they go on reading it. */
const answeredInPlace = (
  { answeredBy }: RestrictDispute,
  readers: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): { answeredBy?: string } => {
  const before = 'matter' in state ? currentRound(state.matter).addressee.person : undefined;
  const kept = isByTheProgram(context) && before !== undefined && readers.includes(before) ? before : undefined;
  const named = answeredBy ?? kept;
  return named === undefined ? {} : { answeredBy: named };
};

/**
 * The IRO in a row of a register that nobody has taken on, where a child of it is theirs today: they keep it, as they would once it is
 * taken on. The register names others who may have nothing to do with it any more.
 */
const whoKeepsTheRow = (state: DisputeState, { childrenToday }: DisputeContext): string[] => {
  if (state.status !== 'imported' || state.facts.iro === null) return [];
  const { iro, children } = state.facts;
  return (childrenToday?.(children) ?? []).some((child) => child.iro === iro) ? [iro] : [];
};

/** The round that waits for an answer, if one does. */
const answeringNow = (state: DisputeState): Round | null => {
  if (state.status !== 'open') return null;
  const round = currentRound(state.matter);
  return isAnswered(round) ? null : round;
};

/** Before it takes effect: afterwards a person who is asked would get 404 while the clock runs, and be shown as late. */
const mustLeaveSomebodyToAnswer = (
  { answeredBy }: RestrictDispute,
  readers: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): void => {
  const round = answeringNow(state);
  if (round === null) {
    if (answeredBy !== null) refuse('nothing-to-answer', 'Nobody is asked to answer it now. Leave answeredBy out.');
    return;
  }
  const { person: _person, ...addressee } = round.addressee;
  const heldBy = listedIn(state)?.heldBy ?? null;
  const children = 'matter' in state ? state.matter.subject.children : [];
  const asked = { addressee, children, heldBy, readers };
  if (isByTheProgram(context) || !isLeftOut(asked, context)) return;
  const byTheIro = heldBy === null || heldBy === (context.actor.actingFor ?? context.actor.person);
  if (!byTheIro)
    refuse(
      'iro-chooses',
      'Nobody who must answer this is on the list. Add them to the readers, or ask the IRO who holds it to restrict it: the IRO may ' +
        'name somebody else who answers.',
    );
  if (answeredBy === null)
    refuse(
      'addressee-left-out',
      'Nobody who must answer this is on the list, and the clock runs. Add them to the readers, or name who answers instead in answeredBy.',
    );
};

/** Of siblings of several teams each answers, and one of which nobody is on the list would keep the others waiting. */
const adviceOnTeamsLeftOut = (
  { answeredBy }: RestrictDispute,
  heldBy: string | null,
  readers: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): Advice[] => {
  const round = answeringNow(state);
  if (round === null || answeredBy !== null || isByTheProgram(context) || !('matter' in state)) return [];
  const stage = stageOfRound(round, context.protocols);
  const { children } = state.matter.subject;
  const teams = stillToAnswer(round, stage);
  const isWithoutReader = ({ team, posts }: (typeof teams)[number]): boolean =>
    isLeftOut({ addressee: { team, posts: [...posts] }, children, heldBy, readers }, context);
  return teams.length < 2 || !teams.some(isWithoutReader)
    ? []
    : [
        advice(
          'team-left-out',
          'It is asked of several teams, and of one of them nobody who must answer is on the list. Without that answer nothing can be judged: add ' +
            'somebody of that team to the readers, or name who answers instead in answeredBy. IROs of the other children who are not on the list do ' +
            'not read it any more either.',
          '/readers',
        ),
      ];
};

/** The IRO of a sibling follows their own referral to Cafcass only while they may read it: then it is for the IRO who holds the dispute. */
const adviceOnReferrerLeftOut = (
  readers: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): Advice[] => {
  if (!('matter' in state) || isByTheProgram(context)) return [];
  const { heldBy, subject } = state.matter;
  const by = referralWithCafcass(state.matter)?.by;
  const isAnIroOfIt = (context.childrenToday?.(subject.children) ?? []).some(({ iro }) => iro === by);
  return by === undefined || by === heldBy || readers.includes(by) || !isAnIroOfIt
    ? []
    : [
        advice(
          'referrer-left-out',
          'Cafcass has a referral that the IRO of another of its children sent, who is not on the list: what Cafcass replies is for the IRO who ' +
            'holds this from now on. Add them to the readers if they are to follow it.',
          '/readers',
        ),
      ];
};

/** More time that is asked for, or a clock that stands still, waits for those who may say what becomes of it. */
const adviceOnTimeLeftOut = (
  heldBy: string | null,
  readers: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): Advice[] => {
  const round = answeringNow(state);
  if (round === null || isByTheProgram(context) || !('matter' in state)) return [];
  const { extensions, pauses } = context.protocols.version(round.protocolVersion).protocol;
  const { children } = state.matter.subject;
  const waitsFor = [
    ...(round.extensionAsked === null ? [] : [grantersInTurn(extensions.grantedBy).flat()]),
    ...(isPaused(round) ? [seatsOf(pauses.by)] : []),
  ];
  const isWithoutReader = (posts: PostKind[]): boolean =>
    !posts.includes('iro') &&
    isLeftOut({ addressee: { ...round.addressee, person: undefined, posts }, children, heldBy, readers }, context);
  return waitsFor.some(isWithoutReader)
    ? [
        advice(
          'time-left-out',
          'More time is asked for, or the clock stands still, and nobody who may decide about that is on the list. Add one of them to the ' +
            'readers: until then nobody can give or refuse the time, or let the clock run.',
          '/readers',
        ),
      ]
    : [];
};

/** A person who leaves themselves off the list learns it here, or not at all: from now on the record answers 404 to them. */
const adviceOnBeingLeftOut = (
  holder: string | null,
  readers: readonly string[],
  { actor }: DisputeContext,
): Advice[] => {
  if (actor.person === holder || readers.includes(actor.person)) return [];
  const others = readers.filter((reader) => reader !== holder).length;
  const onTheList = `${others === 1 ? 'one person' : `${others} people`} on the list`;
  const stillReading = [...(holder === null ? [] : ['the IRO who holds it']), ...(others === 0 ? [] : [onTheList])];
  return [
    advice(
      'left-yourself-out',
      'You are not on the list, so from now on this record is not there for you, and you can neither change the list nor lift it. ' +
        `It can still be read by ${stillReading.join(' and ')}. ` +
        (holder === null
          ? 'Anybody on the list who is an IRO, or answers for the IRO service, can lift it or add you.'
          : 'The IRO who holds it can lift it or add you, and so can anybody on the list who answers for the IRO service.'),
      '/readers',
    ),
  ];
};

export const restrictDisputeAct = disputeAct({
  type: 'restrict',
  decide: restrictDispute,
  route: 'restrict',
  sample: (): RestrictDispute => ({ type: 'restrict', readers: [ANOTHER], answeredBy: null, reason: WORDS }),
  events: {
    DisputeRestricted: {
      version: 1,
      sentence: ({ who, words }) => `${who} restricted who may read the ${words.dispute}.`,
    },
  },
});
