import type Database from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

/**
 * Copies a database into a new file within one reading of it, so that the copy is the database at one moment whatever is written
 * meanwhile. The copy gets its name only when it has been checked and is on the disk.
 * @param toFile never overwritten
 * @param check is given the copy before it gets its name, and throws where it is not sound
 * @throws BackupFailed when the file is there already, the disk is full or fails, or the copy is not sound
 */
export const copyDatabase = async <Checked>(
  database: Database.Database,
  toFile: string,
  check: (copy: string) => Promise<Checked>,
): Promise<Checked> => {
  if (existsSync(toFile)) throw alreadyThere(toFile);
  const unfinished = `${toFile}.unfinished-${process.pid}`;
  try {
    // For this user alone, like the folder of the log: it says as much about children.
    writeFileSync(unfinished, '', { mode: 0o600, flag: 'wx' });
    database.prepare('VACUUM INTO ?').run(unfinished);
    const checked = await check(unfinished);
    waitForDisk(unfinished);
    linkSync(unfinished, toFile);
    waitForDisk(dirname(toFile));
    return checked;
  } catch (error) {
    if (error instanceof BackupFailed) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(toFile);
    throw new BackupFailed(`No backup was made: ${(error as Error).message}.`, { cause: error });
  } finally {
    rmSync(unfinished, { force: true });
  }
};

const alreadyThere = (file: string): BackupFailed =>
  new BackupFailed(`${file} is there already and is not overwritten. Give another name.`);

const waitForDisk = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
