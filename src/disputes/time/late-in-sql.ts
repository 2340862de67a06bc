import type { DateGiven } from './late.js';

/*
 * The rule of lateness (late.ts) as conditions of a query, for what must be found among many rows. A test holds the two to each other
 * at every kind of instant.
 */

/** Columns that hold what the rule looks at; SQL expressions that may be null. */
export type DateColumns = { readonly [Fact in keyof DateGiven]: string };

/**
 * It was missed by the moment that a parameter of the query gives; 0 or 1, never null.
 * @param now the parameter, with its colon
 */
export const missedIn = ({ dueAt, metAt, overAt, stoppedAt }: DateColumns, now = ':now'): string =>
  `(${dueAt} IS NOT NULL AND ${dueAt} <= ${now} AND ${[metAt, overAt, stoppedAt]
    .map((moment) => `coalesce(${moment} >= ${dueAt}, 1)`)
    .join(' AND ')})`;

/** It counts among the dates that were to be met. */
export const countsIn = (date: DateColumns, now = ':now'): string => {
  const { dueAt, metAt, overAt } = date;
  const wanted = `(${metAt} < ${dueAt} OR coalesce(${overAt} >= ${dueAt}, 1))`;
  return `(${dueAt} IS NOT NULL AND (${missedIn(date, now)} OR (${metAt} IS NOT NULL AND ${wanted})))`;
};

/** It is awaited: it has not come, and is still wanted. */
export const awaitedIn = ({ metAt, overAt }: Pick<DateColumns, 'metAt' | 'overAt'>): string =>
  `(${metAt} IS NULL AND ${overAt} IS NULL)`;

/** It is awaited still, and was missed. */
export const lateIn = (date: DateColumns, now = ':now'): string => `(${awaitedIn(date)} AND ${missedIn(date, now)})`;

/** It is awaited, and its clock stopped while it was in time. */
export const standsStillIn = ({ dueAt, stoppedAt }: Pick<DateColumns, 'dueAt' | 'stoppedAt'>): string =>
  `coalesce(${stoppedAt} < ${dueAt}, 0)`;

/** The earliest of two moments, of those that have come. */
export const earliestIn = (one: string, other: string): string =>
  `min(coalesce(${one}, ${other}), coalesce(${other}, ${one}))`;
