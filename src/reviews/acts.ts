import type { LocalDate } from '../calendar/calendar.js';
import type { CheckBegun, StandardAnswer } from './events.js';

/** The records in a check of which the sender may not know. */
export interface Hidden {
  /** References of disputes: to the sender it is as if they had never been raised. */
  hidden?: readonly string[];
}

/** Whether a standard is met, and what its IRO saw. */
export interface StandardAnswered {
  standard: string;
  answer: StandardAnswer;
  note: string | null;
}

export type ReviewAct =
  | ({ type: 'begin' } & CheckBegun)
  | ({ type: 'check' } & StandardAnswered & Hidden)
  /** Several at once, as a person answers them on one page. */
  | ({ type: 'check-several'; answers: readonly StandardAnswered[] } & Hidden)
  | ({ type: 'decide-not-to-raise'; standard: string; reason: string } & Hidden)
  /** To the child whom it is about, and whose check it then is; `bornOn` as the directory has it. */
  | { type: 'move-to-child'; to: string; iro: string; bornOn: LocalDate | null; reason: string }
  /** By the IRO: it was begun by mistake. */
  | ({ type: 'withdraw'; reason: string } & Hidden)
  /** Sent once the dispute is there. */
  | ({ type: 'note-raised'; standard: string; dispute: string } & Hidden);
