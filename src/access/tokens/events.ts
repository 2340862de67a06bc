import type { Instant } from '../../calendar/calendar.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { ProgramRole } from '../access-table.js';

/** Streams: `token-<id>`. The actor and the time of an event say who made or withdrew it, and when. */
export type TokenEvent = DomainEvent<'TokenCreated', TokenCreated> | DomainEvent<'TokenWithdrawn', TokenWithdrawn>;

export interface TokenCreated {
  /** Also the id of its stream: `TOK-7K4M-2QXH`. */
  token: string;
  holder: TokenHolder;
  /** SHA-256 of the token's text, which itself is kept nowhere. */
  hash: string;
  createdAt: Instant;
  /** It signs nobody in from this moment on. */
  expiresAt: Instant;
}

/** A person acts from the posts they hold on the day; a program, which holds none, in the one role it was given. */
export type TokenHolder = { kind: 'person'; person: string } | { kind: 'program'; program: string; role: ProgramRole };

export interface TokenWithdrawn {
  withdrawnAt: Instant;
  reason: string | null;
}
