import { hide } from './hide.js';
import { HidingThread } from './hiding-thread.js';
import { loadSolver } from './highs-solver.js';
import type { Hiding, Need, Release } from './release.js';
import { pinnedDown } from './rounding.js';

/** Hides what must not be printed of a release, as {@link hide} does. */
export interface Hider {
  /** @throws HidingTakesTooLong */
  hide(release: Release): Promise<Hiding>;
}

/** Finds which small figures a reader could work out although all numbers are rounded, as {@link pinnedDown} does. */
export interface Rounder {
  /** @throws HidingTakesTooLong */
  pinned(release: Release, printed: ReadonlyMap<string, number>): Promise<Need[]>;
}

/** Both ways to keep small numbers. */
export type Keeper = Hider & Rounder;

const here: Keeper = {
  hide: async (release) => hide(release, await loadSolver()),
  pinned: async (release, printed) => pinnedDown(release, printed, await loadSolver()),
};

let thread: HidingThread | undefined;

/**
 * The program as it is built hides in a thread beside its own, so that it goes on answering meanwhile. What runs from its sources, as tests
 * do, hides in its own: a thread reads no TypeScript.
 */
export const keeperOfTheProgram = (): Keeper =>
  import.meta.url.endsWith('.ts') ? here : (thread ??= new HidingThread());
