import type { DisputeContext } from './context.js';
import type { Advice, Link } from './events.js';
import { mayRead } from './restriction.js';
import { advice } from './rules.js';

/** Links to another dispute about what may be the same: a complaint and a review are no disputes. */
const TO_DISPUTES: readonly Link['kind'][] = ['re-raises', 'same-matter'];

/**
 * A dispute that raises a restricted one again, or is linked to it, has a list of its own or none: whoever may restrict it learns that the
 * list of the other does not count here. It is said to nobody who may not read the other.
 *
 * @param restrictedTo the list of the one that is linked; null where it is not restricted
 */
export const adviceOnRestrictedOnes = (
  links: readonly Link[],
  restrictedTo: readonly string[] | null,
  { restrictionOf, actor }: Pick<DisputeContext, 'restrictionOf' | 'actor'>,
): Advice[] => {
  if (restrictedTo !== null) return [];
  return links
    .filter(({ kind }) => TO_DISPUTES.includes(kind))
    .flatMap(({ to }) => {
      const readers = restrictionOf?.(to) ?? null;
      if (readers === null || !mayRead(actor.actingFor ?? actor.person, readers)) return [];
      return [
        advice(
          'linked-one-is-restricted',
          `${to} is restricted to those on its list, and this is not: everybody who must answer reads it, and whoever else may. Restrict this one ` +
            'too, if the same people may not know of it.',
          '/links',
        ),
      ];
    });
};
