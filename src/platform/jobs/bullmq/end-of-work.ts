import type { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { patience } from './redis-connections.js';

/** Milliseconds to close what no longer waits for anything. */
const LAST_WORD = 500;

export interface Work {
  /** Work that has been begun and not awaited. */
  readonly begun: Promise<unknown>;
  readonly commands: Redis;
  worker(): Worker | undefined;
  queue(): Queue | undefined;
}

/**
 * Lets the jobs under way end where Redis still answers, then ends the worker whatever Redis does: one that is left waiting renews its
 * locks for ever, and keeps its process alive.
 */
export const endWork = async ({ begun, commands, worker, queue }: Work): Promise<void> => {
  const answers = commands.ping().then(
    () => true,
    () => false,
  );
  await Promise.race([begun, patience()]);
  if (await answers) await Promise.race([worker()?.pause(), patience()]);
  await Promise.race([Promise.all([worker()?.close(true), queue()?.close()]), patience(LAST_WORD)]);
};
