import { mayKnow } from '../access/access.js';
import type { LocalDate } from '../calendar/calendar.js';
import { type DisputeState, type Ended, isFrozen, type Open } from '../disputes/dispute.js';
import { relationsToDispute } from '../disputes/relations.js';
import { mayRead } from '../disputes/restriction.js';
import { type Directory, mayBeCovered } from '../directory/directory.js';
import { postsAnswering } from '../directory/relations.js';
import type { PostKind } from '../protocol/protocol.js';
import { holdersAbove } from '../roles/above.js';
import { Office } from '../work/office.js';
import type { NoticeLine } from './events.js';
import { isTheirsToDo, type NoticeKind } from './kinds.js';
import type { Recipient, Wanted } from './who-is-told.js';

/** A notice for one person. */
export interface Addressed extends NoticeLine {
  readonly person: string;
  /** The dispute is marked as urgent; left out where it is not. */
  readonly isUrgent?: true;
}

/** Kinds that wait for somebody to answer: where nobody who may read a restricted record is asked, the IRO chooses. */
const ASKS_FOR_AN_ANSWER: readonly NoticeKind[] = ['dispute-for-you', 'escalated-to-you', 'answer-overdue'];

/**
 * The holders of the posts on a day, and those who cover for an IRO who is away, each once, and once for each action,
 * with what is theirs to do first. A person who acted is not told what they did.
 *
 * @param actor id of the person whose act it was
 */
export const addressedTo = (
  wanted: readonly Wanted[],
  actor: string,
  directory: Directory,
  on: LocalDate,
): Addressed[] => onceEach(everybodyAddressed(wanted, actor, directory, on));

/** The same, but each with everything that is wanted for them. */
export const everybodyAddressed = (
  wanted: readonly Wanted[],
  actor: string,
  directory: Directory,
  on: LocalDate,
): Addressed[] =>
  wanted
    .flatMap(({ to, ...line }) => peopleOf(to, directory, on).map((person): Addressed => ({ ...line, person })))
    .filter(({ person }) => person !== actor);

const onceEach = (addressed: readonly Addressed[]): Addressed[] => {
  const theirsFirst = [
    ...addressed.filter(({ kind }) => isTheirsToDo(kind)),
    ...addressed.filter(({ kind }) => !isTheirsToDo(kind)),
  ];
  return theirsFirst.reduce<Addressed[]>((told, each) => (isNews(each, told) ? [...told, each] : told), []);
};

/** They hear nothing of it yet, or it is about an action of which they have heard nothing. */
const isNews = ({ person, actionId }: Addressed, told: readonly Addressed[]): boolean => {
  const toThem = told.filter((each) => each.person === person);
  return toThem.length === 0 || (actionId !== null && !toThem.some((each) => each.actionId === actionId));
};

const peopleOf = (to: Recipient, directory: Directory, on: LocalDate): string[] => {
  if ('person' in to && to.holds === true) return holdersOf(to.person, new Office(directory, on));
  if ('person' in to) return [to.person, ...coverOf(to.person, directory, on)];
  if ('post' in to) {
    const { post, team, children = [], elseAboveIn } = to;
    const holders = postsAnswering(post, team, children, directory, on).flatMap(({ person }) => person ?? []);
    return holders.length > 0 || elseAboveIn === undefined ? holders : inPlaceOf(to, elseAboveIn, directory, on);
  }
  if ('wholeTeam' in to)
    return directory.everyPostHeld(to.on).flatMap(({ team, person }) => (team === to.wholeTeam ? (person ?? []) : []));
  if ('irosOf' in to) return irosBesides(to, directory, on);
  if ('anew' in to) return anewIn(to, directory, on);
  if ('firstOf' in to)
    return (
      to.firstOf
        .map((each) => each.flatMap((one) => peopleOf(one, directory, on)).filter((one) => reads(one, to.readableIn)))
        .find((people) => people.length > 0) ?? []
    );
  return doersOf(to, directory, on);
};

/** The person who stands in for somebody: for nobody who holds no such post any more, whatever days were arranged. */
const coverOf = (person: string, directory: Directory, on: LocalDate): string[] => {
  const cover = directory.coverFor(person, on);
  return cover !== undefined && directory.postsHeldBy(person, on).some(mayBeCovered) ? [cover] : [];
};

/** Nobody holds a post: the nearest above it hears, else the last to be asked; each only if they may read the dispute. */
const inPlaceOf = (
  { post, team }: Extract<Recipient, { post: PostKind }>,
  of: Open | Ended,
  directory: Directory,
  on: LocalDate,
): string[] => {
  const above = holdersAbove(post, { team, service: null }, directory, on)
    .flatMap(({ person }) => person ?? [])
    .filter((person) => canBeAskedIn(person, of, directory, on));
  if (above.length > 0) return above;
  const { asked } = new Office(directory, on).lastResort(team);
  return asked.map(({ person }) => person).filter((person) => canBeAskedIn(person, of, directory, on));
};

