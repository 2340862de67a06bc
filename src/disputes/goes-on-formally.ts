import { Refusal } from '../platform/decider.js';
import { ladderFor, ladderIn, type Rungs } from '../protocol/ladder.js';
import type { Protocol } from '../protocol/protocol.js';
import { raisesByPost } from './acts/raise/raising.js';
import type { DisputeContext } from './context.js';
import type { Matter } from './dispute.js';

/**
 * Whether the protocol in force lets the person who acts continue an informal dispute formally. One that came into force since may be for other
 * children, take no concerns any more, have no ladder for this one, or let other posts raise. Then the informal dispute is at the top of what
 * there is for it.
 */
export const goesOnFormally = (matter: Matter, { protocols, today, actor }: DisputeContext): boolean => {
  const { protocol } = protocols.inForceOn(today);
  const { population } = matter.subject;
  const rungs = formalLadderOf(matter, protocol);
  return (
    rungs !== null &&
    protocol.kinds.includes('concern') &&
    protocol.populations.includes(population) &&
    (actor.role === null || !isTheirs(matter, actor) || raisesByPost(actor, population, protocol, rungs.stages))
  );
};

/** It is held by the person who acts, or whom they stand in for: whoever else may raise would do so in their place. */
const isTheirs = ({ heldBy }: Matter, { person, actingFor }: DisputeContext['actor']): boolean =>
  heldBy === (actingFor ?? person);

const formalLadderOf = ({ ladder, chosenBy, level }: Matter, protocol: Protocol): Rungs | null => {
  const own = ladderIn(protocol, ladder);
  if (own !== undefined) return own;
  try {
    return ladderFor(protocol, { ...chosenBy, level });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
