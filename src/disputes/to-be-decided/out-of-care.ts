import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { Population } from '../../protocol/protocol.js';
import type { Care } from './care.js';
import { ON } from './to-be-decided-in.js';

/** The populations under which children in care are written down, during their care and afterwards. */
const HAVE_BEEN_IN_CARE: readonly Population[] = ['looked-after', 'care-leaver'];

/**
 * The care of some children on a day, by the directory. Of a child whom it does not know, or knows from a row of a register
 * alone, it says nothing, and the population in the dispute counts.
 *
 * @param writtenAs what the children were written down as in the dispute
 */
export const careOf = (
  readModels: ReadModels,
  children: readonly string[],
  writtenAs: Population,
  today: LocalDate,
): Care => {
  const known = readModels.all<Known>(
    `SELECT children.population, children.died_on IS NOT NULL OR coalesce(children.left_care_on <= :today, 0) AS has_left,
            coalesce(${ON} <= :today, 0) AS is_past
       FROM json_each(:children) AS named JOIN children ON children.child = named.value
      WHERE children.from_register = 0 OR children.died_on IS NOT NULL`,
    { children: JSON.stringify(children), today },
  );
  // Of siblings, what is written down of all of them is true of those in care.
  const isOneInCare = known.some(({ population }) => population === 'looked-after');
  const wasInCare = HAVE_BEEN_IN_CARE.includes(writtenAs);
  const isOver = ({ population, has_left: hasLeft, is_past: isPast }: Known): boolean =>
    hasLeft === 1 ||
    population === 'care-leaver' ||
    (population === 'looked-after' ? isPast === 1 : wasInCare && !isOneInCare);
  if (known.some(isOver) || (known.length < children.length && wasInCare)) return 'over';
  return isOneInCare ? 'goes-on' : 'never-was';
};

interface Known {
  readonly population: Population;
  /** Has died, or left care. */
  readonly has_left: number;
  /** The same, or is 18. */
  readonly is_past: number;
}

/** The last day in care of a child who has left by a day; null where that is not on record. */
export const leftCareOn = (readModels: ReadModels, child: string, today: LocalDate): LocalDate | null =>
  readModels.get<{ day: LocalDate }>(
    'SELECT left_care_on AS day FROM children WHERE child = :child AND left_care_on <= :today',
    { child, today },
  )?.day ?? null;

/** Whether the directory has at least one of these children in care on a day. */
export const isOneInCare = (readModels: ReadModels, children: readonly string[], today: LocalDate): boolean =>
  readModels.get<{ child: string }>(
    `SELECT children.child FROM json_each(:children) AS named JOIN children ON children.child = named.value
      WHERE children.population = 'looked-after' AND children.from_register = 0 AND (${ON} IS NULL OR ${ON} > :today)`,
    { children: JSON.stringify(children), today },
  ) !== undefined;

/** The last day in care of a child who has left it by a day; null of any other. */
export const lastDayInCare = (readModels: ReadModels, child: string, today: LocalDate): LocalDate | null =>
  readModels.get<{ on: LocalDate }>(
    'SELECT left_care_on AS "on" FROM children WHERE child = :child AND left_care_on <= :today',
    { child, today },
  )?.on ?? null;
