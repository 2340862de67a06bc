import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import {
  actionsOutstanding,
  currentRound,
  type DisputeState,
  holderOfConversation,
  isFrozen,
  type Matter,
} from '../disputes/dispute.js';
import type { Subject } from '../disputes/events.js';
import { isStillToCome } from '../disputes/still-to-come.js';
import { teamsAsked } from '../disputes/teams-asked.js';
import { THE_PROGRAM } from '../disputes/rules.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { derivedId } from '../platform/ids.js';
import { standing, takenBackIn } from '../platform/taking-back.js';

/** The present facts of a child whom a dispute is about. */
export interface ChildAround {
  readonly child: string;
  /** Those that have begun, in order; the last one holds. */
  readonly allocations: readonly AllocationBegun[];
  readonly diedOn: LocalDate | null;
  /** The moment at which the death went on record; null where there is none. */
  readonly deathKnownAt: Instant | null;
  /** Person id of the one who last took back a death on the child's record; left out where nobody did. */
  readonly deathTakenBackBy?: string | null;
}

export interface AllocationBegun {
  readonly number: number;
  readonly team: string | null;
  readonly iro: string | null;
  /** The moment from which it counts: the beginning of its first day, or when it became known, whichever came later. */
  readonly since: Instant;
  /** The hand-over of a caseload of which it is a part; null where it is none. */
  readonly caseload: string | null;
}

/** The present facts around one dispute. */
export interface Surroundings {
  readonly children: readonly ChildAround[];
  /** The team that took over from each that is addressed or has had one of the children, where that has ended and one alone took over. */
  readonly successors: Readonly<Record<string, string>>;
  /** It has ended by what was recorded by mistake, or because Cafcass was to continue it, which does not: its holder is to reopen it. */
  readonly isToBeReopened: boolean;
  /** Those who may see the record of a child who has died, besides the IRO who holds it. */
  readonly iroManagers: readonly string[];
  /** Everybody in office who answers for the IRO service, the IRO managers among them. */
  readonly iroService: readonly string[];
}

/** An act that follows by itself. Its id is worked out from what it follows from, so that it is done once, whoever undoes it. */
export interface Following {
  readonly act: DisputeAct;
  readonly commandId: string;
}

export interface DisputeAround {
  readonly reference: string;
  readonly state: DisputeState;
  readonly events: readonly RecordedEvent[];
}

/**
 * The acts that follow for a dispute from events of its children and of the teams (domain brief 4.6). No act that follows ever ends
 * it: a child who leaves care is for people to decide about.
 *
 * - another IRO was allocated: that IRO holds it; who raised it stays. So it is with a conversation from which nothing was raised
 * - the child went to another team: it is addressed to that team, also where actions alone are left to do in one that has ended; it stays
 *   counted under the team of the day it was raised
 * - the team ended and one team took over: likewise
 * - the child died: only the IRO and the IRO's managers see it, or those of the IRO service who are on its list; and it is frozen. So it is
 *   again where it went on and another of its children dies
 * - the death was taken back: so is what followed from it
 */
export const followingFor = ({ reference, state, events }: DisputeAround, around: Surroundings): Following[] => {
  return consequencesFor(state, events, around).map(({ act, because }) => ({
    act,
    commandId: anewIfTakenBack(derivedId('following', reference, act.type, ...because), events),
  }));
};

const consequencesFor = (
  state: DisputeState,
  events: readonly RecordedEvent[],
  around: Surroundings,
): readonly Consequence[] => {
  if (state.status === 'discussed' && state.subject !== null)
    return handOver({ heldBy: holderOfConversation(state.subject, state), subject: state.subject }, events, around);
  if (!('matter' in state)) return [];
  const { matter } = state;
  return [
    ...(isAskedOfAnybody(state, around) ? handOver(matter, events, around) : []),
    ...(state.status === 'open' || isStillOwed(state) ? move(matter, standing(events), around) : []),
    ...(state.status === 'ended' && state.ending === 'voided' ? [] : setAside(matter, events, around)),
  ];
};

