import type { Instant } from '../../calendar/calendar.js';
import type { Standing } from '../events.js';

/**
 * Since when the stage that runs is not needed: an answer to an earlier stage came late and was accepted instead of one to this. A
 * judge who thinks again sets it running again; once it has an answer of its own, that is what is judged.
 *
 * @param round the round that runs, as it was before or is after what happened
 * @param standing where that left the dispute
 */
export const recalledSince = (
  { answeredAt, recalledAt }: { readonly answeredAt: Instant | null; readonly recalledAt: Instant | null },
  standing: Standing,
  at: Instant,
): Instant | null => {
  if (answeredAt !== null) return recalledAt;
  return standing === 'accepted' ? (recalledAt ?? at) : null;
};
