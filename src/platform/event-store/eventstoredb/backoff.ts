import { setTimeout as pause } from 'node:timers/promises';

/** Pauses between attempts, in milliseconds: doubled each time, and never longer than the longest. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/** @param failures in a row before the last one */
export const pauseAfter = (failures: number, { first, longest }: Backoff): number =>
  Math.min(first * 2 ** Math.min(failures, 30), longest);

/** Ends early, and quietly, when the signal is aborted. */
export const pauseFor = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  await pause(milliseconds, undefined, { signal }).catch(() => {});
};
