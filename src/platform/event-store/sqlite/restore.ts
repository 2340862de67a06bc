import { backUp } from './backup.js';
import { openForReading } from './log-file.js';
import type { LogVerification } from '../log-verification.js';
import { verifyLog } from './verify-log.js';

export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/**
 * Makes a log of a backup: the backup is checked from the first event to the last, copied, and the copy checked again, so that a
 * file that is damaged, cut short or something else never becomes a log.
 * @param toFile where the log is to be; never overwritten
 * @throws RestoreRefused saying what is wrong; nothing is then left behind
 */
export const restoreLog = async (backup: string, toFile: string): Promise<LogVerification> => {
  try {
    const { ok, fault } = await verifyLog(backup);
    if (!ok) throw new RestoreRefused(fault?.what);
    const database = openForReading(backup);
    try {
      return await backUp(database, toFile);
    } finally {
      database.close();
    }
  } catch (error) {
    throw new RestoreRefused(`Nothing was restored from ${backup}. ${(error as Error).message}`, { cause: error });
  }
};
