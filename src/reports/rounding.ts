/**
 * Figures as they are printed (domain brief, section 8): worked out with whole numbers from counts, never from rounded parts, and
 * rounded once, half up. A figure below nothing is rounded as the same figure above it, so that a fall reads like a rise.
 */

/** A part of a whole, both of them counts. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** A share as whole per cent; null of nothing. */
export const percentOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : halfUp(100 * part, whole));

/** How much a count changed, in per cent of the earlier one, to one decimal place; null where the earlier one is 0. */
export const changePercent = (now: number, before: number): number | null =>
  before === 0 ? null : halfUp(1000 * (now - before), before) / 10;

/** The difference of two shares in percentage points, to one decimal place, from the counts. */
export const pointsBetween = (now: Share, before: Share): number =>
  halfUp(1000 * (now.part * before.whole - before.part * now.whole), now.whole * before.whole) / 10;

/** So many to one, or to a hundred, rounded to decimal places; null to nothing. */
export const ratioOf = ({ part, whole }: Share, per: number, decimals: number): number | null =>
  whole === 0 ? null : halfUp(part * per * 10 ** decimals, whole) / 10 ** decimals;

const halfUp = (numerator: number, denominator: number): number => {
  const magnitude = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return magnitude === 0 ? 0 : Math.sign(numerator) * magnitude;
};
