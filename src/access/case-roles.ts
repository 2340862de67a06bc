import type { PostKind } from '../protocol/protocol.js';
import { type Permission, type Relation, relationsThatMay, rowFor } from './access-table.js';

/** A row of the table by which something is read. */
type Reading = Extract<Permission, `${string}.read` | `${string}.read-${string}`>;

/** Whether such a row shows what was written about a child, or the child. A new row that reads is not compiled before it is said here. */
const SHOWS_A_CHILD: Readonly<Record<Reading, boolean>> = {
  'dispute.read': true,
  'dispute.read-outline': false,
  'dispute.read-standing': false,
  'dispute.read-figures': false,
  'dispute.read-cafcass': true,
  'dispute.read-views': true,
  'dispute.read-letter': true,
  'emergency.read': false,
  'views.read': false,
  'dispute.read-legal-advice': true,
  'challenge.read': true,
  'challenge.read-own': true,
  'challenge.read-outline': false,
  'acknowledgement.read': true,
  'acknowledgement.read-outline': false,
  'acknowledgement.read-figures': false,
  'acknowledgement.read-views': true,
  'review.read': true,
  'review.read-outline': false,
  'review.read-views': true,
  'recommendations.read': true,
  'recommendations.read-outline': false,
  'child.read': true,
  'directory.read': false,
  'protocol.read': false,
  'calendar.read': false,
  'board.read': false,
  'work.read': false,
  'notice.read': false,
  'notice.read-all': false,
  'figures.read': false,
  'figures.read-by-iro': false,
  'import.read': false,
  'role.read': false,
  'report.read': false,
  'disclosure.read': false,
  'feed.read': false,
};

const READ_ABOUT_A_CHILD = (Object.keys(SHOWS_A_CHILD) as Reading[]).filter((reading) => SHOWS_A_CHILD[reading]);

/**
 * Whether a kind of post is a case role: some row of the access table lets it read what was written about a child. Nobody gets such a
 * post by one person's word once the council is open, and no administrator holds one (docs/decisions/0023).
 */
export const isCaseRole = (kind: PostKind): boolean =>
  READ_ABOUT_A_CHILD.some((reading) => rowFor(reading, kind) !== undefined);

/** Whether a kind of post reads what was written about a child because it is something to it, whatever else it is. */
export const readsAboutAChild = (kind: PostKind, relation: Relation): boolean =>
  READ_ABOUT_A_CHILD.some((reading) => relationsThatMay(reading, kind).includes(relation));

/** Whether two kinds of post may not be held by one person at the same time: running the system, and reading cases. */
export const excludeEachOther = (one: PostKind, other: PostKind): boolean =>
  (one === 'administrator' && isCaseRole(other)) || (other === 'administrator' && isCaseRole(one));

/**
 * The posts from which a person may act. Somebody who holds an administrator's post acts from no post that reads cases, whatever is on
 * record: two changes of the directory that crossed each other open nothing.
 */
export const postsThatCount = <Held extends { readonly kind: PostKind }>(posts: readonly Held[]): Held[] =>
  posts.filter(({ kind }) => !(isCaseRole(kind) && posts.some((other) => excludeEachOther(kind, other.kind))));
