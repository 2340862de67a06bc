import type { Relation } from '../access/access-table.js';
import { type Asker, ownerOf } from '../access/asker.js';
import type { RelationsFrom } from '../access/access.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory, Post } from '../directory/directory.js';
import { covers, isReached, relationsByChild, workersOf } from '../directory/relations.js';
import {
  currentRound,
  type Discussed,
  type DisputeState,
  holderOfConversation,
  type Matter,
  type Tabled,
} from './dispute.js';
import type { Addressee, LetRead } from './events.js';
import { standingReferral } from './referrals.js';
import { readersOf } from './restriction.js';
import { eachTeamOf, teamsAsked } from './teams-asked.js';

/** The owners of a dispute: the person who holds it, and the IROs or chairs of its children today. */
export const ownersOf = (
  heldBy: string | null,
  children: readonly string[],
  directory: Directory,
  today: LocalDate,
): (string | null | undefined)[] => [heldBy, ...children.map((child) => directory.child(child, today)?.iro)];

/** The facts that decide everybody's relations to a dispute in any state. */
export interface ConcernedParties {
  readonly children: readonly string[];
  readonly teams: readonly string[];
  readonly heldBy: string | null;
  readonly raisedBy: string | null;
  /** The IRO about whose own practice it is; null where it is about none. */
  readonly practiceOf: string | null;
  readonly addressedNow: Addressee | null;
  readonly addressedEver: readonly Addressee[];
  readonly leftWithoutAnswer: readonly Addressee[];
  /** It was referred to Cafcass, also where the referral was withdrawn since. */
  readonly wasReferred: boolean;
  /** The kind of post from which the referral was sent that stands; null where none stands. */
  readonly referredFrom: string | null;
  /** The people who sit in the meetings on whose agenda it stands. */
  readonly sitting: readonly Pick<Tabled, 'posts' | 'people'>[];
  /** Person ids of those who are to do its actions. */
  readonly named: readonly string[];
  /** Person ids on its list of readers; nobody where it is not restricted. */
  readonly listed: readonly string[];
  /** The people who asked to read it and were let, each until a day. */
  readonly letRead: readonly LetRead[];
}

/** The asker's relations to a dispute, from each of their posts (src/access/access-table.ts). */
export const relationsToDispute = (
  state: DisputeState,
  asker: Asker,
  directory: Directory,
  today: LocalDate,
): RelationsFrom => relationsByParties(partiesOf(state), asker, directory, today);

/** The same by its parties, also where they were read from its row. */
export const relationsByParties = (
  parties: ConcernedParties,
  asker: Asker,
  directory: Directory,
  today: LocalDate,
): RelationsFrom => {
  const owners = ownersOf(parties.heldBy, parties.children, directory, today);
  const workers = workersOf(parties.children, directory, today);
  const isOfItsTeams = (post: Post): boolean => parties.teams.some((team) => covers(post, team, directory, today));
  const addresses = (post: Post, addressee: Addressee): boolean =>
    addressee.posts.includes(post.kind) &&
    (post.kind === 'social-worker'
      ? workers.includes(asker.person)
      : teamsAsked(addressee).some((team) => isReached(post, team, directory, today)));
  const isAsked = (post: Post, addressee: Addressee): boolean =>
    addressee.person === undefined ? addresses(post, addressee) : addressee.person === asker.person;
  const sits = (post: Post, { posts = [], people = [] }: Pick<Tabled, 'posts' | 'people'>): boolean =>
    people.includes(asker.person) || (posts.includes(post.kind) && isOfItsTeams(post));
  const isLetRead = parties.letRead.some(({ person, lastDay }) => person === asker.person && today <= lastDay);
  const isListed = parties.listed.includes(asker.person);
  return (post) => {
    const relations: Relation[] = relationsByChild(post, asker, { owners, workers });
    if (isOfItsTeams(post)) relations.push('own-team');
    if (parties.addressedNow && isAsked(post, parties.addressedNow)) relations.push('addressee');
    if (isListed) relations.push('listed');
    if (isLetRead) relations.push('let-read');
    if (parties.addressedEver.some((addressee) => addresses(post, addressee))) relations.push('asked');
    if (parties.leftWithoutAnswer.some((addressee) => isAsked(post, addressee))) relations.push('unanswered');
    if (parties.addressedEver.some((each) => addresses(post, { ...each, posts: each.copiedTo ?? [] })))
      relations.push('copied');
    if (parties.wasReferred) relations.push('referred');
    if (parties.referredFrom === post.kind) relations.push('referrer');
    if (parties.sitting.some((seats) => sits(post, seats))) relations.push('sits');
    if (parties.named.includes(asker.person)) relations.push('named');
    if (parties.practiceOf !== null && parties.practiceOf === asker.person) relations.push('own-practice');
    if (parties.raisedBy !== null && parties.raisedBy === ownerOf(asker)) relations.push('own-act');
    return relations;
  };
};

