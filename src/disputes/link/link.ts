import { refuse } from '../../platform/decider.js';
import type { LinkDispute } from '../acts.js';
import type { DisputeContext } from '../context.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import { mustBeOnTheAskingSide, mustBeRaised, mustSay, protocolOf } from '../rules.js';

/**
 * Linked, never merged: a re-raise, the same matter, a complaint beside it, the review it came from.
 *
 * @throws Refusal `linked-to-itself`, `already-linked`
 */
export const linkDispute = (act: LinkDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOnTheAskingSide(protocolOf(matter, context), context);
  const { kind, to } = act.link;
  mustSay(to, 'what it is linked to');
  if (to === matter.reference) refuse('linked-to-itself', 'A dispute cannot be linked to itself. Check the reference.');
  if (matter.links.some((link) => link.kind === kind && link.to === to)) {
    refuse('already-linked', 'It is linked to that already.');
  }
  return [{ type: 'DisputeLinked', data: { link: { kind, to } } }];
};
