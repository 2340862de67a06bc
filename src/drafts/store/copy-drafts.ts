import Database from 'better-sqlite3';
import { copyDatabase } from '../../platform/copy-database.js';

/**
 * Copies the drafts of a data folder into a new file, or back: as they are at one moment, whatever is saved meanwhile. Their text stays
 * sealed, and the key is not copied.
 * @param toFile never overwritten
 * @returns how many there are that hold something
 * @throws BackupFailed where the copy is there already, cannot be written or is not sound, or the file holds no drafts
 */
export const copyDrafts = async (fromFile: string, toFile: string): Promise<number> => {
  const database = new Database(fromFile, { readonly: true, fileMustExist: true });
  try {
    return await copyDatabase(database, toFile, async (copy) => soundDraftsIn(copy));
  } finally {
    database.close();
  }
};

/** @throws Error where the file is damaged, or is something else */
const soundDraftsIn = (file: string): number => {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`the copy is not sound (${String(verdict)})`);
    return copy.prepare<[], number>('SELECT count(*) FROM drafts WHERE sealed IS NOT NULL').pluck().get()!;
  } finally {
    copy.close();
  }
};
