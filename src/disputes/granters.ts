import { type PostKind, SERVICE_POSTS } from '../protocol/protocol.js';
import { seatsOf } from './seats.js';

/** The posts that decide in place of one that nobody holds: the first of these that somebody holds. */
const IN_PLACE: readonly PostKind[] = SERVICE_POSTS;

/**
 * The posts that decide whether there is more time: those that the protocol names. If nobody holds any of them, it falls to those who
 * answer for the IRO service, for else nobody could decide. An IRO who has left is another matter: what they held is handed over.
 *
 * @param isHeld whether somebody holds a post who may read the dispute
 */
export const grantersOf = (grantedBy: readonly PostKind[], isHeld: (kind: PostKind) => boolean): PostKind[] => {
  const named = seatsOf(grantedBy, 'iro');
  if (named.includes('iro') || named.some(isHeld)) return named;
  const instead = IN_PLACE.find(isHeld);
  return instead === undefined ? named : [instead];
};

/** Those whom the protocol names, and after them those to whom it falls, one after the other. */
export const grantersInTurn = (grantedBy: readonly PostKind[]): PostKind[][] => {
  const named = seatsOf(grantedBy, 'iro');
  return named.includes('iro')
    ? [named]
    : [named, ...IN_PLACE.filter((kind) => !named.includes(kind)).map((kind) => [kind])];
};
