import { COUNTS, FROM_ANSWERS, OVER_BEFORE_DUE } from '../../projections/answers/answers-due.js';
import { ROUND_IS_OF_PART } from '../../projections/dispute-register/counted-parts.js';

const fromRounds = (ofDisputes: string): string =>
  `${FROM_ANSWERS} JOIN counted_register AS dispute ON dispute.reference = answer.reference AND ${ROUND_IS_OF_PART}
  WHERE ${ofDisputes} AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'`;

/** Disputes raised in the year `:year`, as a condition. */
export const OF_THE_YEAR = 'dispute.year = :year';

/**
 * The answers that were due by the moment `:now`, each beside its date and its dispute.
 * @param ofDisputes a condition: of which disputes
 */
export const fromAnswersDue = (ofDisputes = OF_THE_YEAR): string => `${fromRounds(ofDisputes)} AND ${COUNTS}`;

/** The rounds that were over before any answer was due in them, of the disputes of the year. */
export const FROM_ROUNDS_OVER_BEFORE_DUE = `${fromRounds(OF_THE_YEAR)} AND ${OVER_BEFORE_DUE}`;
