import { describe, it } from '@jest/globals';
import { type Part, specsIn } from './specs.js';

/** A global of `environment.mjs`. */
declare const inBlock: (spec: string) => Promise<void>;

/** Runs the specs of a group one after another. */
export const runTogether = (part: Part, group: string): Promise<void> => runSpecs(specsIn(part, group));

/**
 * Runs specs one after another. Their imports are loaded once, which for most of them takes longer than their tests.
 * A spec that cannot be loaded is a test that fails, and the others run.
 */
export const runSpecs = async (specs: readonly string[]): Promise<void> => {
  for (const spec of specs) {
    await inBlock(spec).catch((error: unknown) => {
      describe(spec, () => {
        it('can be loaded', () => {
          throw error;
        });
      });
    });
  }
};
