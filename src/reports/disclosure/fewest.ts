import { balancesOf, lossesOf, movableIn } from './deviations.js';
import { isHiddenAnyway, needsOf, reachOf, type Release } from './release.js';
import type { Balance, Solver } from './solver.js';

/** Columns up to which a search over all tables at once ends in a moment; a larger release is gone through step by step. */
const MOST_COLUMNS = 1_000;

/** How far a count may be moved, in thresholds. */
const FARTHEST = 2;

/**
 * The figures to hide so that every small one is kept from every reader, with the least loss: one choice over the whole release at once.
 * @returns null for a release that is too large for that, and where nothing was found
 */
export const fewestHidden = (release: Release, solver: Solver): ReadonlySet<string> | null => {
  const movable = movableIn(release);
  const needs = movable
    .flatMap((figure, index) =>
      figure.small ? needsOf(figure, release).map((need) => ({ ...need, figure, index })) : [],
    )
    // A figure that is kept from every insider is kept from a reader who knows less.
    .filter(({ insider }, _, all) => insider !== null || all.every((other) => other.insider === null));
  const width = 2 * movable.length;
  const columns = movable.length + needs.length * width;
  if (needs.length === 0 || columns > MOST_COLUMNS) return null;

  const columnOf =
    (need: number) =>
    (index: number): [number, number] => [
      movable.length + need * width + 2 * index,
      movable.length + need * width + 2 * index + 1,
    ];
  const lower = new Array<number>(columns).fill(0);
  const upper = new Array<number>(columns).fill(1);
  const costs = new Array<number>(columns).fill(0);
  const limits: Balance[] = [];
  lossesOf(movable).forEach((loss, index) => (costs[index] = loss));
  movable.forEach((figure, index) => {
    if (isHiddenAnyway(figure)) lower[index] = 1;
  });
  const farthest = FARTHEST * release.threshold;
  needs.forEach(({ insider, figure, index: needed }, need) =>
    movable.forEach(({ key, count }, index) => {
      const [raised, lowered] = columnOf(need)(index);
      const known = insider !== null && release.insiders[insider]!.has(key);
      upper[raised] = known ? 0 : farthest;
      upper[lowered] = known || index === needed ? 0 : Math.min(count - 1, farthest);
      if (index === needed) lower[raised] = reachOf(figure, release.threshold);
      // Only what is hidden may be another number.
      if (upper[raised] > 0)
        limits.push([
          [raised, 1],
          [index, -upper[raised]],
        ]);
      if (upper[lowered] > 0)
        limits.push([
          [lowered, 1],
          [index, -upper[lowered]],
        ]);
    }),
  );
  const balances = needs.flatMap((_, need) => balancesOf(release, movable, columnOf(need)));
  const program = solver.open({ columns, balances, limits, whole: true });
  try {
    const answer = program.cheapest({ costs, lower, upper });
    return answer === null ? null : new Set(movable.filter((_, index) => answer[index]! > 0.5).map(({ key }) => key));
  } finally {
    program.close();
  }
};
