import type { FastifyRequest } from 'fastify';
import type { Instant } from '../calendar/calendar.js';

/** Somebody who is signed in with a browser. */
export interface PageSession {
  readonly person: string;
  /** The moment at which they last proved who they are; null if nobody says. */
  readonly signedInAt: Instant | null;
  /** Stands in every form, and comes back with what is sent: a form of another site does not know it. */
  readonly csrf: string;
}

/** The sessions of browsers. Pages ask for them; the API never does, so that no other site acts in it with a browser’s cookie. */
export interface PageSessions {
  /** Undefined where nobody is signed in. */
  of(request: FastifyRequest): Promise<PageSession | undefined>;
  /** The session that a browser had until it ran out; undefined where it is still good, was ended, or is not known any more. */
  past(request: FastifyRequest): Promise<PageSession | undefined>;
  /** Every session of a person ends, on every instance. */
  endAllOf(person: string): Promise<void>;
  /** A sentence that the next page of this browser shows once. */
  say(request: FastifyRequest, sentence: string): Promise<void>;
  /** The sentence that waits to be shown; asked for again, there is none. */
  takeSaid(request: FastifyRequest): Promise<string | undefined>;
}

export const PAGE_SESSIONS = Symbol('PageSessions');
