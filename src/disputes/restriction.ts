import type { Instant } from '../calendar/calendar.js';
import { DATA_FEED, type PostKind, SERVICE_POSTS } from '../protocol/protocol.js';
import type { DisputeState, Matter } from './dispute.js';

/** Somebody who would read a record, from the posts they hold today. */
export interface Onlooker {
  readonly person: string;
  readonly posts: readonly { readonly kind: PostKind }[];
}

type Listed = Pick<Matter, 'heldBy' | 'restrictedTo' | 'emergencies'>;

/** The people who may see a restricted record; null for one that is open to everybody whom the access table lets in. */
export const readersOf = (state: DisputeState): Listed | null => {
  const readers = listedIn(state);
  return readers === null || readers.restrictedTo === null ? null : readers;
};

/**
 * The person who holds it and those on its list, if it has one. A row of a register has a list too, and nobody holds it before it is taken
 * on: the IRO in it was found by a name.
 */
export const listedIn = (state: DisputeState): Listed | null => {
  if ('matter' in state) return state.matter;
  if (state.status !== 'imported') return null;
  return { heldBy: null, restrictedTo: state.restrictedTo, emergencies: state.emergencies };
};

/**
 * A restricted record is there for the IRO who holds it and for the people on its list, and for nobody else: not for an IRO manager,
 * not for an inspector, not for a person who acts for the IRO, unless they are named (domain brief 4.6). Those who see rows without a child
 * or a word count it all the same. One that was voided because it is about another child is there for the IRO service alone.
 *
 * @param reading at this moment, where it is to be read: a person who has taken emergency access may read, and not act
 */
export const isHiddenFrom = (state: DisputeState, onlooker: Onlooker, reading?: Instant): boolean => {
  const { person } = onlooker;
  if ('matter' in state && state.matter.isOfWrongChild)
    return state.matter.heldBy !== person && !answersForTheService(onlooker);
  const readers = readersOf(state);
  if (readers === null || countsWithoutNames(onlooker)) return false;
  if (mayRead(person, readers)) return false;
  return !(reading !== undefined && hasEmergencyAccess(readers, person, reading));
};

/** Hidden from somebody by its list alone: for them there is emergency access. */
export const isHiddenByItsList = (state: DisputeState, onlooker: Onlooker): boolean =>
  readersOf(state) !== null && !('matter' in state && state.matter.isOfWrongChild) && isHiddenFrom(state, onlooker);

export const hasEmergencyAccess = (
  { emergencies }: Pick<Matter, 'emergencies'>,
  person: string,
  now: Instant,
): boolean => emergencies.some((emergency) => emergency.person === person && now < emergency.until);

/** Holds it, or is on its list. */
export const mayRead = (person: string, { heldBy, restrictedTo }: Pick<Matter, 'heldBy' | 'restrictedTo'>): boolean =>
  heldBy === person || restrictedTo?.includes(person) === true;

/** Holds a post of those who answer for the IRO service. */
export const answersForTheService = ({ posts }: Pick<Onlooker, 'posts'>): boolean =>
  posts.some(({ kind }) => (SERVICE_POSTS as readonly PostKind[]).includes(kind));

/** Holds no post but one that is shown rows without a child, a person or a word. */
export const countsWithoutNames = ({ posts }: Pick<Onlooker, 'posts'>): boolean =>
  posts.length > 0 && posts.every(({ kind }) => kind === 'performance-analyst' || kind === DATA_FEED);

/** A record that the access table alone guards, said of the rows of the dispute register (alias `register`). */
export const NOT_RESTRICTED = '(register.restricted_to IS NULL AND NOT register.of_wrong_child)';

/** The opposite of {@link isHiddenFrom}, for rows of the dispute register (alias `register`), with the values that {@link hiddenFor} gives. */
export const NOT_HIDDEN = `(CASE WHEN register.of_wrong_child THEN register.held_by = :myself OR :ofTheService
  ELSE register.restricted_to IS NULL OR :countsWithoutNames OR (register.taken_on AND register.held_by = :myself)
    OR :myself IN (SELECT value FROM json_each(register.restricted_to)) END)`;

export const hiddenFor = (
  onlooker: Onlooker,
): Readonly<Record<'myself' | 'ofTheService' | 'countsWithoutNames', string | number>> => ({
  myself: onlooker.person,
  ofTheService: answersForTheService(onlooker) ? 1 : 0,
  countsWithoutNames: countsWithoutNames(onlooker) ? 1 : 0,
});
