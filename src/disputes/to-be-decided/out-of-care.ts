import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { ON } from './to-be-decided-in.js';

/**
 * Whether the directory has every one of these children in care on a day. Of a child whom it does not know, or knows from a row of a
 * register alone, it says nothing.
 */
export const areAllInCare = (readModels: ReadModels, children: readonly string[], today: LocalDate): boolean => {
  const inCare = readModels.get<{ count: number }>(
    `SELECT count(*) AS count FROM json_each(:children) AS named JOIN children ON children.child = named.value
      WHERE children.population = 'looked-after' AND children.from_register = 0 AND (${ON} IS NULL OR ${ON} > :today)`,
    { children: JSON.stringify(children), today },
  );
  return children.length > 0 && inCare?.count === children.length;
};
