import { changePercent, percentOf, ratioOf } from '../rounding.js';

/** The word that is printed in place of a number that is hidden; "revised" where it was printed before, and has changed by so little that both would tell of whom. */
export type Unprinted = 'c' | 'revised';

/** A number as it may be printed: itself, what stands in its place, or null where nobody knows it. */
export type Shown = number | Unprinted | null;

/** Of fewer than so many a share of all or of none says something about each of them. */
const FEWEST_FOR_ALL_OR_NONE = 20;

/** A team with fewer children has no rate: one record more or less would move it far. */
const FEWEST_CHILDREN_HELD = 30;

export const hasRate = (childrenHeld: number): boolean => childrenHeld >= FEWEST_CHILDREN_HELD;

/** A number worked out from two others is hidden if one of them is, and unknown if one of them is. */
const from = (one: Shown, other: Shown, worked: (one: number, other: number) => Shown): Shown => {
  if (one === null || other === null) return null;
  if (one === 'revised' || other === 'revised') return 'revised';
  return one === 'c' || other === 'c' ? 'c' : worked(one, other);
};

/** A share as whole per cent: printed only where its count and what it is a share of are. */
export const shareShown = (part: Shown, whole: Shown): Shown =>
  from(part, whole, (counted, of) => {
    const isAllOrNone = counted === 0 || counted === of;
    return isAllOrNone && of > 0 && of < FEWEST_FOR_ALL_OR_NONE ? 'c' : percentOf({ part: counted, whole: of });
  });

/** A change from an earlier count, in records and in per cent of the earlier one, to one decimal place. */
export const changeShown = (now: Shown, before: Shown): { readonly count: Shown; readonly percent: Shown } => ({
  count: from(now, before, (later, earlier) => later - earlier),
  percent: from(now, before, changePercent),
});

/** Records to a hundred children held, to one decimal place. */
export const rateShown = (count: Shown, childrenHeld: number): Shown =>
  from(count, childrenHeld, (records, held) => (hasRate(held) ? ratioOf({ part: records, whole: held }, 100, 1) : 'c'));

/**
 * A median or a mean: printed over at least as many as the threshold.
 * @param over how many it is of, as that is printed
 */
export const middleShown = (middle: number | null, over: Shown, threshold: number): Shown =>
  from(middle, over, (value, of) => (of < threshold ? 'c' : value));
