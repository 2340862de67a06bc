import { parentPort } from 'node:worker_threads';
import { hide } from './hide.js';
import { loadSolver } from './highs-solver.js';
import type { Hiding, Release } from './release.js';

/* What runs in the thread of `hiding-thread.ts`: a release comes in, and what is hidden of it goes out. */

export type Asked = Release;
export type Answered = { readonly hiding: Hiding } | { readonly error: string };

parentPort?.on('message', (release: Asked) => {
  void loadSolver()
    .then((solver): Answered => ({ hiding: hide(release, solver) }))
    .catch((error: unknown): Answered => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((answered) => parentPort!.postMessage(answered));
});
