import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is shipped beside the program, found from the source and from the built program alike. */
export const shippedFile = (path: string): string => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, path);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new Error(`${path} is missing from this installation.`);
  }
};
