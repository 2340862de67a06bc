import type { Actor } from '../platform/event-store/event-store.js';
import { isPostKind } from '../protocol/own-posts.js';
import type { Population, PostKind, Protocol } from '../protocol/protocol.js';

/**
 * The seat at the table that a post takes. A conference chair does for a child under a child protection plan what the IRO does for
 * a looked-after child, wherever the protocol lets chairs raise (domain brief, section 2); the two share the seat `iro`.
 */
export const seatOf = (actor: Actor, population: Population, protocol: Protocol): PostKind | null => {
  const post = isPostKind(actor.role) ? actor.role : null;
  const chairsForTheIro = population === 'child-protection' && protocol.raisers.includes('conference-chair');
  return post === 'conference-chair' && chairsForTheIro ? 'iro' : post;
};

/** The seats that a list of a protocol names, each once; `otherwise` where the list is empty. */
export const seatsOf = (posts: readonly PostKind[], otherwise?: PostKind): PostKind[] => {
  const seats = new Set(posts.map((post) => (post === 'conference-chair' ? 'iro' : post)));
  return seats.size === 0 && otherwise ? [otherwise] : [...seats];
};
