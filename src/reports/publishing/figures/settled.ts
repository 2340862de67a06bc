import type { RegisterKind } from '../../../register/events.js';
import { type Figure, isHiddenAnyway, type Release } from '../../disclosure/release.js';
import type { Unprinted } from '../../disclosure/what-prints.js';
import type { BesideIt } from './beside-it.js';
import { keptAmongAll } from './linked-release.js';
import { insidersAmong } from './readers.js';
import { allThatFollows } from './what-follows.js';

/** A release as readers find it who have something already. */
export interface Settled {
  readonly release: Release;
  /** Figures that were printed with another number so near to the present one that both together say how many records came or went. */
  readonly changed: ReadonlySet<string>;
  /** Small figures that the readers know already: hiding more would change nothing, and they are printed no more for that. */
  readonly keptBack: ReadonlySet<string>;
}

/** What one figure was said to be before. */
export interface Said {
  readonly threshold: number;
  readonly shown: number | Unprinted;
  readonly toldTo?: string;
}

/**
 * What was printed of the same records before stays known, and what was hidden stays hidden. A number that has changed by less than the
 * threshold since is printed no more. What some recipients alone were told is known to them, and to nobody else.
 */
export const settledBy = (has: readonly BesideIt[], records: RegisterKind, release: Release): Settled => {
  const before = saidOf(has, records);
  const changed = new Set<string>();
  const told = new Map<string, Set<string>>();
  const figures = release.figures.map((figure): Figure => {
    const said = before.get(figure.key) ?? [];
    const printed = said.filter(({ shown }) => shown === figure.count);
    for (const { toldTo } of printed)
      if (toldTo !== undefined) told.set(toldTo, (told.get(toldTo) ?? new Set<string>()).add(figure.key));
    if (printed.some(({ toldTo }) => toldTo === undefined)) return { ...figure, settled: 'printed' };
    const isNear = ({ shown }: Said): boolean =>
      typeof shown === 'number' && shown !== figure.count && Math.abs(shown - figure.count) < release.threshold;
    if (figure.count > 0 && said.some(isNear)) {
      changed.add(figure.key);
      return { ...figure, settled: 'revised' };
    }
    const isKept = said.some(({ shown, threshold }) => shown === 'c' && threshold === release.threshold);
    return isKept ? { ...figure, settled: 'hidden' } : figure;
  });
  // What follows from figures that were printed is known before this paper: nothing that is hidden here would change that.
  const isKnown = ({ count, settled }: Figure): boolean => count === 0 || settled === 'printed';
  const known = allThatFollows(new Set(figures.filter(isKnown).map(({ key }) => key)), release.sums);
  const follows = (figure: Figure): boolean => !isKnown(figure) && known.has(figure.key);
  return {
    changed,
    keptBack: new Set(figures.filter((each) => follows(each) && isHiddenAnyway(each)).map(({ key }) => key)),
    release: {
      ...release,
      figures: figures.map((figure) => (follows(figure) ? { ...figure, settled: 'printed' } : figure)),
      insiders: insidersAmong(release, known, told),
      untold: release.insiders.length,
    },
  };
};

/** What was said of each figure, by its name among all papers. */
export const saidOf = (has: readonly BesideIt[], records: RegisterKind): Map<string, Said[]> => {
  const said = new Map<string, Said[]>();
  for (const { from, to, released, toldTo } of has)
    for (const { threshold, figures } of released.filter((each) => each.records === records))
      for (const { key, shown } of figures) {
        const among = keptAmongAll(key, { from, to });
        said.set(among, [
          ...(said.get(among) ?? []),
          { threshold, shown, ...(toldTo === undefined ? {} : { toldTo }) },
        ]);
      }
  return said;
};
