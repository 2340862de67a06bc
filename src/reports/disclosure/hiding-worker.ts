import { parentPort } from 'node:worker_threads';
import { hide } from './hide.js';
import { loadSolver } from './highs-solver.js';
import type { Hiding, Need, Release } from './release.js';
import { pinnedDown } from './rounding.js';

/* What runs in the thread of `hiding-thread.ts`: a release comes in, and what is hidden of it, or found although it is rounded, goes out. */

/** @property printed the rounded numbers of a release in which nothing is hidden; null of one that is to be hidden */
export interface Asked {
  readonly release: Release;
  readonly printed: ReadonlyMap<string, number> | null;
}
export type Found = Hiding | Need[];
export type Answered = { readonly found: Found } | { readonly error: string };

parentPort?.on('message', ({ release, printed }: Asked) => {
  void loadSolver()
    .then((solver): Answered => ({
      found: printed === null ? hide(release, solver) : pinnedDown(release, printed, solver),
    }))
    .catch((error: unknown): Answered => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((answered) => parentPort!.postMessage(answered));
});
