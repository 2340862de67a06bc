import Database from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sqliteCodeOf } from '../sqlite-code.js';
import { DataFolderInUse } from '../data-folder-in-use.js';
import { networkFileSystemUnder } from '../start-up/network-file-system.js';
import { makePrivate, makePrivateFile } from '../private-files.js';

export { DataFolderInUse } from '../data-folder-in-use.js';

/** The folder cannot be made or used. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

export interface DataFolderOptions {
  readonly readOnly?: boolean;
  readonly networkFileSystem?: (folder: string) => string | undefined;
}

/** Milliseconds to wait for somebody who only looks whether the folder is in use. */
const PATIENCE = 250;

/**
 * The one folder a council's data is in. A process that writes holds its lock; those who only read need none.
 *
 * The lock is that of the operating system on an open file, taken through SQLite: it ends with the process, however that ends.
 */
export class DataFolder {
  readonly logFile: string;
  readonly readModelsFile: string;
  /** The log of who opened which record, apart from the log of what happened. */
  readonly viewsFile: string;
  readonly viewIndexFile: string;
  /** The sessions of people who are signed in with a browser. */
  readonly sessionsFile: string;
  /** Drafts: texts that people have begun and not sent, sealed. */
  readonly draftsFile: string;
  /** The key with which it is sealed, where no setting gives one. */
  readonly sealingKeyFile: string;

  private constructor(
    readonly path: string,
    private readonly lock: Database.Database | undefined,
  ) {
    this.logFile = join(path, 'log.sqlite');
    this.readModelsFile = join(path, 'read-models.sqlite');
    this.viewsFile = join(path, 'views.sqlite');
    this.viewIndexFile = join(path, 'view-index.sqlite');
    this.sessionsFile = join(path, 'sessions.sqlite');
    this.draftsFile = join(path, 'drafts.sqlite');
    this.sealingKeyFile = join(path, 'sealing.key');
  }

  /**
   * Makes the folder where there is none, for its owner's eyes only, and takes it for writing; one that others may look into is closed
   * to them, with the files in it. With `readOnly` it makes and takes nothing, beside a process that writes.
   * @param networkFileSystem how to find out whether a folder is behind a network, and on which file system
   * @throws DataFolderInUse when another process has it
   * @throws DataFolderUnusable when it cannot be made, written to or closed to others, or is behind a network
   */
  static open(
    path: string,
    { readOnly = false, networkFileSystem = networkFileSystemUnder }: DataFolderOptions = {},
  ): DataFolder {
    const folder = resolve(path);
    if (readOnly) return new DataFolder(folder, undefined);
    mustBeOnThisMachine(folder, networkFileSystem(folder));
    return new DataFolder(folder, takeLock(folder));
  }

  /** Whether a process holds the folder for writing at this moment. */
  static isInUse(path: string): boolean {
    const file = lockFile(resolve(path));
    if (!existsSync(file)) return false;
    const lock = new Database(file, { readonly: true, timeout: 0 });
    try {
      lock.prepare('SELECT count(*) FROM sqlite_schema').get();
      return false;
    } catch (error) {
      if (isBusy(error)) return true;
      throw error;
    } finally {
      lock.close();
    }
  }

  /** Lets another process have it. */
  close(): void {
    this.lock?.close();
  }
}

const mustBeOnThisMachine = (folder: string, networkFileSystem: string | undefined): void => {
  if (networkFileSystem !== undefined)
    throw new DataFolderUnusable(
      `The data folder ${folder} is on a network file system (${networkFileSystem}), where what is saved can be lost. ` +
        'Set FOOTPRINT_DATA_DIR to a folder on a disk of this machine.',
    );
};

const lockFile = (folder: string): string => join(folder, 'lock.sqlite');
const holderFile = (folder: string): string => join(folder, 'lock.holder');

const takeLock = (folder: string): Database.Database => {
  let lock: Database.Database | undefined;
  try {
    makeFolder(folder);
    makePrivate(folder);
    makePrivateFile(lockFile(folder));
    lock = new Database(lockFile(folder), { timeout: PATIENCE });
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(holderFile(folder), String(process.pid), { mode: 0o600 });
    return lock;
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw new DataFolderInUse(folder, holderOf(folder));
    const reason = (error as Error).message;
    throw new DataFolderUnusable(
      `The data folder ${folder} cannot be used: ${reason}. Name a folder that this user may write to, with room on its disk.`,
      { cause: error },
    );
  }
};

/** One folder after the other: left to itself, Node tries for ever where none can be made, as below `/proc`. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  makeOne(folder);
  chmodSync(folder, 0o700);
};

const makeFolders = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  makeOne(folder);
};

/** Another process may have been quicker. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

const holderOf = (folder: string): number | undefined => {
  const written = existsSync(holderFile(folder)) ? Number(readFileSync(holderFile(folder), 'utf8')) : 0;
  return Number.isInteger(written) && written > 0 ? written : undefined;
};

const isBusy = (error: unknown): boolean => sqliteCodeOf(error)?.startsWith('SQLITE_BUSY') ?? false;
