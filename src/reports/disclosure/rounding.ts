import { balancesOf } from './deviations.js';
import { type Deviation, type Figure, type Need, needsOf, type Release, withAllThatIsKnown } from './release.js';
import type { OpenProgram, Solver } from './solver.js';

/*
 * The other way to keep small numbers: every number is printed to the nearest 5, and none is hidden. A reader then knows of each that it is
 * one of five, and may know more from the sums among them.
 */

export const ROUNDED_TO = 5;

/** A number as it is printed. */
export const rounded = (count: number): number => ROUNDED_TO * Math.round(count / ROUNDED_TO);

/**
 * Below which difference two printed numbers may lie fewer records apart than a threshold: between 110 and 115 may be one record, and
 * between 110 and 120 six.
 */
export const nearBelow = (method: 'hidden' | 'rounded', threshold: number): number =>
  method === 'rounded' ? threshold + ROUNDED_TO - 1 : threshold;

/** The least and the most that a printed number can stand for. */
const boundsOf = (printed: number): readonly [least: number, most: number] => {
  const to = Math.floor(ROUNDED_TO / 2);
  return [Math.max(0, printed - to), printed + to];
};

/** How far a count that is not printed may be moved. */
const FARTHEST = 1_000;

/**
 * The small figures that a reader could work out although all are rounded: those for which no other counts are found that print the same
 * numbers. That a set of counts does is looked at by arithmetic, and not left to the solver.
 * @param printed the rounded numbers that the readers have, by figure; of other figures they know nothing but the sums
 */
export const pinnedDown = (given: Release, printed: ReadonlyMap<string, number>, solver: Solver): Need[] => {
  // A zero that prints may be 1 or 2, so it is not known.
  const release = { ...withAllThatIsKnown({ ...given, figures: [] }), figures: given.figures };
  const needs = release.figures.filter(({ small }) => small).flatMap((figure) => needsOf(figure, release));
  if (needs.length === 0) return [];
  const balances = balancesOf(release, release.figures, (index) => [2 * index, 2 * index + 1]);
  const program = solver.open({ columns: 2 * release.figures.length, balances, limits: [], whole: true });
  const found: Deviation[] = [];
  try {
    return needs.filter((need) => {
      if (found.some((deviation) => isKept(need, deviation, release))) return false;
      const other = [1, -1].map((by) => moving(need, by, { release, printed, program })).find((each) => each !== null);
      if (other === undefined || other === null || !printsTheSame(other, release, printed)) return true;
      found.push(other);
      return false;
    });
  } finally {
    program.close();
  }
};

const isKept = ({ key, insider }: Need, deviation: Deviation, { insiders }: Release): boolean =>
  (deviation.get(key) ?? 0) !== 0 &&
  (insider === null || ![...deviation.keys()].some((each) => insiders[insider]!.has(each)));

/** Other counts that print the same, in which one figure is higher or lower; null where there are none. */
const moving = (
  { key, insider }: Need,
  by: number,
  {
    release,
    printed,
    program,
  }: { readonly release: Release; readonly printed: ReadonlyMap<string, number>; readonly program: OpenProgram },
): Deviation | null => {
  const known = insider === null ? undefined : release.insiders[insider];
  const columns = release.figures.map((figure) => {
    const [up, down] = known?.has(figure.key) ? [0, 0] : roomOf(figure, printed);
    if (figure.key !== key) return { lower: [0, 0], upper: [up, down] };
    return by > 0 ? { lower: [1, 0], upper: [up, 0] } : { lower: [0, 1], upper: [0, down] };
  });
  if (columns.some(({ lower, upper }) => lower.some((least, each) => least > upper[each]!))) return null;
  const answer = program.cheapest({
    lower: columns.flatMap(({ lower }) => lower),
    upper: columns.flatMap(({ upper }) => upper),
    costs: columns.flatMap(() => [1, 1]),
  });
  if (answer === null) return null;
  const moved = release.figures.map((figure, index): [string, number] => [
    figure.key,
    Math.round(answer[2 * index]!) - Math.round(answer[2 * index + 1]!),
  ]);
  return new Map(moved.filter(([, each]) => each !== 0));
};

/** By how much a count may rise, and by how much it may fall. */
const roomOf = ({ key, count }: Figure, printed: ReadonlyMap<string, number>): readonly [up: number, down: number] => {
  const shown = printed.get(key);
  if (shown === undefined) return [FARTHEST, count];
  const [least, most] = boundsOf(shown);
  return [Math.max(0, most - count), Math.max(0, count - least)];
};

/** Whether a set of other counts adds up, and prints the same numbers. */
const printsTheSame = (
  deviation: Deviation,
  { figures, sums }: Release,
  printed: ReadonlyMap<string, number>,
): boolean => {
  const by = (key: string): number => deviation.get(key) ?? 0;
  return (
    figures.every(({ key, count }) => {
      const now = count + by(key);
      return now >= 0 && (by(key) === 0 || !printed.has(key) || rounded(now) === printed.get(key));
    }) && sums.every(({ total, parts }) => by(total) === parts.reduce((sum, part) => sum + by(part), 0))
  );
};
