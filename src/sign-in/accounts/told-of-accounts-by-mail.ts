import { rowOf } from '../../access/access-table.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import type { PostKind } from '../../protocol/protocol.js';

/**
 * Whether a message reaches anybody who may say whose an account is: the first administrator, whom a command put on record, may have no e-mail
 * address. A page says that they were told only where this holds.
 */
export const areToldOfAccounts = (directory: Directory, today: LocalDate): boolean =>
  (Object.keys(rowOf('account.tie')) as PostKind[])
    .flatMap((kind) => directory.postsHeld(kind, today))
    .some(({ person }) => person !== null && (directory.person(person)?.email ?? null) !== null);
