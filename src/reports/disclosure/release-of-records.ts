import { type Dimension, keyAt, keysAt, type Place, type Position, positionsOf, sumsOf } from './cross-table.js';
import type { Release } from './release.js';
import { isSmall } from './small.js';

/** A record as tables count it: where it stands, and about whom it is. */
export interface CountedRecord {
  /** Its innermost place in each dimension: the team, the month or quarter, the theme. */
  readonly at: Position;
  /** Ids of the children; null where its register has no column for them. */
  readonly children: readonly string[] | null;
  /** Of an acknowledgement, ids of those who were thanked; null of a dispute, and where nobody wrote them down. */
  readonly staff: readonly string[] | null;
}

export interface TablesAsked {
  /** The dimensions of each table, with all their places, also those without a record: zero prints. */
  readonly tables: readonly (readonly Dimension[])[];
  readonly threshold: number;
  /** The dimension whose places know their own figures. */
  readonly insiders: string;
  /** The dimensions with all their places, where tables show fewer: a record stands in its team, and a table may show services alone. */
  readonly inFull?: readonly Dimension[];
}

/**
 * All figures of some tables of the same records. A child is counted once at each place, however many records are about it, so a total may
 * be about fewer children than its parts together.
 * @throws Error for a record at a place that a dimension does not have
 */
export const releaseOf = (
  records: readonly CountedRecord[],
  { tables, threshold, insiders, inFull = [] }: TablesAsked,
): Release => {
  const positions = new Map(tables.flatMap((dimensions) => positionsOf(dimensions).map((each) => [keyAt(each), each])));
  const counted = new Map([...positions.keys()].map((key) => [key, new Counting()]));
  for (const dimensions of tables)
    for (const record of records)
      for (const position of everyWider(record.at, dimensions, inFull)) counted.get(keyAt(position))!.add(record);
  const knowing = placesOf(tables.flat().filter(({ name }) => name === insiders)[0]?.places ?? []);
  return {
    figures: [...counted].map(([key, counting]) => {
      const { records: count, children, staff } = counting.of();
      return { key, count, small: isSmall({ records: count, children, staff }, threshold) };
    }),
    sums: [...new Map(tables.flatMap(sumsOf).map((sum) => [JSON.stringify(sum), sum])).values()],
    threshold,
    insiders: knowing.map((code) => new Set(tables.flatMap((dimensions) => [...keysAt(dimensions, insiders, code)]))),
  };
};

/** Records at one place, each counted once although several tables show the place. */
class Counting {
  private readonly records = new Set<CountedRecord>();

  add(record: CountedRecord): void {
    this.records.add(record);
  }

  of(): { records: number; children: number | null; staff: number | null } {
    const all = [...this.records];
    return {
      records: all.length,
      children: distinct(all.map(({ children }) => children)),
      staff: distinct(all.map(({ staff }) => staff)),
    };
  }
}

/** How many there are in all; null where one record does not say. */
const distinct = (lists: readonly (readonly string[] | null)[]): number | null => {
  const known = lists.filter((list) => list !== null);
  return known.length < lists.length ? null : new Set(known.flat()).size;
};

/** The positions of a record in a table: its own place, and each of which this one is a part, in each dimension, as far as it is shown. */
const everyWider = (at: Position, dimensions: readonly Dimension[], inFull: readonly Dimension[]): Position[] =>
  dimensions.reduce<Position[]>(
    (positions, { name, places }) => {
      const path = pathTo(at[name], inFull.find((full) => full.name === name)?.places ?? places);
      if (path === null) throw new Error(`No place "${at[name]}" in the dimension ${name}.`);
      const shown = path.filter((code) => pathTo(code, places) !== null);
      return positions.flatMap((position) => [position, ...shown.map((code) => ({ ...position, [name]: code }))]);
    },
    [{}],
  );

/** A place and those that it is a part of; null if it does not exist. */
const pathTo = (code: string | undefined, places: readonly Place[]): string[] | null => {
  for (const place of places) {
    if (place.code === code) return [place.code];
    const below = pathTo(code, place.parts);
    if (below !== null) return [place.code, ...below];
  }
  return null;
};

const placesOf = (places: readonly Place[]): string[] =>
  places.flatMap(({ code, parts }) => (parts.length === 0 ? [code] : placesOf(parts)));
