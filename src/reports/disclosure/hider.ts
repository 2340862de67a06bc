import { hide } from './hide.js';
import { HidingThread } from './hiding-thread.js';
import { loadSolver } from './highs-solver.js';
import type { Hiding, Release } from './release.js';

/** Hides what must not be printed of a release, as {@link hide} does. */
export interface Hider {
  /** @throws HidingTakesTooLong */
  hide(release: Release): Promise<Hiding>;
}

const here: Hider = { hide: async (release) => hide(release, await loadSolver()) };

let thread: HidingThread | undefined;

/**
 * The program as it is built hides in a thread beside its own, so that it goes on answering meanwhile. What runs from its sources, as tests
 * do, hides in its own: a thread reads no TypeScript.
 */
export const hiderOfTheProgram = (): Hider =>
  import.meta.url.endsWith('.ts') ? here : (thread ??= new HidingThread());
