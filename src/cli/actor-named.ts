import { whoseItIs } from '../access/access.js';
import { type Permission, rowFor } from '../access/access-table.js';
import { postsThatCount } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { Actor } from '../platform/event-store/event-store.js';
import { personMeant } from './person-meant.js';
import { CommandFailed } from './terminal.js';

/**
 * The person named with `--as`, from the post of today that may do what the command does.
 * @param rows rows of the access table; the post must be in one of them
 * @throws CommandFailed where it is nobody, there is a choice, or none of their posts may do this
 */
export const actorNamed = (
  as: string,
  rows: readonly Permission[],
  { directory, today }: { readonly directory: Directory; readonly today: LocalDate },
): Actor => {
  const { personId } = personMeant(as, directory, today, '--as');
  const posts = postsThatCount(directory.postsHeldBy(personId, today));
  const post = rows.flatMap((row) => posts.filter(({ kind }) => rowFor(row, kind) !== undefined))[0];
  if (post !== undefined) return { person: personId, post: post.postId, role: post.kind };
  throw new CommandFailed(
    `The person given with --as holds no post today that may do this. It belongs to: ${rows.map((row) => whoseItIs(row)).join('; ')}.`,
  );
};
