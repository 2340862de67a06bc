import type { Instant } from '../../calendar/calendar.js';
import type { Session } from './session.js';

/** The sessions meant: one, by the hash of its id; all of a person; or those that came from one session at the identity provider. */
export type WhichSessions =
  | { readonly hash: string }
  | { readonly person: string }
  | { readonly issuer: string; readonly sid: string };

/** The store of sessions, by the hash of their ids. The id itself is known to the browser alone. */
export interface SessionStore {
  begin(hash: string, session: Session): Promise<void>;
  /** Undefined for one that was never begun, has been ended or was forgotten. Whether it has run out, the session itself says. */
  find(hash: string): Promise<Session | undefined>;
  /** Notes when it was last used. */
  noteSeen(hash: string, at: Instant): Promise<void>;
  end(which: WhichSessions): Promise<void>;
  /** Keeps a sentence for the next page that it shows. */
  say(hash: string, sentence: string): Promise<void>;
  /** Gives the sentence, and forgets it. */
  takeSaid(hash: string): Promise<string | undefined>;
  /** Forgets what was last used before a moment. */
  forgetBefore(moment: Instant): Promise<void>;
}

export const SESSION_STORE = Symbol('SessionStore');
