import type { Instant } from '../calendar/calendar.js';
import { childStream } from '../directory/child.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';

/*
 * Restricted rows of registers that nobody has taken on. No list shows them to anybody who may not read them, so whoever one falls to is
 * told; of every other row of a register nobody is.
 */

/** References of those about a child. */
export const restrictedRowsOf = (readModels: ReadModels, child: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT register.reference FROM case_children AS of_it JOIN dispute_register AS register
          ON register.reference = of_it.reference
        WHERE of_it.child = :child AND NOT register.taken_on AND register.status = 'open' AND register.restricted_to IS NOT NULL
        ORDER BY register.reference`,
      { child },
    )
    .map(({ reference }) => reference);

/** The event by which the last of some children was allocated to whoever has the child today; undefined where none was. */
export const lastAllocation = async (
  children: readonly string[],
  now: Instant,
  { readModels, store }: { readonly readModels: ReadModels; readonly store: EventStore },
): Promise<RecordedEvent | undefined> => {
  const last = readModels.get<{ child: string; from: string | null }>(
    `SELECT child, "from" FROM child_allocations WHERE child IN (SELECT value FROM json_each(:children)) AND since <= :now
      ORDER BY since DESC, number DESC LIMIT 1`,
    { children: JSON.stringify(children), now },
  );
  if (last === undefined) return undefined;
  const history = await store.read(childStream(last.child));
  return history.findLast(({ type, data }) => type === 'ChildAllocated' && data.from === last.from);
};
