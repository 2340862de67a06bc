import { COUNTS, FROM_ANSWERS } from '../../projections/answers/answers-due.js';

/** The answers that were due by the moment `:now`, each beside its date and its dispute, of disputes of the year `:year`. */
export const FROM_ANSWERS_DUE = `${FROM_ANSWERS} JOIN dispute_register AS dispute ON dispute.reference = answer.reference
  WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided' AND ${COUNTS}`;
