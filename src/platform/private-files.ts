import { chmodSync, closeSync, lstatSync, openSync, readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** For their owner alone: what is in them is about children. */
const FOLDER = 0o700;
const FILE = 0o600;
const OTHERS = 0o077;
const ANYBODY_WRITES = 0o002;

/** The reason why a folder cannot be made private. */
export class NotPrivate extends Error {
  override readonly name = 'NotPrivate';
}

/**
 * Takes a folder that is there, and the files in it, out of the reach of every other user.
 * @throws NotPrivate for one in which everybody may write, since it is not this program's, and one whose rights belong to another user
 */
export const makePrivate = (folder: string): void => {
  if ((lstatSync(folder).mode & ANYBODY_WRITES) !== 0)
    throw new NotPrivate('every user of this machine may write to it, so it is not for one council alone');
  tighten(folder, FOLDER);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) tighten(join(folder, entry.name), FILE);
};

/**
 * Makes an empty file where there is none, for its owner alone whatever the process would give others. Each file that SQLite makes beside a
 * file (`-wal`, `-shm`, `-journal`) has the rights of that file.
 */
export const makePrivateFile = (file: string): void => closeSync(openSync(file, 'a', FILE));

/**
 * Writes a file for its owner alone, also over one that others may read. A target that is no file, such as the terminal, is written to as
 * it is.
 * @throws NotPrivate for a file that belongs to another user and that others may read
 */
export const writePrivately = async (file: string, text: string): Promise<void> => {
  makePrivateFile(file);
  if (statSync(file).isFile()) tighten(file, FILE);
  await writeFile(file, text);
};

const tighten = (path: string, mode: number): void => {
  try {
    if ((lstatSync(path).mode & OTHERS) !== 0) chmodSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // SQLite takes its own away when they are not needed any more.
    if (code === 'ENOENT') return;
    if (code !== 'EPERM' && code !== 'EACCES') throw error;
    throw new NotPrivate(
      'other users of this machine may read it, and it belongs to another user, who alone can change that',
    );
  }
};
