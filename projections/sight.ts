import type { LocalDate } from '../src/calendar/calendar.js';
import type { PostKind } from '../src/protocol/protocol.js';

/**
 * What a person may see of a list, as worked out by the access rules; each part that is given opens more, and with none of them
 * nothing is seen. The list is narrowed in SQL, so that pages are full and counts true.
 */
export interface Sight {
  readonly everything?: boolean;
  /** Person id: the children of whom this person is IRO or chair today, and what this person holds. */
  readonly ownChildrenOf?: string;
  /** Person id: what this person has begun. */
  readonly begunBy?: string;
  /** Team ids: counted under them, or addressed to them now. */
  readonly teams?: readonly string[];
  /** Posts held, each with the teams it answers for: whatever was ever addressed to one of them. */
  readonly asked?: readonly { readonly post: PostKind; readonly teams: readonly string[] }[];
  /** Names and ids of the person, as an action or an acknowledgement may name them. */
  readonly named?: readonly string[];
  /** The day on which allocations are looked at. */
  readonly today: LocalDate;
}

/** Children whose IRO or chair is a person on a day. */
export const childrenAllocatedTo = (person: string, day: string): string =>
  `SELECT allocation.child FROM child_allocations AS allocation
   WHERE allocation.iro = ${person} AND (allocation."from" IS NULL OR allocation."from" <= ${day})
     AND NOT EXISTS (
       SELECT 1 FROM child_allocations AS later
       WHERE later.child = allocation.child AND later.number > allocation.number
         AND (later."from" IS NULL OR later."from" <= ${day}))`;
