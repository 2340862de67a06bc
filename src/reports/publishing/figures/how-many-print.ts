import { isOfUse } from '../../disclosure/coarser.js';
import type { Hider, Keeper, Rounder } from '../../disclosure/hider.js';
import type { Release } from '../../disclosure/release.js';
import { rounded } from '../../disclosure/rounding.js';
import type { Method } from '../events.js';

/** How many figures of a table count something, and how many of them print; null where a small one could be worked out all the same. */
export type HowManyPrint = (release: Release) => Promise<{ readonly figures: number; readonly printed: number } | null>;

export const howManyPrint = (method: Method, keeper: Keeper): HowManyPrint =>
  method === 'hidden' ? whereHidden(keeper) : whereRounded(keeper);

export const whereHidden =
  (hider: Hider): HowManyPrint =>
  async (release) => {
    const figures = countedIn(release).length;
    const small = release.figures.filter((each) => each.small).length;
    // Small figures are hidden in any case, and are counted without a solver.
    if (!isOfUse(figures, small)) return { figures, printed: figures - small };
    const { hidden, impossible } = await hider.hide(release);
    return impossible.length > 0 ? null : { figures, printed: figures - hidden.size };
  };

/** What is rounded to 0 says no more than what is hidden. */
const whereRounded =
  (rounder: Rounder): HowManyPrint =>
  async (release) => {
    const counted = countedIn(release);
    const printed = counted.filter(({ count }) => rounded(count) > 0).length;
    if (!isOfUse(counted.length, counted.length - printed)) return { figures: counted.length, printed };
    const asPrinted = new Map(release.figures.map(({ key, count }) => [key, rounded(count)]));
    return (await rounder.pinned(release, asPrinted)).length > 0 ? null : { figures: counted.length, printed };
  };

const countedIn = ({ figures }: Release): Release['figures'] => figures.filter(({ count }) => count > 0);
