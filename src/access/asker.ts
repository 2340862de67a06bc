import type { Post } from '../directory/directory.js';
import type { Actor } from '../platform/event-store/event-store.js';

/** Who sends a request, and from which posts. */
export interface Asker {
  /** Id of the person who is signed in. */
  readonly person: string;
  readonly name: string;
  /** Posts held today; the one chosen with `Footprint-Post`, where one was. */
  readonly posts: readonly Post[];
  /** On whose behalf: a covering IRO, or business support entering what an IRO has said. */
  readonly actingFor?: string;
}

/** Whose children and disputes count as the asker's own. */
export const ownerOf = (asker: Asker): string => asker.actingFor ?? asker.person;

/** The asker as an act is recorded with: always the person who did it, with whom they acted for beside it. */
export const actorFrom = (asker: Asker, post: Post): Actor => ({
  person: asker.person,
  post: post.postId,
  role: post.kind,
  ...(post.team === null ? {} : { team: post.team }),
  ...(asker.actingFor === undefined ? {} : { actingFor: asker.actingFor }),
});
