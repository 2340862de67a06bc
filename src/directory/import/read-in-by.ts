import type { Permission } from '../../access/access-table.js';
import type { DirectoryFileKind } from './import-directory.js';

/** The people who may read a file in: as of entering the same one by one, or of proposing it. */
export const READ_IN_BY: Readonly<Record<DirectoryFileKind, readonly Permission[]>> = {
  teams: ['directory.write', 'role.propose'],
  people: ['directory.write', 'role.propose'],
  children: ['child.write'],
};
