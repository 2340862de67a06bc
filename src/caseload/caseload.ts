import { assertNever, type Decider, mustSay, refuse } from '../platform/decider.js';
import type { CaseloadEvent, CaseloadHandOverBegun, RowHandedOver, RowRefused } from './events.js';

export const CASELOAD_PREFIX = 'CLH';

export const caseloadStream = (reference: string): string => `caseload-${reference}`;

/** One handing over, as far as it has come; null until it is begun. */
export interface CaseloadState extends CaseloadHandOverBegun {
  /** Null until every row was tried. */
  readonly done: CaseloadDone | null;
}

export interface CaseloadDone {
  readonly rows: readonly RowHandedOver[];
  readonly refused: readonly RowRefused[];
}

export type CaseloadAct =
  | ({ readonly type: 'begin' } & CaseloadHandOverBegun)
  | {
      readonly type: 'finish';
      readonly rows: RowHandedOver[];
      readonly refused: RowRefused[];
      /** Teams of the children, whose managers are told. */
      readonly teams: string[];
    };

/** The intent is recorded before the first record changes hands, and the result after the last. */
export const caseloadDecider: Decider<CaseloadState | null, CaseloadAct, CaseloadEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    switch (event.type) {
      case 'CaseloadHandOverBegun':
        return { ...event.data, done: null };
      case 'CaseloadHandedOver':
        return state === null ? state : { ...state, done: { rows: event.data.rows, refused: event.data.refused } };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    switch (act.type) {
      case 'begin': {
        const { type: _, ...begun } = act;
        mustSay(begun.reason, 'why it is handed over');
        if (begun.rows.length === 0 && begun.refused.length === 0)
          refuse('nothing-to-hand-over', 'This person has no child and holds nothing that is open.');
        return state === null ? [{ type: 'CaseloadHandOverBegun', data: begun }] : [];
      }
      case 'finish': {
        const { rows, refused, teams } = act;
        if (state === null || state.done !== null) return [];
        return [{ type: 'CaseloadHandedOver', data: { rows, refused, teams } }];
      }
      default:
        return assertNever(act);
    }
  },
};
