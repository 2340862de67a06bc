import { refuse } from '../../../platform/decider.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import type { Hider } from '../../disclosure/hider.js';
import { HidingTakesTooLong } from '../../disclosure/hiding-thread.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import { type Figure, isHiddenAnyway, type Release } from '../../disclosure/release.js';
import type { Unprinted } from '../../disclosure/what-prints.js';
import type { FiguresFrozen, ReportDrafted } from '../events.js';
import { countedRecords, type Days } from './counted-records.js';
import { keptAmongAll, keyOfTotal, linkedRelease, type PartOfRelease, totalsIn } from './linked-release.js';
import { placesOf } from './places.js';
import { allThatFollows } from './what-follows.js';

/** What went out with an edition before, about which days, and below which count it hid. */
export type BesideIt = Pick<FiguresFrozen, 'layout' | 'released'> &
  Pick<ReportDrafted, 'from' | 'to'> & {
    /** It was told to others than these readers: what it says is known, and nothing small is printed for that. */
    readonly isToldApart?: boolean;
  };

/** What is hidden in a paper, and which of it was printed before with another number. */
export interface Hidden {
  readonly hidden: ReadonlySet<string>;
  readonly revised: ReadonlySet<string>;
}

export const NOTHING_HIDDEN: Hidden = { hidden: new Set(), revised: new Set() };

/** What must be hidden of a paper, so that nothing follows from it and all that its readers have already. */
export const hiddenAmongAll = async (
  records: RegisterKind,
  own: PartOfRelease,
  release: Release,
  besides: readonly BesideIt[],
  readModels: ReadModels,
  hider: Hider,
): Promise<Hidden> => {
  const before = besides
    .filter(({ released }) => released.some((each) => each.records === records))
    .map(({ from, to, layout, released }) => ({
      days: { from, to },
      tables: layout.filter((each) => each.records === records).map(({ table }) => table),
      totalsOf: totalsIn(
        released.flatMap((each) => (each.records === records ? each.figures.map(({ key }) => key) : [])),
      ),
    }));
  const parts = [own, ...before];
  const countedIn = (days: Days): CountedRecord[] => countedRecords(records, days, readModels);
  const all = countedIn({ from: earliest(parts), to: latest(parts) });
  // Teams stand in the services to which they belonged at the end of what this paper is about.
  const places = placesOf(records, { from: earliest(parts), to: own.days.to }, all, readModels);
  const linked = linkedRelease(parts, countedIn, places, release.threshold);
  const { settled, changed, apart } = settledBy(besides, records, linked);
  const hidden = new Set([...(await hiddenIn(settled, hider)), ...apart]);
  const those = (among: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      [...release.figures.map(({ key }) => key), ...own.totalsOf.map(keyOfTotal)].filter((key) =>
        among.has(keptAmongAll(key, own.days)),
      ),
    );
  return { hidden: those(hidden), revised: those(changed) };
};

const allDays = (parts: readonly PartOfRelease[]): Days[] => parts.flatMap(({ days, totalsOf }) => [days, ...totalsOf]);
const earliest = (parts: readonly PartOfRelease[]): string =>
  allDays(parts)
    .map(({ from }) => from)
    .sort()[0]!;
const latest = (parts: readonly PartOfRelease[]): string =>
  allDays(parts)
    .map(({ to }) => to)
    .sort()
    .at(-1)!;

/**
 * What was printed of the same records before stays known, and what was hidden stays hidden. A number that has changed by less than the
 * threshold since is printed no more: both together would say how many records came or went.
 *
 * @returns apart: small figures that somebody has been told apart: they are known, and are not printed for all
 */
export const settledBy = (
  besides: readonly BesideIt[],
  records: RegisterKind,
  release: Release,
): { readonly settled: Release; readonly changed: ReadonlySet<string>; readonly apart: ReadonlySet<string> } => {
  const before = new Map<string, { threshold: number; shown: number | Unprinted; isToldApart: boolean }[]>();
  for (const { from, to, released, isToldApart = false } of besides)
    for (const { threshold, figures } of released.filter((each) => each.records === records))
      for (const { key, shown } of figures) {
        const among = keptAmongAll(key, { from, to });
        before.set(among, [...(before.get(among) ?? []), { threshold, shown, isToldApart }]);
      }
  const changed = new Set<string>();
  const apart = new Set<string>();
  const settled = (figure: Figure): Figure => {
    const shown = before.get(figure.key) ?? [];
    const printed = shown.filter((each) => each.shown === figure.count);
    if (printed.length > 0) {
      if (figure.small && printed.every(({ isToldApart }) => isToldApart)) apart.add(figure.key);
      return { ...figure, settled: 'printed' };
    }
    const isNear = (each: { shown: number | Unprinted }): boolean =>
      typeof each.shown === 'number' && Math.abs(each.shown - figure.count) < release.threshold;
    if (figure.count > 0 && shown.some(isNear)) {
      changed.add(figure.key);
      return { ...figure, settled: 'revised' };
    }
    const isKept = shown.some((each) => each.shown === 'c' && each.threshold === release.threshold);
    return isKept ? { ...figure, settled: 'hidden' } : figure;
  };
  const figures = release.figures.map(settled);
  return { changed, ...withWhatFollows({ ...release, figures }, apart) };
};

/**
 * What follows from figures that were printed or told is known before this paper, to everybody or to a team that knows its own: nothing that
 * is hidden here would change that, and nothing small is printed for that.
 */
const withWhatFollows = (
  release: Release,
  apart: ReadonlySet<string>,
): { readonly settled: Release; readonly apart: ReadonlySet<string> } => {
  const { figures, sums, insiders } = release;
  const isTold = ({ count, settled }: Figure): boolean => count === 0 || settled === 'printed';
  const told = figures.filter(isTold).map(({ key }) => key);
  const known = allThatFollows(new Set(told), sums);
  const followsFrom = (figure: Figure): boolean => !isTold(figure) && known.has(figure.key);
  const keptBack = figures.filter((figure) => followsFrom(figure) && isHiddenAnyway(figure)).map(({ key }) => key);
  return {
    apart: new Set([...apart, ...keptBack]),
    settled: {
      ...release,
      figures: figures.map((figure) => (followsFrom(figure) ? { ...figure, settled: 'printed' } : figure)),
      insiders: insiders.map((own) => allThatFollows(new Set([...own, ...told]), sums)),
    },
  };
};

/**
 * @throws Refusal `cannot-be-kept` where something could be worked out, whatever is hidden, and `takes-too-long` where nobody waits for it
 */
const hiddenIn = async (release: Release, hider: Hider): Promise<ReadonlySet<string>> => {
  const { hidden, impossible } = await hider.hide(release).catch((error: unknown) => {
    if (!(error instanceof HidingTakesTooLong)) throw error;
    return refuse(
      'takes-too-long',
      'There are so many figures in these tables that what must be hidden is not found in time. Choose fewer, or wider ones.',
    );
  });
  if (impossible.length > 0)
    refuse(
      'cannot-be-kept',
      'In these tables a small number could be worked out, whatever is hidden. Choose fewer, or wider ones.',
    );
  return hidden;
};
