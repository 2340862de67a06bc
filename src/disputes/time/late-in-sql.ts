import type { DateGiven } from './late.js';

/*
 * The rule of lateness (late.ts) as conditions of a query, for what must be found among many rows. A test holds the two to each other
 * at every kind of instant.
 */

/** Columns that hold what the rule looks at; SQL expressions that may be null. */
export type DateColumns = { readonly [Fact in keyof DateGiven]: string };

/** The moment at which something is due has come; null where the column is. */
export const hasComeIn = (dueAt: string, now = ':now'): string => `(${dueAt} <= ${now})`;

/** The moment is still to come, said so that an index finds it; null where the column is. */
export const isToComeIn = (dueAt: string, now = ':now'): string => `(${dueAt} > ${now})`;

/** A due day has come, by a day; null where either is. */
export const dayHasComeIn = (dueOn: string, today: string): string => `(${dueOn} <= ${today})`;

/** A due day is over, by a day; null where either is. */
export const dayIsOverIn = (dueOn: string, today: string): string => `(${dueOn} < ${today})`;

/**
 * It was missed by the moment that a parameter of the query gives; 0 or 1, never null.
 * @param now the parameter, with its colon
 */
export const missedIn = ({ dueAt, metAt, overAt, stoppedAt }: DateColumns, now = ':now'): string =>
  `(${dueAt} IS NOT NULL AND ${hasComeIn(dueAt, now)} AND ${[metAt, overAt, stoppedAt]
    .map((moment) => `coalesce(${hasComeIn(dueAt, moment)}, 1)`)
    .join(' AND ')})`;

/** It counts among the dates that were to be met. */
export const countsIn = (date: DateColumns, now = ':now'): string => {
  const { dueAt, metAt, overAt } = date;
  const wanted = `(NOT ${hasComeIn(dueAt, metAt)} OR coalesce(${hasComeIn(dueAt, overAt)}, 1))`;
  return `(${dueAt} IS NOT NULL AND (${missedIn(date, now)} OR (${metAt} IS NOT NULL AND ${wanted})))`;
};

/** It is awaited: it has not come, and is still wanted. */
export const awaitedIn = ({ metAt, overAt }: Pick<DateColumns, 'metAt' | 'overAt'>): string =>
  `(${metAt} IS NULL AND ${overAt} IS NULL)`;

/** It is awaited still, and was missed. */
export const lateIn = (date: DateColumns, now = ':now'): string => `(${awaitedIn(date)} AND ${missedIn(date, now)})`;

/** It is awaited, and its clock stopped while it was in time. */
export const standsStillIn = ({ dueAt, stoppedAt }: Pick<DateColumns, 'dueAt' | 'stoppedAt'>): string =>
  `coalesce(NOT ${hasComeIn(dueAt, stoppedAt)}, 0)`;

/** The earliest of two moments, of those that have come. */
export const earliestIn = (one: string, other: string): string =>
  `min(coalesce(${one}, ${other}), coalesce(${other}, ${one}))`;
