import type { CheckBegun, StandardAnswer } from './events.js';

export type ReviewAct =
  | ({ type: 'begin' } & CheckBegun)
  | { type: 'check'; standard: string; answer: StandardAnswer; note: string | null }
  | { type: 'decide-not-to-raise'; standard: string; reason: string }
  /** To the child whom it is about, and whose check it then is. */
  | { type: 'move-to-child'; to: string; iro: string; reason: string }
  /** Sent once the dispute is there. */
  | { type: 'note-raised'; standard: string; dispute: string };
