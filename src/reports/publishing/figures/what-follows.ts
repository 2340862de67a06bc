import type { Sum } from '../../disclosure/release.js';

/**
 * All that somebody knows who knows some figures: where of a total and its parts one alone is not known, it is worked out.
 */
export const allThatFollows = (known: ReadonlySet<string>, sums: readonly Sum[]): ReadonlySet<string> => {
  const all = new Set(known);
  for (let before = -1; before < all.size;) {
    before = all.size;
    for (const { total, parts } of sums) {
      const missing = [total, ...parts].filter((key) => !all.has(key));
      if (missing.length === 1) all.add(missing[0]!);
    }
  }
  return all;
};
