import type { Permission } from '../access/access-table.js';

/** Rows of the access table of which one lets somebody search: those by which a case or a child is read, and not those that only count. */
export const SEARCHES = [
  'dispute.read',
  'dispute.read-outline',
  'acknowledgement.read',
  'acknowledgement.read-outline',
  'child.read',
] as const satisfies readonly Permission[];
