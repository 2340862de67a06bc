import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../calendar/calendar.js';
import { addHours } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { hashOf, newSecret } from '../platform/secret.js';
import { CLOCK } from '../platform/tokens.js';

export const SESSION_HOURS = 10;
const MOST_SESSIONS = 10_000;
/** Past these the oldest of that person ends, so that one who signs in again and again signs nobody else out. */
export const MOST_SESSIONS_OF_ONE = 50;

export interface Session {
  /** Said once, to the person; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** The people who are signed in. Kept in memory: a restart signs everybody out. */
@Injectable()
export class Sessions {
  private readonly byHash = new Map<string, { readonly person: string; readonly expiresAt: Instant }>();

  /** Of each person, from the oldest. */
  private readonly hashesOf = new Map<string, Set<string>>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  begin(person: string): Session {
    this.forgetTheOldest();
    this.forgetTheOldestOf(person);
    const token = newSecret();
    const expiresAt = addHours(this.clock.now(), SESSION_HOURS);
    const hash = hashOf(token);
    this.byHash.set(hash, { person, expiresAt });
    this.hashesOf.set(person, (this.hashesOf.get(person) ?? new Set()).add(hash));
    return { token, expiresAt };
  }

  /** Undefined for a token that was never given, or has expired. */
  personWith(token: string): string | undefined {
    const session = this.byHash.get(hashOf(token));
    return session && session.expiresAt > this.clock.now() ? session.person : undefined;
  }

  /** All last equally long, so the first in are the first to expire. */
  private forgetTheOldest(): void {
    const now = this.clock.now();
    for (const [hash, { expiresAt }] of this.byHash) {
      if (expiresAt > now && this.byHash.size < MOST_SESSIONS) return;
      this.forget(hash);
    }
  }

  private forgetTheOldestOf(person: string): void {
    const own = this.hashesOf.get(person) ?? new Set();
    const [oldest] = own;
    if (oldest !== undefined && own.size >= MOST_SESSIONS_OF_ONE) this.forget(oldest);
  }

  private forget(hash: string): void {
    const person = this.byHash.get(hash)!.person;
    this.byHash.delete(hash);
    const own = this.hashesOf.get(person)!;
    own.delete(hash);
    if (own.size === 0) this.hashesOf.delete(person);
  }
}
