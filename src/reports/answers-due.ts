import { COUNTS, FROM_ANSWERS, OVER_BEFORE_DUE } from '../../projections/answers/answers-due.js';

const FROM_ROUNDS = `${FROM_ANSWERS} JOIN dispute_register AS dispute ON dispute.reference = answer.reference
  WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'`;

/** The answers that were due by the moment `:now`, each beside its date and its dispute, of disputes of the year `:year`. */
export const FROM_ANSWERS_DUE = `${FROM_ROUNDS} AND ${COUNTS}`;

/** The rounds that were over before any answer was due in them, of the same disputes. */
export const FROM_ROUNDS_OVER_BEFORE_DUE = `${FROM_ROUNDS} AND ${OVER_BEFORE_DUE}`;
