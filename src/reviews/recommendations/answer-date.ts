import type { Instant } from '../../calendar/calendar.js';
import type { DateGiven } from '../../disputes/time/late.js';

/** The date by which the recommendations of a review are to be answered. */
export interface AnswerWanted {
  readonly dueAt: Instant;
  /** Counted over a year whose bank holidays are not known. */
  readonly notYetCertain?: boolean;
}

/**
 * The date of the answer, for the rule of lateness: from it silence means agreed. One that is not yet certain makes nobody late, so that
 * nobody has agreed by a date that may yet move.
 */
export const answerDate = ({ dueAt, notYetCertain = false }: AnswerWanted, answeredAt: Instant | null): DateGiven => ({
  dueAt: notYetCertain ? null : dueAt,
  metAt: answeredAt,
  overAt: null,
  stoppedAt: null,
});
