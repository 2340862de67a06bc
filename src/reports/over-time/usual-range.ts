/** The usual range of a count from month to month (XmR chart): by how much it has moved, not by what anybody wishes. */
export interface UsualRange {
  readonly mean: number;
  /** Never below 0. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The ways in which months differ from the usual range:
 * - `outside`: above or below the range
 * - `one-side`: seven in a row on the same side of the mean
 * - `one-way`: seven in a row, each higher, or each lower, than the one before
 * - `near-limit`: two of three within the outer third of the range on the same side
 */
export type SignalKind = 'outside' | 'one-side' | 'one-way' | 'near-limit';

export interface Signal {
  readonly what: SignalKind;
  /** Places of the months in the list, from 0. */
  readonly months: readonly number[];
}

/** With fewer months there is no telling what is usual. */
export const FEWEST_MONTHS = 13;

/** Times the mean distance from month to month that the range reaches to both sides of the mean. */
const REACH = 2.66;
const RUN = 7;

/** @param counts one of each month, the earliest first; null with fewer than {@link FEWEST_MONTHS} */
export const usualRange = (counts: readonly number[]): UsualRange | null => {
  if (counts.length < FEWEST_MONTHS) return null;
  const mean = meanOf(counts);
  const moved = meanOf(counts.slice(1).map((count, index) => Math.abs(count - counts[index]!)));
  return { mean, lower: Math.max(0, mean - REACH * moved), upper: mean + REACH * moved };
};

/** Every sign, among months with a usual range, that something has changed. */
export const signalsIn = (counts: readonly number[], { mean, lower, upper }: UsualRange): Signal[] => {
  const sides = counts.map((count) => Math.sign(count - mean));
  const ways = counts.map((count, index) => (index === 0 ? 0 : Math.sign(count - counts[index - 1]!)));
  const nearUpper = mean + (2 / 3) * (upper - mean);
  const nearLower = mean - (2 / 3) * (upper - mean);
  const near = counts.map((count) => (count > nearUpper ? 1 : count < nearLower ? -1 : 0));
  return [
    ...counts.flatMap((count, month): Signal[] =>
      count > upper || count < lower ? [{ what: 'outside', months: [month] }] : [],
    ),
    ...runsOf(sides, RUN).map((months): Signal => ({ what: 'one-side', months })),
    // Seven that rise are six steps after a first one.
    ...runsOf(ways, RUN - 1).map((months): Signal => ({ what: 'one-way', months: [months[0]! - 1, ...months] })),
    ...nearTheSameLimit(near).map((months): Signal => ({ what: 'near-limit', months })),
  ];
};

/** Every run of so many or more of the same sign, none of them 0. */
const runsOf = (signs: readonly number[], fewest: number): number[][] => {
  const runs: number[][] = [];
  let run: number[] = [];
  signs.forEach((sign, place) => {
    if (sign === 0 || sign !== signs[place - 1]) run = [];
    if (sign === 0) return;
    run.push(place);
    if (run.length === fewest) runs.push(run);
  });
  return runs;
};

const nearTheSameLimit = (near: readonly number[]): number[][] =>
  near.flatMap((_, place) => {
    const three = [place - 2, place - 1, place].filter((each) => each >= 0);
    for (const side of [1, -1]) {
      const there = three.filter((each) => near[each] === side);
      if (near[place] === side && there.length >= 2) return [there];
    }
    return [];
  });

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
