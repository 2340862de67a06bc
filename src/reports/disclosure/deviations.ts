import { type Deviation, type Figure, type Need, reachOf, type Release } from './release.js';
import type { Balance, OpenProgram, Solver } from './solver.js';

/** The cost of moving a figure by one if it would have to be hidden for that, against 1 for a figure that is hidden already. */
const TO_HIDE_MORE = 100;

/** How far a count may be moved, in thresholds: near the true counts are sets enough, and more only where they are not. */
const FARTHEST = [3, 1_000] as const;

/** The figures that can be hidden: zeros print, and what is settled stays. */
export const movableIn = ({ figures }: Release): Figure[] =>
  figures.filter(({ count, settled }) => count > 0 && settled !== 'printed');

/** The loss from hiding each figure: first of all a figure, and of two figures the higher count is the greater loss. */
export const lossesOf = (movable: readonly Figure[]): number[] => {
  const highest = Math.max(1, ...movable.map(({ count }) => count));
  return movable.map(({ count }) => 1 + count / highest);
};

/** Each movable figure has two columns, by how much it is raised and by how much lowered; every sum stays right. */
export const balancesOf = (
  { sums }: Release,
  movable: readonly Figure[],
  columnOf: (index: number) => readonly [raised: number, lowered: number],
): Balance[] => {
  const indices = new Map(movable.map(({ key }, index) => [key, index]));
  const moving = (key: string, factor: 1 | -1): [number, number][] => {
    const index = indices.get(key);
    if (index === undefined) return [];
    const [raised, lowered] = columnOf(index);
    return [
      [raised, factor],
      [lowered, -factor],
    ];
  };
  return sums
    .map(({ total, parts }) => [...parts.flatMap((part) => moving(part, 1)), ...moving(total, -1)])
    .filter((balance) => balance.length > 0);
};

/** Looks for sets of other counts that agree with all that is printed, hiding as little more as it can. */
export class Deviations {
  private readonly movable: readonly Figure[];
  private readonly losses: readonly number[];
  private readonly rough: OpenProgram;
  private readonly whole: OpenProgram;

  /** @param release one with at least one movable figure */
  constructor(
    private readonly release: Release,
    solver: Solver,
  ) {
    this.movable = movableIn(release);
    this.losses = lossesOf(this.movable);
    const balances = balancesOf(release, this.movable, (index) => [2 * index, 2 * index + 1]);
    const program = { columns: 2 * this.movable.length, balances, limits: [] };
    this.rough = solver.open({ ...program, whole: false });
    this.whole = solver.open({ ...program, whole: true });
  }

  /** A set of other counts that meets a need; what it moves and is not hidden yet has to be. Null where there is none. */
  meeting({ key, insider }: Need, hidden: ReadonlySet<string>): Deviation | null {
    const figure = this.movable.find((each) => each.key === key);
    if (figure === undefined) return null;
    const known = insider === null ? undefined : this.release.insiders[insider];
    for (const farthest of FARTHEST)
      for (const by of figure.small ? [reachOf(figure, this.release.threshold)] : [1, -1]) {
        const found = this.moving(figure, by, farthest * this.release.threshold, hidden, known);
        if (found !== null) return found;
      }
    return null;
  }

  close(): void {
    this.rough.close();
    this.whole.close();
  }

  private moving(
    figure: Figure,
    by: number,
    farthest: number,
    hidden: ReadonlySet<string>,
    known: ReadonlySet<string> | undefined,
  ): Deviation | null {
    const columns = this.movable.map((each, index) => {
      if (each.key === figure.key)
        return by > 0
          ? { lower: [by, 0], upper: [Math.max(by, farthest), 0], costs: [1, 1] }
          : { lower: [0, -by], upper: [0, each.count - 1], costs: [1, 1] };
      const cost = hidden.has(each.key) ? 1 : TO_HIDE_MORE * this.losses[index]!;
      const upper = known?.has(each.key) ? [0, 0] : [farthest, Math.min(each.count - 1, farthest)];
      return { lower: [0, 0], upper, costs: [cost, cost] };
    });
    // A figure of 1 is never lowered: a hidden one is known to be 1 or more.
    if (columns.some(({ lower, upper }) => lower.some((least, each) => least > upper[each]!))) return null;
    const question = {
      lower: columns.flatMap(({ lower }) => lower),
      upper: columns.flatMap(({ upper }) => upper),
      costs: columns.flatMap(({ costs }) => costs),
    };
    const rough = this.rough.cheapest(question);
    if (rough === null) return null;
    const answer = rough.every(isNearlyWhole) ? rough : this.whole.cheapest(question);
    return answer === null ? null : this.deviationIn(answer);
  }

  private deviationIn(answer: readonly number[]): Deviation {
    const moved = this.movable.map(({ key }, index): [string, number] => [
      key,
      Math.round(answer[2 * index]!) - Math.round(answer[2 * index + 1]!),
    ]);
    return new Map(moved.filter(([, by]) => by !== 0));
  }
}

const isNearlyWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