/** What followed is taken back with the stage in which it did, and then follows for the stage that stands again. */
const anewIfTakenBack = (commandId: string, events: readonly RecordedEvent[]): string => {
  const takenBack = new Set(events.flatMap(takenBackIn));
  const isTakenBack = events.some((each) => each.metadata.commandId === commandId && takenBack.has(each.revision));
  return isTakenBack ? anewIfTakenBack(derivedId(commandId, 'again'), events) : commandId;
};

/** It is open, something of it is still to come, or it is to be reopened: one that was withdrawn or voided, or ended with all done, is history with whoever held it. */
const isAskedOfAnybody = (
  state: Extract<DisputeState, { matter: Matter }>,
  { isToBeReopened }: Pick<Surroundings, 'isToBeReopened'>,
): boolean => state.status === 'open' || isStillToCome(state) || isToBeReopened;

/** It has ended, and actions that were agreed in it are not done: the posts of whichever team has the child are asked for them. */
const isStillOwed = (state: DisputeState): boolean =>
  state.status === 'ended' &&
  state.ending !== 'withdrawn' &&
  state.ending !== 'voided' &&
  actionsOutstanding(state.matter).length > 0;

interface Consequence {
  readonly act: DisputeAct;
  /** The change from which it follows. */
  readonly because: readonly (string | number)[];
}

/** If one of several children stays with the IRO who holds it, so does the dispute. */
const handOver = (
  { heldBy, subject }: { readonly heldBy: string | null; readonly subject: Pick<Subject, 'practiceOf'> },
  events: readonly RecordedEvent[],
  { children }: Surroundings,
): Consequence[] => {
  if (heldBy === null || children.some((child) => now(child)?.iro === heldBy)) return [];
  const heldSince = lastOf(events, BEGAN_TO_HOLD) || beganToSpeak(events);
  for (const child of children) {
    const to = now(child);
    const earlier = earlierOf(child);
    // A child who had no IRO until then is with the first from then on, whoever held the dispute meanwhile.
    const lostBy = earlier.some(({ iro }) => iro === heldBy) || isFirst(to, earlier, ({ iro }) => iro, heldSince);
    if (to === undefined || to.iro === null || !lostBy || to.since < heldSince) continue;
    if (to.iro === subject.practiceOf) continue;
    const reason = 'The child was allocated to another IRO.';
    const { iro: toIro, caseload } = to;
    const act = { type: 'hand-over' as const, toIro, reason, ...(caseload === null ? {} : { caseload }) };
    return [{ act, because: [child.child, to.number] }];
  }
  return [];
};

const move = (matter: Matter, events: readonly RecordedEvent[], around: Surroundings): Consequence[] => {
  const { addressee } = currentRound(matter);
  const teams = teamsAsked(addressee).flatMap((team) => team ?? []);
  return teams.flatMap((team) => moveOf(team, teams, matter, events, around)).slice(0, 1);
};

/** One of the teams asked at a time: what follows for another is found when this has followed. */
const moveOf = (
  team: string,
  teams: readonly string[],
  matter: Matter,
  events: readonly RecordedEvent[],
  { children, successors }: Surroundings,
): Consequence[] => {
  const from = teams.length > 1 ? { fromTeam: team } : {};
  const redirect = (toTeam: string, reason: string, because: Consequence['because']): Consequence[] => [
    { act: { type: 'redirect', toTeam, ...from, reason }, because },
  ];
  // A child whose team has ended is with the team that took over from it.
  const isOfIt = (allocation: AllocationBegun | undefined): boolean =>
    allocation?.team === team || successors[allocation?.team ?? ''] === team;
  if (!children.some((child) => isOfIt(now(child)))) {
    const addressedSince = lastOf(events, CHOSE_A_TEAM);
    for (const child of children) {
      const to = now(child);
      const earlier = earlierOf(child);
      // A child who had no team until then is with the first from then on, whichever was asked meanwhile.
      const leftIt = earlier.some(isOfIt) || isFirst(to, earlier, (each) => each.team, addressedSince);
      if (to === undefined || to.team === null || !leftIt || to.since < addressedSince) continue;
      return redirect(successors[to.team] ?? to.team, 'The child moved to another team.', [child.child, to.number]);
    }
  }
  const successor = successors[team];
  return successor === undefined ? [] : redirect(successor, 'Another team took over from this one.', [team, successor]);
};

