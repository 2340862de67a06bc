import { type Permission, rowOf } from './access/access-table.js';
import type { Post } from './directory/directory.js';
import type { PostKind } from './protocol/protocol.js';
import type { Place } from './web/frame/shared.js';

/** A place of the navigation, and the kinds of post whose it is: everybody’s who reads cases unless it says. */
interface PlaceOf extends Place {
  readonly of?: readonly PostKind[];
}

/** A place is theirs whom the row of the access table lets in. */
const kindsThatMay = (permission: Permission): readonly PostKind[] => Object.keys(rowOf(permission)) as PostKind[];

/**
 * Every place that there is, in the order of the navigation. A page that is a place is one line here; the first place of a post is its
 * home.
 */
const PLACES: readonly PlaceOf[] = [
  { text: 'My work', href: '/my-work', of: kindsThatMay('work.read') },
  { text: 'Emergency access', href: '/emergency-access', of: kindsThatMay('emergency.read') },
  { text: 'Children', href: '/children', of: kindsThatMay('child.read') },
  { text: 'Checks', href: '/reviews', of: kindsThatMay('review.read') },
  { text: 'Recommendations', href: '/recommendations', of: kindsThatMay('recommendations.read') },
  { text: 'Covers', href: '/covers', of: kindsThatMay('cover.arrange') },
];

export const placesOf = (posts: readonly Pick<Post, 'kind'>[]): Place[] =>
  PLACES.filter(({ of }) => posts.length > 0 && (of === undefined || posts.some(({ kind }) => of.includes(kind)))).map(
    ({ text, href }) => ({ text, href }),
  );
