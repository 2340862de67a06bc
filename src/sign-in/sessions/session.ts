import type { Instant } from '../../calendar/calendar.js';
import { addHours, addMinutes } from '../../calendar/dates.js';

/** One browser in which somebody is signed in. */
export interface Session {
  readonly person: string;
  readonly began: Instant;
  /** The moment at which the identity provider last saw them prove it; null if it does not say. */
  readonly proved: Instant | null;
  /** The moment at which they last asked for something, to within a minute. */
  readonly seen: Instant;
  /** The session at the identity provider that it came from; null where none did. */
  readonly provider: AtProvider | null;
}

/** The ids with which both sessions are ended together. */
export interface AtProvider {
  /** Reference of the account with which they signed in. */
  readonly account: string;
  readonly issuer: string;
  /** As the provider calls its session (claim `sid`), where it says. */
  readonly sid: string | null;
  /** The ID token, which the provider asks for when somebody signs out; sealed with a key that only the cookie gives. */
  readonly sealedIdToken: string | null;
}

/** The time for which a session lasts. */
export interface Lasting {
  /** Minutes with nothing asked for. */
  readonly idleMinutes: number;
  /** Hours at most. */
  readonly longestHours: number;
}

/** A session that is in use is written to at most this often. */
const MINUTES_BETWEEN_NOTES = 1;

/** Whether a session has come to its end by itself. */
export const isOver = ({ began, seen }: Session, now: Instant, { idleMinutes, longestHours }: Lasting): boolean =>
  now >= addMinutes(seen, idleMinutes) || now >= addHours(began, longestHours);

/** Whether the time at which it was last used is worth writing down again. */
export const isWorthNoting = ({ seen }: Session, now: Instant): boolean =>
  now >= addMinutes(seen, MINUTES_BETWEEN_NOTES);
