import { assertNever, type Decider, mustSay, Refusal } from '../../platform/decider.js';
import type { Agreed } from '../../roles/events.js';
import type { AccountEvent, AccountMet } from './events.js';

/** An account of the council’s identity provider; null until it was met. */
export interface AccountState {
  readonly met: AccountMet;
  /** The person whom it signs in; null while that is nobody. */
  readonly person: string | null;
}

export type AccountAct =
  | ({ readonly type: 'meet' } & AccountMet)
  | { readonly type: 'tie'; readonly person: string; readonly agreed: Agreed }
  | { readonly type: 'untie'; readonly reason: string };

export const accountStream = (account: string): string => `account-${account}`;

/** The beginning of every reference of an account. */
export const ACCOUNT_PREFIX = 'ACC';

/** One account, from the first time it came to sign in. To tie it to another person is the same act as to tie it to the first. */
export const accountDecider: Decider<AccountState | null, AccountAct, AccountEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'AccountMet') return { met: event.data, person: null };
    if (state === null) return state;
    switch (event.type) {
      case 'AccountTied':
        return { ...state, person: event.data.person };
      case 'AccountUntied':
        return { ...state, person: null };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    switch (act.type) {
      case 'meet': {
        const { type: _, ...met } = act;
        return state === null ? [{ type: 'AccountMet', data: met }] : [];
      }
      case 'tie':
        if (found(state).person === act.person) return [];
        return [{ type: 'AccountTied', data: { person: act.person, agreed: act.agreed } }];
      case 'untie':
        mustSay(act.reason, 'why this account signs nobody in any more');
        return found(state).person === null ? [] : [{ type: 'AccountUntied', data: { reason: act.reason } }];
      default:
        return assertNever(act);
    }
  },
};

const found = (state: AccountState | null): AccountState => {
  if (state === null) throw new Refusal('not-found', 'not-found', 'There is no such account.');
  return state;
};
