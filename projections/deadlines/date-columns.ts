import { type DateColumns, earliestIn } from '../../src/disputes/time/late-in-sql.js';

/**
 * The beginning of the day of a child’s death, of a dispute that has not been frozen for it yet: a clock in time stands still from that
 * day, whenever the freeze goes on record. Null for all others.
 */
const stoppedByDeath = (
  date: string,
): string => `CASE WHEN ${date}.was_set_aside = 0 AND ${date}.reference IN (${SET_ASIDE}) THEN (
    SELECT min(died.died_at) FROM case_children AS of_it JOIN children AS died ON died.child = of_it.child
     WHERE of_it.reference = ${date}.reference AND died.died_at IS NOT NULL) END`;

/** References of the cases about a child who has died. */
export const SET_ASIDE = `SELECT of_it.reference FROM children AS died JOIN case_children AS of_it ON of_it.child = died.child
  WHERE died.died_at IS NOT NULL`;

/** The columns of the sheet of dates that the rule of lateness looks at, of a row that a query calls by this name. */
export const dateColumns = (date: string): DateColumns => ({
  dueAt: `${date}.due_at`,
  metAt: `${date}.met_at`,
  overAt: `${date}.over_at`,
  stoppedAt: earliestIn(
    earliestIn(`${date}.paused_at`, `${date}.was_frozen_at`),
    `coalesce(${date}.frozen_at, ${stoppedByDeath(date)})`,
  ),
});

/** The same of the limit over all stages together, which nothing stops. */
export const totalCapColumns = (date: string): DateColumns => ({ ...dateColumns(date), stoppedAt: 'NULL' });

/** The same as one value, for `JSON.parse` to a `DayGiven`; all of it null where there is no such date. */
export const dateAsJson = (date: string, columns = dateColumns(date)): string => {
  const { dueAt, metAt, overAt, stoppedAt } = columns;
  return `json_object('dueOn', ${date}.due_on, 'dueAt', ${dueAt}, 'metAt', ${metAt}, 'overAt', ${overAt},
    'stoppedAt', ${stoppedAt})`;
};

/** Joins a date of the round that each dispute of the register is at. */
export const joinDateOfRound = (deadline: 'answer' | 'receipt', date: string): string =>
  `LEFT JOIN deadlines AS ${date} ON ${date}.reference = register.reference AND ${date}.deadline = '${deadline}'
     AND ${date}.part = CAST(register.round AS TEXT)`;
