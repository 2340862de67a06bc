import { describe, it } from '@jest/globals';
import { join } from 'node:path';
import { type Part, ROOT, specsIn } from './specs.js';

/** A global of `environment.mjs`. */
declare const inBlock: (name: string, load: () => Promise<unknown>) => Promise<void>;

/**
 * Runs the specs of a group one after another. Their imports are loaded once, which for most of them takes longer than their tests.
 * A spec that cannot be loaded is a test that fails, and the others run.
 */
export const runTogether = async (part: Part, group: string): Promise<void> => {
  for (const spec of specsIn(part, group)) {
    await inBlock(spec, () => import(join(ROOT, spec))).catch((error: unknown) => {
      describe(spec, () => {
        it('can be loaded', () => {
          throw error;
        });
      });
    });
  }
};
