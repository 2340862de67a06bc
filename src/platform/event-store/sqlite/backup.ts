import type Database from 'better-sqlite3';
import { BackupFailed, copyDatabase } from '../../copy-database.js';
import type { LogVerification } from '../log-verification.js';
import { verifyLog } from './verify-log.js';

/**
 * Copies a log into a new file within one reading of it, so that the copy is the log at one moment whatever is written meanwhile.
 * The copy gets its name only when it has been checked and is on the disk.
 * @throws BackupFailed when the file is there already, the disk is full or fails, or the copy is not sound
 */
export const backUp = (database: Database.Database, toFile: string): Promise<LogVerification> =>
  copyDatabase(database, toFile, async (copy) => {
    const verification = await verifyLog(copy);
    if (!verification.ok) throw new BackupFailed(`The copy is not sound: ${verification.fault?.what}`);
    return verification;
  });
