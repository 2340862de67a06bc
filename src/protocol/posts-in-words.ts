import { codeOfPost, type CouncilPost, titleOfPost } from './own-posts.js';
import type { PostKind, Protocol } from './protocol.js';

const IN_WORDS: Readonly<Partial<Record<PostKind, string>>> = {
  'business-support': 'business support',
  'information-governance': 'information governance',
  iro: 'the IRO',
  'iro-manager': 'an IRO manager',
  'head-of-qa': 'the head of quality assurance',
  'qa-service-manager': 'a quality assurance service manager',
};
/** A kind of post in the middle of a sentence: `the team manager`. @param own posts of the council's own, called by their titles */
export const postInWords = (kind: PostKind, own: readonly CouncilPost[] = []): string =>
  IN_WORDS[kind] ?? `the ${titleOfPost(kind, own) ?? codeOfPost(kind).replaceAll('-', ' ')}`;

/** The same beside a name: `A. Hartwell, IRO manager`. @param post a post in the middle of a sentence */
export const besideAName = (post: string): string => post.replace(/^(the|an?) /, '');

/** Those whom a protocol names for something, for a person who is refused: `the team manager, the service manager or an IRO manager`. */
export const anyOfPosts = (
  kinds: readonly PostKind[],
  { posts = [] }: Partial<Pick<Protocol, 'posts'>> = {},
): string => {
  const named = [...new Set(kinds)].map((kind) => postInWords(kind, posts));
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)!}`;
};
