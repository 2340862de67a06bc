import { relationsThatMay } from '../../access/access-table.js';
import type { Directory } from '../../directory/directory.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { malformed } from '../../platform/http/problem.js';
import { type PostKind, SERVICE_POSTS } from '../../protocol/protocol.js';
import type { Attendee } from '../events.js';
import { peopleIn } from '../seats.js';
import type { Meeting } from './meeting.js';

/*
 * A person who was in a meeting reads what it decided. So a person is put down as present under a post that they held on its day; and where
 * they had no seat, by those who may give them one (docs/decisions/0025).
 */

type Seated = Pick<Meeting, 'heldOn' | 'posts' | 'people'>;

/** @throws Problem `not-valid` for somebody who cannot have been there as it is said */
export const mustHaveBeenThere = (
  present: readonly Attendee[],
  meeting: Seated,
  recordedBy: Pick<Actor, 'role'>,
  directory: Directory,
): void => {
  for (const [index, { post, person }] of present.entries()) {
    if (person === null) continue;
    const kinds = kindsHeld(person, meeting, directory);
    const pointer = `/present/${index}/person`;
    if (!kinds.includes(post))
      throw malformed(
        pointer,
        'must be somebody who held this post on the day of the meeting. Name the post they held',
      );
    if (!opensMinutes(kinds) || hasSeat(person, kinds, meeting) || givesSeats(recordedBy)) continue;
    throw malformed(
      pointer,
      'has no seat in this meeting, by person or by post. Ask one of those who answer for the IRO service to put them down',
    );
  }
};

/** Whether somebody may be put down without being named, because they alone hold the post. */
export const mayBePutDown = (person: string, meeting: Seated, directory: Directory): boolean => {
  const kinds = kindsHeld(person, meeting, directory);
  return !opensMinutes(kinds) || hasSeat(person, kinds, meeting);
};

const kindsHeld = (person: string, { heldOn }: Seated, directory: Directory): PostKind[] =>
  directory.postsHeldBy(person, heldOn).map(({ kind }) => kind);

/** Some post of theirs reads a meeting because they sat in it, and for no other reason. */
const opensMinutes = (kinds: readonly PostKind[]): boolean =>
  kinds.some((kind) => relationsThatMay('challenge.read', kind).includes('sits'));

const hasSeat = (person: string, kinds: readonly PostKind[], meeting: Seated): boolean =>
  peopleIn(meeting).includes(person) || kinds.some((kind) => meeting.posts.includes(kind));

const givesSeats = ({ role }: Pick<Actor, 'role'>): boolean => SERVICE_POSTS.some((kind) => kind === role);
