import { mayBeCovered, type Post } from '../directory/directory.js';
import { answersForTheService } from './restriction.js';

/**
 * The post from which a person sits in the IRO’s seat of a dispute: an IRO’s, a conference chair’s, or of those who answer for the IRO
 * service. Somebody who holds a post of an IRO and of a chair is an IRO. Every page that says in which post they are asks here, so that
 * no conference chair is called an IRO.
 * @param posts that they hold
 * @returns undefined where they hold none of these: they have left the seat
 */
export const seatOfHolder = <Held extends Post>(posts: readonly Held[]): Held | undefined =>
  posts.find(({ kind }) => kind === 'iro') ??
  posts.find(mayBeCovered) ??
  posts.find((post) => answersForTheService({ posts: [post] }));
