import { rowFor } from '../../access/access-table.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { PostKind } from '../../protocol/protocol.js';

/** Id of the person who was named with `--as`, where the post they hold may propose that somebody gets a role; null for anybody else. */
export const proposerOf = ({ person, role }: Actor): string | null =>
  role !== null && rowFor('role.propose', role as PostKind) !== undefined ? person : null;
