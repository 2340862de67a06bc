import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import type { FiguresFrozen } from '../events.js';
import { keyAt } from '../../disclosure/cross-table.js';
import { type CountedDays, countedRecords, type Days, type RecordInFigures } from './counted-records.js';
import { keysByName, RECORDS } from './figures-of.js';
import { releaseOfTables, type TableCode } from './layouts.js';
import { keptOfDays } from './linked-release.js';
import { type Places, placesOf } from './places.js';

/** Records of a figure that it counts now and did not count when it was published, and the other way round; by reference. */
export interface ChangesOfFigure {
  readonly came: readonly string[];
  readonly left: readonly string[];
}

/** The records of each kind, as they were counted at one time. */
export type RecordsByKind = ReadonlyMap<RegisterKind, readonly RecordInFigures[]>;

export const recordsByKind = (days: CountedDays, readModels: ReadModels): RecordsByKind =>
  new Map(RECORDS.map((records) => [records, countedRecords(records, days, readModels)]));

/** The days of a report, and those that some of its tables count: the same, or three years. */
export interface DaysCounted {
  readonly days: Days;
  readonly counted: Days;
}

/** By which records each figure of a report has changed, by its name; a record that was put elsewhere leaves one figure and comes to another. */
export const changesByFigure = (
  { measures, layout }: Pick<FiguresFrozen, 'measures' | 'layout'>,
  { days, counted }: DaysCounted,
  { before, now }: { readonly before: RecordsByKind; readonly now: RecordsByKind },
  readModels: ReadModels,
): Map<string, ChangesOfFigure> => {
  const changes = new Map<string, ChangesOfFigure>();
  for (const records of RECORDS) {
    const [then, today] = [before.get(records)!, now.get(records)!];
    const places = placesOf(records, counted, [...then, ...today], readModels);
    const codes = layout.filter((each) => each.records === records).map(({ table }) => table);
    const [wereThere, areThere] = [new Set(then.map(whereItStands)), new Set(today.map(whereItStands))];
    const moved = [
      ...then.filter((each) => !areThere.has(whereItStands(each))),
      ...today.filter((each) => !wereThere.has(whereItStands(each))),
    ];
    const references = [...new Set(moved.map(({ reference }) => reference))];
    const keysOf = (all: readonly RecordInFigures[], reference: string): ReadonlySet<string> =>
      keysIn(
        all.filter((each) => each.reference === reference),
        { codes, places, days, counted },
      );
    const keys = references.map((reference) => ({
      ...{ reference, then: keysOf(then, reference), today: keysOf(today, reference) },
    }));
    for (const [name, its] of keysByName(records, { measures, codes, days, places }))
      changes.set(name, {
        came: keys
          .filter((each) => its.some((key) => each.today.has(key) && !each.then.has(key)))
          .map(({ reference }) => reference),
        left: keys
          .filter((each) => its.some((key) => each.then.has(key) && !each.today.has(key)))
          .map(({ reference }) => reference),
      });
  }
  return changes;
};

const whereItStands = ({ reference, at }: RecordInFigures): string => `${reference} ${keyAt(at)}`;

/** The figures that some records count in. */
const keysIn = (
  records: readonly RecordInFigures[],
  { codes, places, days, counted }: { readonly codes: readonly TableCode[]; readonly places: Places } & DaysCounted,
): ReadonlySet<string> =>
  new Set(
    releaseOfTables(codes, records, places, 1)
      .figures.filter(({ count }) => count > 0)
      .map(({ key }) => (counted === days ? key : keptOfDays(key, counted))),
  );
