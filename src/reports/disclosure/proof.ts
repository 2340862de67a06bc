import { type Deviation, isHiddenAnyway, meets, type Need, needsOf, type Release } from './release.js';

/**
 * The figures that a reader could still work out: each hidden figure and reader for which no set of other counts is given. The proof trusts
 * no solver: it adds up whole numbers, and nothing is released while it names anything.
 */
export const workedOut = (
  release: Release,
  hidden: ReadonlySet<string>,
  deviations: readonly Deviation[],
): readonly Need[] => {
  const agreeing = deviations.filter((deviation) => agreesWithAllPrinted(deviation, release, hidden));
  return release.figures
    .filter(({ key }) => hidden.has(key))
    .flatMap((figure) =>
      needsOf(figure, release).filter((need) => !agreeing.some((deviation) => meets(deviation, need, figure, release))),
    );
};

/** Small figures, and those hidden before, that would be printed; and zeros that would not. */
export const wronglyPrinted = ({ figures }: Release, hidden: ReadonlySet<string>): string[] =>
  figures
    .filter((figure) => {
      const { key, count, settled } = figure;
      if (settled === 'printed' || count === 0) return hidden.has(key);
      return isHiddenAnyway(figure) && !hidden.has(key);
    })
    .map(({ key }) => key);

/** Zeros print, so that every hidden figure is known to be 1 or more; and every sum is still right. */
const agreesWithAllPrinted = (
  deviation: Deviation,
  { figures, sums }: Release,
  hidden: ReadonlySet<string>,
): boolean => {
  const counts = new Map(figures.map(({ key, count }) => [key, count]));
  for (const [key, by] of deviation) {
    const count = counts.get(key);
    if (count === undefined || !hidden.has(key) || !Number.isSafeInteger(by) || count + by < 1) return false;
  }
  const by = (key: string): number => deviation.get(key) ?? 0;
  return sums.every(({ total, parts }) => by(total) === parts.reduce((sum, part) => sum + by(part), 0));
};
