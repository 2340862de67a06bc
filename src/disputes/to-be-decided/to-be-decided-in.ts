import { ENDED_WITH_CARE } from '../../../projections/dispute-register/dispute-row.js';

/*
 * The open disputes about children who died, left care or turned 18, said to SQLite: one row for each dispute and child. None is closed
 * by itself, so somebody must decide what becomes of it. A person who continues one that a death had set aside has decided that.
 */

export const EIGHTEEN = `date(children.born_on, '+18 years')`;
const CORRECTED = 'children.corrected_out_of_care_on';
/**
 * The event of a child that ends the IRO's part in their life; the first that holds. A birthday is worked out, not recorded. By a correction
 * of the record the child is in care no more too.
 */
export const BECAUSE = `CASE WHEN children.died_on IS NOT NULL THEN 'died'
  WHEN children.left_care_on IS NOT NULL OR ${CORRECTED} < coalesce(${EIGHTEEN}, '9999-12-31') THEN 'left-care'
  ELSE 'turned-18' END`;
/** The day on which it happened. */
export const ON = `coalesce(children.died_on, children.left_care_on, min(${CORRECTED}, ${EIGHTEEN}), ${CORRECTED}, ${EIGHTEEN})`;

/** It is about the care of looked-after children; a register of IRO disputes is, and its rows do not say so one by one. */
export const IS_ABOUT_CARE = `(register.population = 'looked-after' OR (register.population IS NULL AND register.taken_on))`;

/** To stand after the columns, with `:today`; more conditions may follow. */
export const TO_BE_DECIDED = `FROM dispute_register AS register
  JOIN case_children AS named ON named.reference = register.reference
  JOIN children ON children.child = named.child
 WHERE register.status = 'open' AND ${ON} <= :today
   AND (register.continued_after_care_on IS NULL OR register.continued_after_care_on < ${ON})
   AND NOT (children.died_on IS NOT NULL AND register.was_set_aside AND register.frozen_on IS NULL)
   AND (children.died_on IS NOT NULL OR ${IS_ABOUT_CARE})`;

/**
 * A dispute (alias `register`) that ended with a child's care while the record had care over by a mistake (a death, a day of birth, a day of
 * leaving), and the child was in care on that day: its ending is not true.
 */
export const ENDED_BY_A_MISTAKE = `(${ENDED_WITH_CARE} AND register.taken_on AND EXISTS (
  SELECT 1 FROM case_children AS named JOIN children ON children.child = named.child
   WHERE named.reference = register.reference
     AND register.ended_on BETWEEN children.mistaken_end_from AND children.mistaken_end_to
     AND (${ON} IS NULL OR ${ON} > register.ended_on)))`;
