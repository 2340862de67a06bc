import type { Dimension, Place } from './cross-table.js';
import { hide } from './hide.js';
import type { Hiding, Release } from './release.js';
import type { Solver } from './solver.js';

/** A table of which more than this share is hidden says nothing. */
export const MOST_HIDDEN = 0.3;

/** How a table could be laid out, and what it would print. */
export interface Layout {
  readonly dimensions: readonly Dimension[];
  readonly hiding: Hiding;
  /** Figures that count something: zeros print in every layout. */
  readonly figures: number;
  /** How many of them print. */
  readonly printed: number;
}

/**
 * The layouts that print something, those that print most first: services in place of teams, halves in place of quarters, groups of themes,
 * or fewer dimensions. Hiding alone leaves nothing of a table in which most numbers are small.
 * @param releaseOf all figures of a table by these dimensions
 */
export const layoutsOfUse = (
  dimensions: readonly Dimension[],
  releaseOf: (dimensions: readonly Dimension[]) => Release,
  solver: Solver,
): Layout[] =>
  everyCut(dimensions)
    .map((cut) => ({ cut, release: releaseOf(cut) }))
    // Small figures are hidden in any case, and are counted without a solver.
    .filter(({ release }) => isOfUse(countedIn(release).length, release.figures.filter(({ small }) => small).length))
    .map(({ cut, release }) => layoutOf(cut, release, hide(release, solver)))
    .filter(({ hiding, figures, printed }) => hiding.impossible.length === 0 && isOfUse(figures, figures - printed))
    .sort((a, b) => b.printed - a.printed);

/** A table as it is laid out, whether that is of use or not. */
export const layoutOf = (dimensions: readonly Dimension[], release: Release, hiding: Hiding): Layout => {
  const figures = countedIn(release).length;
  return { dimensions, hiding, figures, printed: figures - hiding.hidden.size };
};

/** Whether so few of so many figures are hidden that the table says something. */
export const isOfUse = (figures: number, hidden: number): boolean => hidden <= MOST_HIDDEN * figures;

const countedIn = ({ figures }: Release): Release['figures'] => figures.filter(({ count }) => count > 0);

/** Each dimension at each depth, or left out; and all ways to combine them. */
const everyCut = (dimensions: readonly Dimension[]): Dimension[][] =>
  dimensions.reduce<Dimension[][]>(
    (cuts, { name, places }) =>
      cuts.flatMap((cut) =>
        Array.from({ length: depthOf(places) + 1 }, (_, depth) =>
          depth === 0 ? cut : [...cut, { name, places: downTo(depth, places) }],
        ),
      ),
    [[]],
  );

const depthOf = (places: readonly Place[]): number =>
  places.length === 0 ? 0 : 1 + Math.max(...places.map(({ parts }) => depthOf(parts)));

/** A dimension with its places down to a depth; of 0 none. */
export const downTo = (depth: number, places: readonly Place[]): Place[] =>
  depth === 0 ? [] : places.map(({ code, parts }) => ({ code, parts: downTo(depth - 1, parts) }));
