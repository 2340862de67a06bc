import { type BuiltInPost, POST_KINDS, type PostKind } from './protocol.js';

/*
 * Posts that a council has and the program does not know by itself: a virtual school head, an advanced practitioner, a health partner.
 *
 * A post of the council's own is a kind of post that says in itself as what it acts: `head-of-service:virtual-head` is named by the rules
 * as itself, and is granted what the access table grants a head of service. Its holder keeps that, whatever a later protocol says
 * the post acts as: that is another kind of post, and nobody holds it until they were given it as any role is given.
 */

/** As what a post of the council's own may act: posts that answer, and have no other part in the program. */
export const ACTED_AS = [
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
  'assistant-director',
  'agency-decision-maker',
  'director',
  'chief-executive',
] as const satisfies readonly BuiltInPost[];
export type ActedAs = (typeof ACTED_AS)[number];

/** A post that the council's protocol defines. */
export interface CouncilPost {
  /** By which the rules name it. */
  readonly code: string;
  /** Its name where people read of it. */
  readonly title: string;
  /** The rights that its holders are granted; null for a post outside of the council, which nobody signs in from. */
  readonly actsAs: ActedAs | null;
}

/** The prefix of the code of a post outside of the council. */
const OUTSIDE = 'outside';
export type OwnPostKind = `${ActedAs | typeof OUTSIDE}:${string}`;

export const kindOfPost = ({ code, actsAs }: CouncilPost): OwnPostKind => `${actsAs ?? OUTSIDE}:${code}`;

/** A code as a person writes it: `virtual-head`. */
export const POST_CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const isPostKind = (written: string | null): written is PostKind => {
  if (written === null) return false;
  if ((POST_KINDS as readonly string[]).includes(written)) return true;
  const [acting, code, ...more] = written.split(':');
  return (
    [...ACTED_AS, OUTSIDE].some((each) => each === acting) &&
    more.length === 0 &&
    code !== undefined &&
    POST_CODE.test(code)
  );
};

/** The kind of post whose part somebody has in the program, who holds one; null for a post outside of it. */
export const actsAs = (kind: PostKind): BuiltInPost | null => {
  const [acting] = kind.split(':');
  return POST_KINDS.find((each) => each === acting) ?? null;
};

/** Whether the answer of such a post is entered for it, because nobody signs in from it. */
export const isOutside = (kind: PostKind): boolean => kind.startsWith(`${OUTSIDE}:`);

/** A kind of post by the code that a file of rules has for it. */
export const codeOfPost = (kind: PostKind): string => kind.slice(kind.indexOf(':') + 1);

/** The council's name for a post of its own; undefined for a post of the program's own, or of another protocol. */
export const titleOfPost = (kind: PostKind, own: readonly CouncilPost[] = []): string | undefined =>
  own.find((post) => kindOfPost(post) === kind)?.title;
