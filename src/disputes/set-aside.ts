import { SET_ASIDE } from '../../projections/deadlines/date-columns.js';
import type { Condition } from '../access/scope.js';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { afterDeathFor, firstDeathOf, isCaseOfMine, isKeptByDeath, READS_ALL_AFTER_DEATH } from './after-death.js';
import type { DisputeState, Ended, Open } from './dispute.js';
import { frozenBy } from './fold/freezing.js';
import { childrenOf } from './relations.js';
import { answersForTheService, hiddenFor, NOT_HIDDEN, NOT_RESTRICTED, type Onlooker } from './restriction.js';

/*
 * A child's death sets what is about them aside: only the IRO who holds it and the IRO managers see it (after-death.ts), and the clock of
 * a dispute stands still from the day of the death. Of a dispute that goes on or has ended, that is put on record by the program
 * (src/following). Until it is, and for what is never frozen, the day of the death in the directory says the same, here, to a person who
 * asks: no request and no restart falls in between.
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

/** Whether somebody is not to see it because of a death that is not on record in it. */
export const isSetAsideFrom = (
  state: DisputeState,
  onlooker: Onlooker,
  directory: Pick<Directory, 'child'>,
  now: Instant,
): boolean => {
  if ('matter' in state) {
    const { heldBy, freeze, subject } = state.matter;
    return freeze === null && isKeptByDeath(subject.children, onlooker, directory, londonDate(now), [heldBy]);
  }
  // Of a list that people drew up for a row of a register, the IRO service alone goes on reading.
  if (state.status === 'imported' && state.restrictedTo !== null && answersForTheService(onlooker)) return false;
  return isKeptByDeath(childrenOf(state), onlooker, directory, londonDate(now));
};

/** An informal dispute is hidden with the formal one that continues it: they are about one matter. */
function withWhatCarriesItOn(condition: string): string {
  return `(${condition} AND (register.formalised_by IS NULL OR NOT EXISTS (
    SELECT 1 FROM dispute_register AS formal
     WHERE formal.reference = register.formalised_by AND NOT ${condition.replaceAll('register.', 'formal.')})))`;
}

/** The same, said of the rows of the dispute register (alias `register`; joined, perhaps without a row), with the values that {@link keptFor} gives. */
const NOT_SET_ASIDE = `(register.reference IS NULL OR ${READS_ALL_AFTER_DEATH} OR register.was_set_aside
  OR register.reference NOT IN (${SET_ASIDE})
  OR CASE WHEN register.taken_on AND register.kind <> 'conversation' THEN register.held_by IS :myself
    ELSE ${isCaseOfMine('register.reference')} OR (register.restricted_to IS NOT NULL AND :ofTheService) END)`;

/** Rows that are not hidden from somebody, by a list of readers or by a death; with the values that {@link keptFor} gives. */
export const NOT_KEPT_FROM = withWhatCarriesItOn(`(${NOT_HIDDEN} AND ${NOT_SET_ASIDE})`);

/** Rows that a paper names which anybody may come to hold: no list of readers keeps them, and no death. */
export const NAMED_ON_PAPER = withWhatCarriesItOn(
  `(${NOT_RESTRICTED} AND (register.was_set_aside OR register.reference NOT IN (${SET_ASIDE})))`,
);

/** The values that {@link NOT_KEPT_FROM} names. */
export const keptFor = (onlooker: Onlooker, today: LocalDate): Condition['parameters'] => ({
  ...hiddenFor(onlooker),
  ...afterDeathFor(onlooker, today),
});

/** Nothing runs in one that is void. */
const diedOn = (state: Open | Ended, directory: Pick<Directory, 'child'>): LocalDate | null => {
  const { matter } = state;
  if (matter.freeze !== null || (state.status === 'ended' && state.ending === 'voided')) return null;
  return firstDeathOf(matter.subject.children, directory);
};

/** The same as {@link NOT_KEPT_FROM}, of rows that a query calls by another name. */
export const notKeptFrom = (alias: string): string => NOT_KEPT_FROM.replaceAll('register.', `${alias}.`);
