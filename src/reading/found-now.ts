import type { Condition } from '../access/scope.js';
import type { Reading } from './reading.js';

/** Registers of which a condition may find rows, and the alias under which it names them unless another is said. */
type Register = 'dispute_register' | 'acknowledgement_register' | 'review_checks';

/**
 * A condition on who may read a row, for a reading of another moment: the rows that it finds now. What somebody may read is decided by
 * their posts, the children's allocations and the restrictions of today, so that an earlier day opens nothing that is closed.
 */
export const foundNow = (
  condition: Condition,
  { register, alias }: { readonly register: Register; readonly alias: string },
  then: Reading,
  now: Reading,
): Condition => {
  if (then === now) return condition;
  const rows = now.readModels.all<{ reference: string }>(
    `SELECT DISTINCT ${alias}.reference FROM ${register} AS ${alias} WHERE ${condition.sql}`,
    condition.parameters,
  );
  const name = `foundNow_${register}_${alias}`;
  return {
    sql: `${alias}.reference IN (SELECT value FROM json_each(:${name}))`,
    parameters: { [name]: JSON.stringify(rows.map(({ reference }) => reference)) },
  };
};

/** Of disputes, as the rows of `dispute_register` are called in most queries. */
export const disputesFoundNow = (condition: Condition, then: Reading, now: Reading): Condition =>
  foundNow(condition, { register: 'dispute_register', alias: 'register' }, then, now);
