import type { Instant } from '../../calendar/calendar.js';
import type { Draft } from '../draft.js';

/** The place where drafts are kept. Their content is sealed before it comes here. */
export interface DraftStore {
  /** Also one that was sent or thrown away: what is left of it says so. */
  find(id: string): Promise<Draft | undefined>;
  /** All that a person writes, or is named to read, and that still hold something. */
  of(person: string): Promise<readonly Draft[]>;
  /**
   * Keeps a draft in the place of the revision from which it was made.
   * @param before that revision; 0 where there is none yet
   * @returns false, and nothing is kept, where another revision is there
   */
  put(draft: Draft, before: number): Promise<boolean>;
  /** Forgets what was last saved before a moment, with whatever was in it. */
  forgetBefore(moment: Instant): Promise<void>;
}

export const DRAFT_STORE = Symbol('DraftStore');
