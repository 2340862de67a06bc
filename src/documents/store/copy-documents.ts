import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDocumentId } from './document-store.js';

/**
 * Copies documents from one folder into another, as they are sealed; the key is not copied. A document that is in the other folder already
 * stays as it is: a document is never changed, so it is the same. Each gets its name only when it is whole and on the disk.
 *
 * A log that was copied before names nothing that is not among them, since a document is kept before an event names it.
 * @returns how many there are in the first folder
 */
export const copyDocuments = async (from: string, to: string): Promise<number> => {
  let documents = 0;
  for (const part of await partsOf(from)) {
    for (const id of (await namesIn(join(from, part))).filter(isDocumentId)) {
      const copy = await copyDocument(join(from, part, id), join(to, part), id);
      if (copy !== 'gone') documents += 1;
    }
  }
  return documents;
};

/** The folders in which documents lie: those that wait, and the parts of those that are held. */
const partsOf = async (folder: string): Promise<string[]> => [
  'waiting',
  ...(await namesIn(join(folder, 'held'))).map((part) => join('held', part)),
];

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
};

/** One that has moved meanwhile from those that wait to those that are held is met there. */
const copyDocument = async (from: string, folder: string, id: string): Promise<'copied' | 'there' | 'gone'> => {
  if (existsSync(join(folder, id))) return 'there';
  const half = join(folder, `.half-${id}-${randomBytes(6).toString('hex')}`);
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    for (const name of await readdir(from)) {
      await copyFile(join(from, name), join(half, name), constants.COPYFILE_FICLONE);
      await synced(join(half, name));
    }
    await rename(half, join(folder, id));
    await synced(folder);
    return 'copied';
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (isGone(error)) return 'gone';
    throw error;
  }
};

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const synced = async (path: string): Promise<void> => {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};
