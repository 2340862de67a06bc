import { type DateColumns, earliestIn } from '../../src/disputes/time/late-in-sql.js';

/** The columns of the sheet of dates that the rule of lateness looks at, of a row that a query calls by this name. */
export const dateColumns = (date: string): DateColumns => ({
  dueAt: `${date}.due_at`,
  metAt: `${date}.met_at`,
  overAt: `${date}.over_at`,
  stoppedAt: earliestIn(earliestIn(`${date}.paused_at`, `${date}.was_frozen_at`), `${date}.frozen_at`),
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
