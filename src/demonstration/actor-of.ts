import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { PostKind } from '../protocol/protocol.js';

/** The only holder today of a post of which the council has one. */
export const actorOf = (kind: PostKind, directory: Directory, today: LocalDate): Actor => {
  const post = directory.postsFor(kind, null, today)[0]!;
  return { person: post.person!, post: post.postId, role: kind };
};