/** Those who go on reading it: of a list that people drew up, the IRO service alone, and nobody who was left off it on purpose. */
const readersAfter = ({ restrictedTo }: Matter, { iroManagers, iroService }: Surroundings): string[] =>
  restrictedTo === null ? [...iroManagers] : restrictedTo.filter((reader) => iroService.includes(reader));

const setAside = (matter: Matter, events: readonly RecordedEvent[], around: Surroundings): Consequence[] => {
  const { children } = around;
  // The person who let it go on knew of the deaths that were on record; another of its children may die since.
  const letGoOn = lastOf(events, ['DisputeUnfrozen']);
  const diedSince = firstToDie(children.filter(({ deathKnownAt }) => deathKnownAt !== null && deathKnownAt > letGoOn));
  const died = diedSince ?? firstToDie(children);
  // A death that is recorded again after it was taken back is another one.
  const takenBackBefore = events.filter(isDeathTakenBack).length;
  if (died === undefined) return matter.freeze === null ? [] : [deathTakenBack(takenBackBefore, children)];
  const restrict = {
    act: {
      type: 'restrict' as const,
      readers: readersAfter(matter, around),
      answeredBy: null,
      reason: 'The child has died.',
    },
    because: [died.child, takenBackBefore],
  };
  const freeze: Consequence = {
    act: { type: 'freeze', diedOn: died.diedOn, reason: 'The child has died.' },
    because: [died.child, died.diedOn, takenBackBefore],
  };
  const isNew = matter.freeze === null || (!isFrozen(matter) && diedSince !== undefined);
  const isToFreeze = isNew || (isFrozen(matter) && matter.freeze?.diedOn !== died.diedOn);
  // A list that people drew up since the death is theirs.
  const isToRestrict =
    matter.restrictedTo === null || (isNew && restrict.act.readers.length < matter.restrictedTo.length);
  return [...(isToRestrict ? [restrict] : []), ...(isToFreeze ? [freeze] : [])];
};

const deathTakenBack = (before: number, children: readonly ChildAround[]): Consequence => ({
  act: {
    type: 'take-back-death',
    reason: 'The death was recorded by mistake.',
    by: children.flatMap(({ deathTakenBackBy }) => deathTakenBackBy ?? [])[0] ?? null,
  },
  because: [before],
});

const isDeathTakenBack = ({ type, metadata }: RecordedEvent): boolean =>
  type === 'EntryTakenBack' && metadata.actor.person === THE_PROGRAM.person;

type Died = ChildAround & { readonly diedOn: LocalDate };

const firstToDie = (children: readonly ChildAround[]): Died | undefined =>
  children
    .filter((child): child is Died => child.diedOn !== null)
    .sort((one, other) => one.diedOn.localeCompare(other.diedOn))[0];

/** Nobody had the child before; where nothing at all was on record, it is no allocation that was known when somebody chose. */
const isFirst = (
  to: AllocationBegun | undefined,
  earlier: readonly AllocationBegun[],
  holderIn: (allocation: AllocationBegun) => string | null,
  chosenAt: Instant,
): boolean =>
  earlier.every((each) => holderIn(each) === null) && (earlier.length > 0 || (to !== undefined && to.since > chosenAt));

const earlierOf = ({ allocations }: ChildAround): readonly AllocationBegun[] => allocations.slice(0, -1);

const now = ({ allocations }: ChildAround): AllocationBegun | undefined => allocations.at(-1);

const RAISED = ['InformalDisputeRaised', 'FormalDisputeRaised', 'ImportedDisputeTakenOn'];
const BEGAN_TO_HOLD = [...RAISED, 'DisputeHandedOver', 'DisputeMovedToChild'];
const CHOSE_A_TEAM = [...RAISED, 'DisputeRedirected', 'DisputeMovedToChild'];

/** Whoever holds a conversation does so from its beginning: what was said later changes nothing of that. */
const beganToSpeak = (events: readonly RecordedEvent[]): Instant =>
  events.find(({ type }) => type === 'ConcernDiscussed')?.metadata.occurredAt ?? '';

/** The moment at which something of the kind last happened: what people chose after an allocation stays as they chose it. */
const lastOf = (events: readonly RecordedEvent[], types: readonly string[]): Instant =>
  events.findLast(({ type }) => types.includes(type))?.metadata.occurredAt ?? '';
