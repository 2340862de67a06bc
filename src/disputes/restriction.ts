import type { DisputeState, Matter } from './dispute.js';

/** Who may see a restricted record; null for one that is open to whoever the access table lets in. */
export const readersOf = (state: DisputeState): Pick<Matter, 'heldBy' | 'restrictedTo'> | null => {
  const readers = listedIn(state);
  return readers === null || readers.restrictedTo === null ? null : readers;
};

/**
 * Who holds it and who is on its list, if it has one. A row of a register has a list too, and nobody holds it before it is taken on: the
 * IRO in it was found by a name.
 */
export const listedIn = (state: DisputeState): Pick<Matter, 'heldBy' | 'restrictedTo'> | null => {
  if ('matter' in state) return state.matter;
  return state.status === 'imported' ? { heldBy: null, restrictedTo: state.restrictedTo } : null;
};

/**
 * A restricted record is there for the IRO who holds it and for the people on its list, and for nobody else: not for an IRO manager,
 * not for an inspector, not for whoever acts for the IRO, unless they are named (domain brief 4.6).
 */
export const isHiddenFrom = (state: DisputeState, person: string): boolean => {
  const readers = readersOf(state);
  return readers !== null && readers.heldBy !== person && readers.restrictedTo?.includes(person) !== true;
};

/** A record that the access table alone guards, said of the rows of the dispute register (alias `register`). */
export const NOT_RESTRICTED = 'register.restricted_to IS NULL';

/** What {@link isHiddenFrom} denies, said of the rows of the dispute register (alias `register`) for the person `:myself`. */
export const NOT_HIDDEN = `(${NOT_RESTRICTED} OR (register.taken_on AND register.held_by IS :myself)
  OR :myself IN (SELECT value FROM json_each(register.restricted_to)))`;
