import { codeOfPost, titleOfPost } from './own-posts.js';
import type { PostKind, Protocol, Stage } from './protocol.js';

/** Something that a person who writes a protocol should know of a key, and may want so all the same. */
export interface Remark {
  /** Path of the key: `stages[0].judges`. */
  readonly where: string;
  /** Path of the key that it is about where the file leaves the other out. */
  readonly orElse?: string;
  readonly message: string;
  /** It is of use only where the file has the key at that very place, not where `every-stage` or a default gives its value. */
  readonly ifWritten?: true;
  /** It is of no use where the file has this key: path of one beside it. */
  readonly unlessWritten?: string;
}

export const stageTitled = ({ number, name, ladder }: Pick<Stage, 'number' | 'name' | 'ladder'>): string => {
  const of = ladder === undefined ? '' : ` of the ladder ${ladder}`;
  return number === 0 ? `The informal stage “${name}”${of}` : `Stage ${number} “${name}”${of}`;
};

/** Posts as a remark names them: those of the council's own by their titles, the others by their codes. */
export const postsNamed = (posts: readonly PostKind[], { posts: own = [] }: Pick<Protocol, 'posts'>): string =>
  posts.map((post) => titleOfPost(post, own) ?? codeOfPost(post)).join(', ');