/** The day on which it was raised; null before that. */
export const raisedOnIn = (state: DisputeState): LocalDate | null => {
  if ('matter' in state) return state.matter.raisedOn;
  return state.status === 'imported' ? state.facts.raisedOn : null;
};

/** Record numbers of those whom a dispute, a conversation or a row of a register is about. */
export const childrenOf = (state: DisputeState): readonly string[] => partiesOf(state).children;

const partiesOf = (state: DisputeState): ConcernedParties => ({
  ...partiesIn(state),
  listed: readersOf(state)?.restrictedTo ?? [],
});

const partiesIn = (state: DisputeState): Omit<ConcernedParties, 'listed'> => {
  switch (state.status) {
    case 'open':
    case 'ended': {
      const { matter } = state;
      const addressedNow = currentRound(matter).addressee;
      return {
        children: matter.subject.children,
        teams: [matter.subject.team, ...teamsAsked(addressedNow).flatMap((team) => team ?? [])],
        heldBy: matter.heldBy,
        raisedBy: matter.wasMoved ? null : matter.raisedBy.person,
        practiceOf: matter.subject.practiceOf ?? null,
        addressedNow,
        addressedEver: matter.asked,
        leftWithoutAnswer: leftWithoutAnswer(matter),
        wasReferred: matter.referrals.length > 0,
        referredFrom: standingReferral(matter)?.from ?? null,
        sitting: matter.tabled.filter(({ takenOff, decided }) => !takenOff && !decided),
        named: matter.actions.flatMap(({ person }) => person ?? []),
        letRead: matter.letRead,
      };
    }
    case 'discussed':
    case 'conversation-withdrawn':
      return bearingsOfConversation(state);
    case 'imported':
      // The IRO in it was found by a name, which opens nothing until a person takes the row on.
      return { ...nothing, children: state.facts.children, teams: [state.facts.team] };
    case 'not-raised':
    case 'import-withdrawn':
      return nothing;
  }
};

/** Of stages that went up before their posts had answered; one that was passed on to another team is not theirs any more. */
const leftWithoutAnswer = ({ rounds }: Matter): Addressee[] =>
  rounds
    .filter(({ stage }, index) => (rounds[index + 1]?.stage ?? stage) > stage)
    .flatMap(({ addressee, answers }) =>
      eachTeamOf(addressee).map((each) => ({
        ...each,
        posts: each.posts.filter(
          (post) =>
            !answers.some(({ role, forTeams }) => role === post && (forTeams?.includes(each.team ?? '') ?? true)),
        ),
      })),
    );

const nothing: Omit<ConcernedParties, 'listed'> = {
  children: [],
  teams: [],
  heldBy: null,
  raisedBy: null,
  practiceOf: null,
  addressedNow: null,
  addressedEver: [],
  leftWithoutAnswer: [],
  wasReferred: false,
  referredFrom: null,
  sitting: [],
  named: [],
  letRead: [],
};

const bearingsOfConversation = ({
  subject,
  handedTo,
}: Pick<Discussed, 'subject' | 'handedTo'>): Omit<ConcernedParties, 'listed'> =>
  subject === null
    ? nothing
    : {
        ...nothing,
        children: subject.children,
        teams: [subject.team],
        heldBy: holderOfConversation(subject, { handedTo }),
        raisedBy: subject.iro,
      };
