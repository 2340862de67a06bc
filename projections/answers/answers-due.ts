import { type DateColumns, countsIn, dayIsOverIn, missedIn } from '../../src/disputes/time/late-in-sql.js';
import { dateColumns } from '../deadlines/date-columns.js';

/*
 * The answers that were in time, as conditions of a query. The answer of a round is beside its date in the sheet; that of a register's row
 * has days and no moments. A row without an answer was not answered where its register has a column for the day of the answer; without
 * that column it says nothing.
 */

/** If several teams must answer, each has met the date when its own answer was whole. */
const IN_FORCE: DateColumns = {
  ...dateColumns('date'),
  metAt: `coalesce(answer.team_answered_at, ${dateColumns('date').metAt})`,
};
const FIRST: DateColumns = { ...IN_FORCE, dueAt: 'answer.first_due_at' };
/** Once it counts, it is measured by the date of the register with whose row the round went on, where there is one. */
const FIRST_OF_ALL: DateColumns = { ...IN_FORCE, dueAt: 'coalesce(answer.register_due_at, answer.first_due_at)' };

/** The day of the first date: of the register, where its row went on with this round. */
export const FIRST_DUE_ON = 'coalesce(answer.register_due_on, answer.first_due_on)';

/** Each answer beside its date, called `date`. */
export const FROM_ANSWERS = `FROM answers AS answer LEFT JOIN deadlines AS date
  ON date.reference = answer.reference AND date.deadline = 'answer' AND date.part = CAST(answer.round AS TEXT)`;

/** Of an answer called `answer`, of a register: its date had passed without one when its row was read. */
export const SILENT = `(answer.silent AND NOT EXISTS (
  SELECT 1 FROM dispute_register AS read_from JOIN json_each(read_from.lacks) AS lacking
  WHERE read_from.reference = answer.reference AND lacking.value = 'answer date'))`;

/** It is to be counted: it came, or its first date was missed. A dispute taken up or ended before its date was never due. */
export const COUNTS = `CASE WHEN answer.imported THEN answer.first_due_on IS NOT NULL AND (answer.answered_on IS NOT NULL OR ${SILENT})
  ELSE ${countsIn(FIRST)} END`;

/** By the date that the protocol gave; null while it is not to be counted. */
export const IN_TIME_BY_FIRST_DATE = `CASE WHEN answer.imported THEN CASE WHEN ${SILENT} THEN 0 ELSE NOT ${dayIsOverIn('answer.first_due_on', 'answer.answered_on')} END
  WHEN ${countsIn(FIRST)} THEN NOT ${missedIn(FIRST_OF_ALL)} END`;

/** By the date in force; null while it is not to be counted. */
export const IN_TIME = `CASE WHEN answer.imported THEN CASE WHEN ${SILENT} THEN 0 ELSE NOT ${dayIsOverIn('answer.due_on', 'answer.answered_on')} END
  WHEN ${countsIn(IN_FORCE)} THEN NOT ${missedIn(IN_FORCE)} END`;

/** It was over before its first date had passed and before it had its answer, so no answer was due. */
export const OVER_BEFORE_DUE = `(answer.over_by IS NOT NULL AND NOT coalesce(${COUNTS}, 0))`;