const anewIn = (
  { anew, askedBefore, as, within = [] }: Extract<Recipient, { anew: readonly Recipient[] }>,
  directory: Directory,
  on: LocalDate,
): string[] => {
  const peopleIn = (recipients: readonly Recipient[]) => recipients.flatMap((each) => peopleOf(each, directory, on));
  const before = peopleIn(askedBefore).filter((person) => reads(person, as));
  return peopleIn(anew).filter((person) => !before.includes(person) && within.every((each) => reads(person, each)));
};

/** No list of readers keeps it from them. */
const reads = (person: string, { matter }: Open | Ended): boolean =>
  matter.restrictedTo === null || mayRead(person, matter);

/** They are in office and may read the dispute. */
const canBeAskedIn = (person: string, of: Open | Ended, directory: Directory, on: LocalDate): boolean => {
  const asker = new Office(directory, on).asker(person);
  const isListed = of.matter.restrictedTo === null || mayRead(person, of.matter);
  return isListed && mayKnow(asker, relationsToDispute(of, asker, directory, on), ['dispute.read']);
};

/** As their work says: the first of them who are in office and may read the dispute. */
const doersOf = (
  { owner, of, offeredBy, atLast, butOwner }: Extract<Recipient, { owner: string | null }>,
  directory: Directory,
  on: LocalDate,
): string[] => {
  const peopleIn = (recipients: readonly Recipient[]) => recipients.flatMap((each) => peopleOf(each, directory, on));
  const canBeAsked = (person: string): boolean => canBeAskedIn(person, of, directory, on);
  if (owner !== null && canBeAsked(owner)) return butOwner ? [] : [owner];
  const offering = peopleIn(offeredBy).filter(canBeAsked);
  return offering.length > 0 ? offering : peopleIn(atLast);
};

/** The IROs of some children who are in office, and who covers for them. */
const irosBesides = (
  { irosOf, besides, only }: Extract<Recipient, { irosOf: readonly string[] }>,
  directory: Directory,
  on: LocalDate,
): string[] => {
  const office = new Office(directory, on);
  const iros = new Set(irosOf.flatMap((child) => directory.child(child, on)?.iro ?? []));
  const told = [...iros].filter((iro) => iro !== besides && (only === undefined || iro === only));
  return told.flatMap((iro) => office.iro(iro).map(({ person }) => person));
};

/** An IRO who has left is told nothing more: the IRO manager is, whose work it is to hand over what she held (docs/processes/work.md). */
const holdersOf = (holder: string, office: Office): string[] => {
  const seated = office.iro(holder);
  return (seated.length > 0 ? seated : office.lastResort(null).asked).map(({ person }) => person);
};

/**
 * A restricted record is known to the IRO who holds it and to those on its list; nobody else is told that it moves, but information
 * governance that somebody took emergency access, whoever asked to read it that they may not, whoever held it that somebody else does, and
 * those of whom something was asked and from whom it is hidden by this act. If nobody who must answer may read it, the IRO is told instead.
 *
 * @param addressed each of them with all that is wanted for them: what is kept from them keeps nothing else from them
 * @param before as it was before the act
 * @returns each of them once
 */
export const withinRestriction = (
  addressed: readonly Addressed[],
  state: DisputeState,
  before: DisputeState = state,
): Addressed[] => {
  if (state.status !== 'open' && state.status !== 'ended') return onceEach(addressed);
  const { restrictedTo, heldBy } = state.matter;
  const isTold = ({ person, kind }: Addressed): boolean => {
    if (kind === 'nothing-asked') return isCutOff(person, state, before);
    if (kind === 'no-longer-asked' && isCutOff(person, state, before)) return true;
    if (kind === 'reading-refused' && restrictedTo !== null) return !mayRead(person, state.matter);
    // Whoever held it read it until then, and it leaves their work.
    return ['emergency-access', 'handed-away'].includes(kind) || restrictedTo === null || mayRead(person, state.matter);
  };
  const told = onceEach(addressed.filter(isTold));
  if (restrictedTo === null) return told;
  const asking = addressed.filter(({ kind }) => ASKS_FOR_AN_ANSWER.includes(kind));
  const [first] = asking;
  // The program goes on where it can choose nobody; the IRO chooses.
  return first === undefined || heldBy === null || asking.some(({ person }) => mayRead(person, state.matter))
    ? told
    : [...told, { ...first, kind: 'choose-who-answers', person: heldBy }];
};

/** They could read it until this act, and by it cannot any more, or nobody is asked anything in it for now. */
const isCutOff = (person: string, { matter }: Open | Ended, before: DisputeState): boolean => {
  const reads = (each: Open['matter']): boolean => each.restrictedTo === null || mayRead(person, each);
  return 'matter' in before && !isFrozen(before.matter) && reads(before.matter) && (isFrozen(matter) || !reads(matter));
};
