import { refuse } from '../../../platform/decider.js';
import type { RegisterKind } from '../../../register/events.js';
import type { Hider } from '../../disclosure/hider.js';
import { HidingTakesTooLong } from '../../disclosure/hiding-thread.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import type { Release } from '../../disclosure/release.js';
import type { BesideIt } from './beside-it.js';
import type { Days } from './counted-records.js';
import {
  apartByDays,
  keptAmongAll,
  keyOfTotal,
  linkedRelease,
  type PartOfRelease,
  totalsIn,
} from './linked-release.js';
import type { Places } from './places.js';
import { type Circle, circlesOf } from './readers.js';
import { settledBy } from './settled.js';

/** What is hidden in a paper, and which of it was printed before with another number. */
export interface Hidden {
  readonly hidden: ReadonlySet<string>;
  readonly revised: ReadonlySet<string>;
}

export const NOTHING_HIDDEN: Hidden = { hidden: new Set(), revised: new Set() };

/** The records of one kind, and the places at which they are counted. */
export interface RecordsCounted {
  countedIn(days: Days): CountedRecord[];
  placesIn(days: Days, counted: readonly CountedRecord[]): Places;
}

/**
 * What must be hidden of a paper, so that no reader works out a small number from it and all that this reader has already. What is hidden
 * from one circle of readers is hidden from all.
 */
export const hiddenAmongAll = async (
  records: RegisterKind,
  own: PartOfRelease,
  release: Release,
  besides: readonly BesideIt[],
  counted: RecordsCounted,
  hider: Hider,
): Promise<Hidden> => {
  const about = besides.filter(({ released }) => released.some((each) => each.records === records));
  const hidden = new Set<string>();
  const changed = new Set<string>();
  for (const circle of circlesOf(about, release.threshold)) {
    const settled = settledBy(circle.has, records, releaseTo(circle, records, own, counted));
    for (const key of [...(await hiddenIn(settled.release, hider)), ...settled.keptBack]) hidden.add(key);
    for (const key of settled.changed) changed.add(key);
  }
  const those = (among: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(figuresOfPaper(release, own).filter((key) => among.has(keptAmongAll(key, own.days))));
  return { hidden: those(hidden), revised: those(changed) };
};

/** The paper and all that a circle of readers has, as one release. */
export const releaseTo = (
  { has, threshold }: Circle,
  records: RegisterKind,
  own: PartOfRelease,
  { countedIn, placesIn }: RecordsCounted,
): Release => {
  const before = has.map(({ from, to, layout, released }) => ({
    days: { from, to },
    tables: layout.filter((each) => each.records === records).map(({ table }) => table),
    totalsOf: totalsIn(
      released.flatMap((each) => (each.records === records ? each.figures.map(({ key }) => key) : [])),
    ),
  }));
  const parts = [own, ...before].flatMap(apartByDays);
  const all = countedIn({ from: earliest(parts), to: latest(parts) });
  // Teams stand in the services to which they belonged at the end of what this paper is about.
  const places = placesIn({ from: earliest(parts), to: own.days.to }, all);
  return linkedRelease(parts, countedIn, places, threshold);
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
 * @throws Refusal `cannot-be-kept` where something could be worked out, whatever is hidden, and `takes-too-long` where nobody waits for it
 */
const hiddenIn = async (release: Release, hider: Hider): Promise<ReadonlySet<string>> => {
  const { hidden, impossible } = await untilItTakesTooLong(hider.hide(release));
  // What a recipient can work out from what they were told, and from nothing of this paper, hiding would not take back.
  if (impossible.some(({ insider }) => insider === null || insider < (release.untold ?? Infinity)))
    refuse(
      'cannot-be-kept',
      'In these tables a small number could be worked out, whatever is hidden. Choose fewer, or wider ones.',
    );
  return hidden;
};

/** The keys of all figures that a paper prints. */
export const figuresOfPaper = ({ figures }: Release, { totalsOf }: PartOfRelease): string[] => [
  ...figures.map(({ key }) => key),
  ...totalsOf.map(keyOfTotal),
];

/** @throws Refusal `takes-too-long` */
export const untilItTakesTooLong = <Found>(finding: Promise<Found>): Promise<Found> =>
  finding.catch((error: unknown) => {
    if (!(error instanceof HidingTakesTooLong)) throw error;
    return refuse(
      'takes-too-long',
      'There are so many figures in these tables that what must be hidden is not found in time. Choose fewer, or wider ones.',
    );
  });
