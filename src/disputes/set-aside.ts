import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { Condition } from '../access/scope.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { SET_ASIDE } from '../../projections/deadlines/date-columns.js';
import { type DisputeState, type Ended, frozenBy, type Open } from './dispute.js';
import { countsWithoutNames, hiddenFor, NOT_HIDDEN, type Onlooker } from './restriction.js';

/*
 * A child's death sets their disputes aside: only the IRO who holds one and the IRO managers see it, and its clock stands still from the
 * day of the death. That is put on record by the program a moment afterwards (src/following). Until it is, the day of the death in the
 * directory says the same, here, to whoever asks: no request and no restart falls in between.
 */

/** A child has died and nothing of that is on record in the dispute; what people let go on since goes on. */
export const isToBeSetAside = (state: Open | Ended, directory: Pick<Directory, 'child'>): boolean =>
  diedOn(state, directory) !== null;

/** The dispute with its clock as the death left it, also before the freeze is on record. */
export const asOfDeath = (state: DisputeState, directory: Pick<Directory, 'child'>, now: Instant): DisputeState => {
  if (!('matter' in state)) return state;
  const day = diedOn(state, directory);
  if (day === null) return state;
  return { ...state, matter: { ...state.matter, freeze: frozenBy(day, now) } };
};

/** Whether somebody is not to see it because of a death that is not on record in it yet. */
export const isSetAsideFrom = (
  state: DisputeState,
  onlooker: Onlooker,
  directory: Pick<Directory, 'child' | 'postsHeldBy'>,
  now: Instant,
): boolean => {
  const { person } = onlooker;
  if (!('matter' in state) || countsWithoutNames(onlooker) || diedOn(state, directory) === null) return false;
  const isIroManager = directory.postsHeldBy(person, londonDate(now)).some(({ kind }) => kind === 'iro-manager');
  return state.matter.heldBy !== person && !isIroManager;
};

/** The same, said of the rows of the dispute register (alias `register`; joined, perhaps without a row), with the values that {@link keptFor} gives. */
const NOT_SET_ASIDE = `(register.reference IS NULL OR :countsWithoutNames OR register.was_set_aside OR register.status = 'voided' OR NOT register.taken_on
  OR register.kind = 'conversation' OR register.held_by IS :myself OR register.reference NOT IN (${SET_ASIDE})
  OR EXISTS (SELECT 1 FROM post_holders AS held JOIN posts AS managing ON managing.post = held.post
    WHERE held.person = :myself AND managing.kind = 'iro-manager'
      AND (held."from" IS NULL OR held."from" <= :today) AND (held."to" IS NULL OR held."to" >= :today)))`;

/** Rows that are not hidden from somebody, by a list of readers or by a death; with the values that {@link keptFor} gives. */
export const NOT_KEPT_FROM = `(${NOT_HIDDEN} AND ${NOT_SET_ASIDE})`;

/** The values that {@link NOT_KEPT_FROM} names. */
export const keptFor = (onlooker: Onlooker, today: LocalDate): Condition['parameters'] => ({
  ...hiddenFor(onlooker),
  today,
});

const diedOn = (state: Open | Ended, directory: Pick<Directory, 'child'>): LocalDate | null => {
  const { matter } = state;
  if (matter.freeze !== null || (state.status === 'ended' && state.ending === 'voided')) return null;
  const days = matter.subject.children.flatMap((child) => directory.child(child, LATEST)?.diedOn ?? []);
  return days.sort()[0] ?? null;
};

const LATEST = '9999-12-31';
