import type { LocalDate } from '../../calendar/calendar.js';
import type { Recommendation } from './events.js';

export type RecommendationsAct =
  | SendRecommendations
  | Agree
  | Disagree
  | CountAsAgreed
  | CountAnew
  | MoveToTeam
  | NoteRaised
  | LetStand
  | TakeBackAnswer
  | WithdrawRecommendations;

export interface SendRecommendations {
  type: 'send';
  reference: string;
  child: string;
  iro: string;
  team: string | null;
  reviewedOn: LocalDate;
  recommendations: readonly Omit<Recommendation, 'number'>[];
}
export interface Agree {
  type: 'agree';
  note: string | null;
}
export interface Disagree {
  type: 'disagree';
  reason: string;
}
/** Sent by the clock, as often as it likes: where there is an answer, or time left, it gives nothing. */
export interface CountAsAgreed {
  type: 'count-as-agreed';
}
/** Sent by the program when the calendar has changed: a date that stays as it was gives nothing. */
export interface CountAnew {
  type: 'count-anew';
  reason: string;
}
/** Sent by the program when the child has gone to another team. */
export interface MoveToTeam {
  type: 'move-to-team';
  to: string;
}
/** The dispute on record is one of which the sender may not know: to them it is as if none had been raised. */
interface Hidden {
  isHidden?: boolean;
}
/** Sent once the dispute over the disagreement is there. */
export interface NoteRaised extends Hidden {
  type: 'note-raised';
  dispute: string;
}
/** The IRO raises nothing over the disagreement, and writes why not. */
export interface LetStand extends Hidden {
  type: 'let-stand';
  reason: string;
}
/** By the person who answered, for what they did not mean. */
export interface TakeBackAnswer extends Hidden {
  type: 'take-back-answer';
  reason: string;
}
/** By the IRO: they were sent by mistake. */
export interface WithdrawRecommendations extends Hidden {
  type: 'withdraw';
  reason: string;
}
