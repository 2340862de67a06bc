import type { BoardRow } from '../../reports/escalations/escalations.query.js';

/** Rows of registers that nobody works on yet and that may be read here, the oldest first. */
export const waitingToBeTakenOn = (rows: readonly BoardRow[]): BoardRow[] =>
  rows
    .filter(({ takenOn, mayOpen }) => !takenOn && mayOpen)
    .sort((one, other) => one.raisedOn.localeCompare(other.raisedOn));
