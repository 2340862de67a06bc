import type { Instant } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { AccountEvent } from '../../src/sign-in/accounts/events.js';
import { changing, idOf } from '../folding.js';

/** An account of the council’s identity provider, to look at only: whom it signs in is asked of the log. */
export type AccountRow = {
  account: string;
  user_name: string | null;
  email: string | null;
  met_at: Instant;
  /** The person whom it signs in; null while that is nobody. */
  person: string | null;
  tied_by: string | null;
  tied_at: Instant | null;
};

export const accounts: Projection<AccountRow> = {
  name: 'accounts',
  version: 1,
  categories: ['account'],
  columns: {
    account: 'text',
    user_name: 'text',
    email: 'text',
    met_at: 'text',
    person: 'text',
    tied_by: 'text',
    tied_at: 'text',
  },
  key: ['account'],
  partitionBy: idOf,
  when: handlers<AccountEvent, AccountRow>({
    AccountMet: (_, { data: { account, userName, email }, metadata: { occurredAt } }) => [
      { account, user_name: userName, email, met_at: occurredAt, person: null, tied_by: null, tied_at: null },
    ],
    AccountTied: changing((_, { data: { person }, metadata: { actor, occurredAt } }) => ({
      person,
      tied_by: actor.person,
      tied_at: occurredAt,
    })),
    AccountUntied: changing<AccountRow, object>(() => ({ person: null, tied_by: null, tied_at: null })),
  }),
};
