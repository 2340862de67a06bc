import { notYours } from './access.js';
import type { Permission } from './access-table.js';

/**
 * By which field of a row each filter of a list leaves rows out. A filter on what a reader is not shown would say it all the same, so
 * such a filter is refused; test/access/filters.spec.ts asks it of every list and every reader. A list is sorted by a field of the
 * same name.
 */
export type GoesBy<Query extends object, Row extends object> = {
  readonly [Filter in Exclude<keyof Query, 'cursor' | 'limit' | 'sort' | 'asAt'>]-?: keyof Row & string;
};

/**
 * @param notShown fields of a row that this reader is not shown
 * @param whose the row of the access table by which somebody is shown all of them
 * @throws Problem `not-yours`
 */
export const mustGoByWhatIsShown = (
  query: object,
  goesBy: Readonly<Record<string, string>>,
  notShown: readonly string[],
  whose: Permission,
): void => {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  if (asked.some(([filter]) => notShown.includes(goesBy[filter] ?? ''))) throw notYours(whose);
};
