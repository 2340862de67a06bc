import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { everyToken } from '../../../projections/tokens/tokens.queries.js';
import type { TokenRow } from '../../../projections/tokens/tokens.js';
import type { Instant } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import type { ProgramRole } from '../access-table.js';
import type { AskedBy } from '../asker.js';
import { isValid } from './token.js';

/** A token to look at. Its text is kept nowhere, and its hash is not shown. */
export interface TokenListed {
  readonly token: string;
  readonly kind: 'person' | 'program';
  /** Id of the person, or the name of the program. */
  readonly heldBy: string;
  /** The person's name, or that of the program. */
  readonly holder: string;
  /** Null for a person, who acts from the posts they hold. */
  readonly role: ProgramRole | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly standing: 'valid' | 'expired' | 'withdrawn';
}

/** Every token there has been, the newest first: for those who may say who signs in. No case is in it, and no text of a token. */
export class ListTokens extends Query<readonly TokenListed[]> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

@QueryHandler(ListTokens)
export class ListTokensHandler implements IQueryHandler<ListTokens> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<readonly TokenListed[]> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const nameOf = ({ kind, held_by }: TokenRow): string =>
      kind === 'person' ? (directory.person(held_by)?.name ?? held_by) : held_by;
    return everyToken(readModels).map((row) => ({
      token: row.token,
      kind: row.kind,
      heldBy: row.held_by,
      holder: nameOf(row),
      role: row.role,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      withdrawnAt: row.withdrawn_at,
      standing: standingOf(row, now),
    }));
  }
}

const standingOf = ({ withdrawn_at, expires_at }: TokenRow, now: Instant): TokenListed['standing'] => {
  if (withdrawn_at !== null) return 'withdrawn';
  return isValid({ withdrawn: false, expiresAt: expires_at }, now) ? 'valid' : 'expired';
};
