import { assertNever, type Decider } from '../../../platform/decider.js';
import type { DueDatesEvent } from './events.js';

/** The addresses at which a calendar finds the due dates of one person. */
export interface DueDatesState {
  /** How many there have been. */
  readonly made: number;
  /** Number of the one that opens; null where none does. */
  readonly current: number | null;
}

export type DueDatesAct = { readonly type: 'make-address' } | { readonly type: 'end-address' };

export const dueDatesStream = (person: string): string => `dueDates-${person}`;

/** One address at a time: a new one ends the one before, as somebody needs who has shown theirs to another. */
export const dueDatesDecider: Decider<DueDatesState, DueDatesAct, DueDatesEvent, null> = {
  initial: { made: 0, current: null },

  evolve: (state, event) => {
    switch (event.type) {
      case 'DueDatesAddressMade':
        return { made: event.data.number, current: event.data.number };
      case 'DueDatesAddressEnded':
        return { ...state, current: null };
      default:
        return state;
    }
  },

  decide: (act, { made, current }) => {
    switch (act.type) {
      case 'make-address':
        return [{ type: 'DueDatesAddressMade', data: { number: made + 1 } }];
      case 'end-address':
        return current === null ? [] : [{ type: 'DueDatesAddressEnded', data: { number: current } }];
      default:
        return assertNever(act);
    }
  },
};
