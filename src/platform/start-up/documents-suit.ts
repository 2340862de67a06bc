import { statSync } from 'node:fs';
import type { Config } from '../config/config.js';
import { StartRefused } from './start-refused.js';

/**
 * A folder that was named is there before the program is: where a shared folder is not mounted, one that the program made in its place would take
 * documents that no other instance has.
 * @throws StartRefused
 */
export const mustHaveFolderOfDocuments = ({ documents: { folder, isNamed } }: Pick<Config, 'documents'>): void => {
  if (isNamed && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new StartRefused(
      `FOOTPRINT_DOCUMENTS names ${folder}, and there is no such folder: make it, or mount the one that the instances share, then start again.`,
    );
};
