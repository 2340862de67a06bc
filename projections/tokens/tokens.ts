import type { TokenEvent } from '../../src/access/tokens/events.js';
import type { ProgramRole } from '../../src/access/access-table.js';
import type { Instant } from '../../src/calendar/calendar.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { changing, idOf } from '../folding.js';

/** One row for each token, to look at only: whether one signs anybody in is asked of the log. Its hash is not here. */
export type TokenRow = {
  readonly token: string;
  readonly kind: 'person' | 'program';
  /** Id of the person, or the name of the program. */
  readonly held_by: string;
  /** Null for a person, who acts from the posts they hold. */
  readonly role: ProgramRole | null;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly withdrawn_at: Instant | null;
};

export const tokens: Projection<TokenRow> = {
  name: 'tokens',
  version: 1,
  categories: ['token'],
  columns: {
    token: 'text',
    kind: 'text',
    held_by: 'text',
    role: 'text',
    created_at: 'text',
    expires_at: 'text',
    withdrawn_at: 'text',
  },
  key: ['token'],
  partitionBy: idOf,
  when: handlers<TokenEvent, TokenRow>({
    TokenCreated: (_, { data: { token, holder, createdAt, expiresAt } }) => [
      {
        token,
        kind: holder.kind,
        held_by: holder.kind === 'person' ? holder.person : holder.program,
        role: holder.kind === 'person' ? null : holder.role,
        created_at: createdAt,
        expires_at: expiresAt,
        withdrawn_at: null,
      },
    ],
    TokenWithdrawn: changing((_, { data: { withdrawnAt } }) => ({ withdrawn_at: withdrawnAt })),
  }),
};
