import { refuse } from '../../../platform/decider.js';
import { listedInWords } from '../../../platform/listed-in-words.js';
import type { RegisterKind } from '../../../register/events.js';
import type { Rounder } from '../../disclosure/hider.js';
import type { Need, Release } from '../../disclosure/release.js';
import { nearBelow, rounded } from '../../disclosure/rounding.js';
import type { BesideIt } from './beside-it.js';
import {
  figuresOfPaper,
  type Hidden,
  releaseTo,
  type RecordsCounted,
  untilItTakesTooLong,
} from './hidden-among-all.js';
import { RECORDS_IN_WORDS } from '../in-words.js';
import { type TableCode, tableInWords, tablesWith } from './layouts.js';
import { keptAmongAll, type PartOfRelease, positionIn } from './linked-release.js';
import { type Circle, circlesOf, insidersAmong } from './readers.js';
import { saidOf } from './settled.js';

/**
 * Looks whether a reader works out a small number from a paper of rounded numbers and all that this reader has already. Nothing is hidden;
 * a number that was printed otherwise before, and by so little that few records lie between, reads “revised”.
 * @throws Refusal `cannot-be-kept`, `takes-too-long`
 */
export const roundedAmongAll = async (
  records: RegisterKind,
  own: PartOfRelease,
  release: Release,
  besides: readonly BesideIt[],
  counted: RecordsCounted,
  rounder: Rounder,
): Promise<Hidden> => {
  const about = besides.filter(({ released }) => released.some((each) => each.records === records));
  const names = new Map(figuresOfPaper(release, own).map((key) => [keptAmongAll(key, own.days), key]));
  const revised = new Set<string>();
  for (const circle of circlesOf(about, release.threshold)) {
    const { all, before, now, changed } = printedTo(circle, records, releaseTo(circle, records, own, counted), names);
    for (const key of changed) revised.add(names.get(key)!);
    const found = await untilItTakesTooLong(rounder.pinned(all, new Map([...before, ...now])));
    // What readers worked out before this paper, from older ones or from what they were told, it does not give away.
    const known = found.length === 0 ? [] : await untilItTakesTooLong(rounder.pinned(all, before));
    const isKnown = (need: Need): boolean =>
      known.some(({ key, insider }) => key === need.key && insider === need.insider);
    const pinned = found.filter((need) => !isKnown(need));
    if (pinned.length > 0)
      refuse(
        'cannot-be-kept',
        workedOutIn(
          records,
          own.tables,
          pinned.flatMap(({ key }) => names.get(key) ?? []),
        ),
      );
  }
  return { hidden: new Set(), revised };
};

/** Names the tables from which a small number follows; all of them where it is of days or tables of another paper. */
export const workedOutIn = (records: RegisterKind, tables: readonly TableCode[], keys: readonly string[]): string => {
  const guilty = new Set(keys.flatMap((key) => tablesWith(positionIn(key), tables)));
  const named = (guilty.size === 0 ? tables : tables.filter((code) => guilty.has(code))).map(
    (code) => `“${RECORDS_IN_WORDS[records]} ${tableInWords(code)}”`,
  );
  return (
    `${named.length === 1 ? 'In the table' : 'In the tables'} ${listedInWords(named)} a small number could be worked out although every number is rounded. ` +
    `${named.length === 1 ? 'Choose a wider one' : 'Choose fewer, or wider ones'}.`
  );
};

interface PrintedTo {
  readonly all: Release;
  /** The rounded numbers that the readers have of older papers, as far as they still hold. */
  readonly before: ReadonlyMap<string, number>;
  /** Those of this paper. */
  readonly now: ReadonlyMap<string, number>;
  /** Figures of this paper that were printed with another number. */
  readonly changed: ReadonlySet<string>;
}

const printedTo = (
  { has }: Circle,
  records: RegisterKind,
  release: Release,
  names: ReadonlyMap<string, string>,
): PrintedTo => {
  const said = saidOf(has, records);
  const [before, now, told] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, Set<string>>(),
  ] as const;
  const changed = new Set<string>();
  const isNear = (one: number, other: number): boolean =>
    one !== other && Math.abs(one - other) < nearBelow('rounded', release.threshold);
  for (const { key, count } of release.figures) {
    const ofFigure = said.get(key) ?? [];
    for (const { toldTo, shown } of ofFigure)
      if (toldTo !== undefined && shown === count) told.set(toldTo, (told.get(toldTo) ?? new Set<string>()).add(key));
    const printed = rounded(count);
    const ofPapers = ofFigure.flatMap(({ toldTo, shown }) =>
      toldTo === undefined && typeof shown === 'number' ? [shown] : [],
    );
    if (ofPapers.includes(printed)) before.set(key, printed);
    if (!names.has(key)) continue;
    if (ofPapers.some((each) => each !== printed && isNear(each, printed))) changed.add(key);
    else now.set(key, printed);
  }
  return {
    ...{ before, now, changed },
    all: { ...release, insiders: insidersAmong(release, new Set(), told), untold: release.insiders.length },
  };
};
