import type { Post } from '../directory/directory.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { postInWords } from '../protocol/posts-in-words.js';
import type { PostKind } from '../protocol/protocol.js';
import { ACCESS_TABLE, type Permission, type Relation, relationsThatMay, rowFor, rowOf } from './access-table.js';
import type { Asker } from './asker.js';

/** The relation of the asker, in one of their posts, to the thing in question. */
export type RelationsFrom = (post: Post) => readonly Relation[];

export const noRelation: RelationsFrom = () => [];

/** The post from which the asker may do it; undefined where none of them may. */
export const postThatMay = (
  asker: Asker,
  permission: Permission,
  relationsFrom: RelationsFrom = noRelation,
): Post | undefined => asker.posts.find((post) => mayFrom(post, permission, relationsFrom));

const mayFrom = (post: Post, permission: Permission, relationsFrom: RelationsFrom): boolean => {
  const allowed = relationsThatMay(permission, post.kind);
  return allowed.includes('any') || (allowed.length > 0 && relationsFrom(post).some((each) => allowed.includes(each)));
};

/**
 * @param visibleBy permissions of which any one lets the asker know that the thing exists
 * @throws Problem `not-found` where the asker may not see it, `not-yours` where they may see it and not do this, `say-for-whom` where
 *   they may do it for somebody whom they cover
 */
export const requirePost = (
  asker: Asker,
  permission: Permission,
  relationsFrom: RelationsFrom,
  visibleBy: readonly Permission[],
): Post => {
  if (!mayKnow(asker, relationsFrom, visibleBy)) throw notFound();
  const post = postThatMay(asker, permission, relationsFrom);
  if (post) return post;
  throw whyNot(asker, permission, relationsFrom);
};

/** Whether any of some permissions lets the asker know that there is such a thing. Nobody acts on what they may not see. */
export const mayKnow = (asker: Asker, relationsFrom: RelationsFrom, visibleBy: readonly Permission[]): boolean =>
  visibleBy.some((read) => postThatMay(asker, read, relationsFrom) !== undefined);

/**
 * The reason why somebody who may see it may not act: it is others’, or they must say for whom they do it.
 * @param addressedTo the posts to which it is addressed, in words
 */
export const whyNot = (
  asker: Asker,
  permission: Permission,
  relationsFrom: RelationsFrom,
  addressedTo?: string,
): Problem =>
  asker.posts.some((post) => mayByCovering(post, permission, relationsFrom))
    ? sayForWhom(asker)
    : notYours(permission, addressedTo);

const mayByCovering = (post: Post, permission: Permission, relationsFrom: RelationsFrom): boolean =>
  rowFor(permission, post.kind)?.includes('own-child') === true && relationsFrom(post).includes('covered-child');

/** An act in another's place is recorded as that, so it must be said. */
const sayForWhom = ({ covers = [] }: Asker): Problem =>
  new Problem(
    403,
    'say-for-whom',
    'You may read this because you stand in for somebody today. To act on it, say for whom: send it again with the header ' +
      `Footprint-Acting-For: ${covers.join(' or ')}.`,
  );

/** Says whose it is, in words for roles, never a name. @param addressedTo the posts to which it is addressed; left out where none is known */
export const notYours = (permission: Permission, addressedTo?: string): Problem =>
  new Problem(
    403,
    'not-yours',
    `This is not yours to do. It belongs to: ${whoseItIs(permission, addressedTo)}.${narrowedBy(permission)}`,
  );

/** `an IRO manager; the team manager of the team`. If one relation counts for many posts, these are named together. */
export const whoseItIs = (permission: Permission, addressedTo = 'open it to see who'): string => {
  const whose = (Object.entries(rowOf(permission)) as [PostKind, readonly Relation[]][])
    .filter(([kind]) => kind !== 'business-support')
    .map(([kind, relations]) => [kind, relations[0]!] as const);
  const saidOf = ([kind, relation]: (typeof whose)[number]): string => {
    const together = TOGETHER[relation];
    const isOfMany = whose.filter(([, each]) => each === relation).length > LISTED_APART;
    const who = relation === 'addressee' ? ` (${addressedTo})` : '';
    return together !== undefined && isOfMany ? `${together}${who}` : `${postInWords(kind)}${IN_RELATION[relation]}`;
  };
  return [...new Set(whose.map(saidOf))].join('; ');
};

/** So many posts are named one by one. */
const LISTED_APART = 3;

const TOGETHER: Readonly<Partial<Record<Relation, string>>> = {
  'own-team': 'managers of its team',
  addressee: 'those to whom it is addressed',
  asked: 'those to whom a stage of it is addressed',
  sits: 'those who sit in the meeting',
  listed: 'of what is restricted, those on its list of readers',
  fallen: 'leaders, where it has fallen to them',
};

/** The condition that the rules after the table add to some of its rows: which of the people named may do it in the end. */
const narrowedBy = (permission: Permission): string => NARROWED[permission] ?? '';

const BY_THE_PROTOCOL = ' The IRO may always; of the others, those whom the council’s protocol names.';
const BY_THE_ROUTE =
  ' The IRO may always; of the others, those whom the council’s protocol names. A conference chair has no route to Cafcass: an IRO refers, and an IRO manager sees to it that a looked-after child has one.';

const NARROWED: Readonly<Partial<Record<Permission, string>>> = {
  'dispute.judge': BY_THE_PROTOCOL,
  'dispute.escalate': BY_THE_PROTOCOL,
  'dispute.resolve': BY_THE_PROTOCOL,
  'dispute.record-stalemate': BY_THE_PROTOCOL,
  'dispute.end-otherwise': BY_THE_PROTOCOL,
  'dispute.continue-after-care': BY_THE_PROTOCOL,
  'dispute.refer-to-cafcass': BY_THE_ROUTE,
};

export const PERMISSIONS = Object.keys(ACCESS_TABLE) as Permission[];

const IN_RELATION: Readonly<Record<Relation, string>> = {
  any: '',
  'own-child': ' of the child',
  'covered-child': ' who covers for the IRO of the child',
  'own-team': ' of the team',
  addressee: ', where it is addressed to them',
  asked: ', where a stage is addressed to them',
  copied: ', where they were sent a copy',
  referred: ', where it was referred to Cafcass',
  referrer: ', where such a post sent the referral',
  sits: ', who sits in the meeting',
  listed: ' on its list of readers',
  'let-read': ' whom an IRO manager lets read it',
  unanswered: ', where a stage went up without their answer',
  named: ' named in it',
  'own-act': ' who gave or raised it',
  'own-practice': ', where it is about their own practice',
  fallen: ', where it has fallen to them',
};
