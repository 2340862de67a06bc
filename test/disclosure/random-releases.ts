import fc from 'fast-check';
import {
  type Dimension,
  keyAt,
  keysAt,
  type Place,
  type Position,
  positionsOf,
  sumsOf,
} from '../../src/reports/disclosure/cross-table.js';
import type { Release } from '../../src/reports/disclosure/release.js';
import { isSmall } from '../../src/reports/disclosure/small.js';

/* Tables as councils have them: teams of services, quarters of halves, themes of groups, and few records in most places. */

export const THRESHOLD = 10;

const leaf = (code: string): Place => ({ code, parts: [] });
const groups = (prefix: string, sizes: readonly number[]): Place[] =>
  sizes.map((size, group) =>
    size === 1
      ? leaf(`${prefix}${group}`)
      : {
          code: `${prefix}${group}`,
          parts: Array.from({ length: size }, (_, each) => leaf(`${prefix}${group}.${each}`)),
        },
  );

const placesOf = (prefix: string, most: number): fc.Arbitrary<Place[]> =>
  fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: most }).map((sizes) => groups(prefix, sizes));

const teams = placesOf('T', 3).map((places): Dimension => ({ name: 'team', places }));
const quarters = fc
  .constantFrom(groups('Q', [1, 1]), groups('H', [2, 2]))
  .map((places): Dimension => ({ name: 'quarter', places }));
const themes = placesOf('D', 2).map((places): Dimension => ({ name: 'theme', places }));

const innermost = (dimensions: readonly Dimension[]): number =>
  dimensions.map(({ places }) => leavesOf(places).length).reduce((product, each) => product * each, 1);

const leavesOf = (places: readonly Place[]): string[] =>
  places.flatMap(({ code, parts }) => (parts.length === 0 ? [code] : leavesOf(parts)));

/** Mostly few, so that much is small, with some zeros and some that print. */
const count = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 9 }), weight: 4 },
  { arbitrary: fc.integer({ min: 10, max: 60 }), weight: 4 },
);
const cell = fc.record({ count, perChild: fc.integer({ min: 1, max: 3 }) });
type Cell = { readonly count: number; readonly perChild: number };

export interface RandomRelease extends Release {
  /** For each insider the keys of all figures that count no record but theirs. */
  readonly own: readonly ReadonlySet<string>[];
}

/** Every figure of a table of so many records in its innermost places, with what a team knows of itself. */
const releaseOf = (
  dimensions: readonly Dimension[],
  cells: readonly Cell[],
  tables: readonly (readonly string[])[],
): RandomRelease => {
  const counted = new Map<string, { records: number; children: number }>();
  const innermostPositions = dimensions.reduce<Record<string, string>[]>(
    (positions, { name, places }) =>
      positions.flatMap((position) => leavesOf(places).map((code) => ({ ...position, [name]: code }))),
    [{}],
  );
  const above = new Map(dimensions.flatMap(({ places }) => ancestors(places, [])));
  innermostPositions.forEach((position, index) => {
    const { count: records, perChild } = cells[index]!;
    const children = Math.ceil(records / perChild);
    for (const wider of everyWider(position, above)) {
      const before = counted.get(keyAt(wider)) ?? { records: 0, children: 0 };
      counted.set(keyAt(wider), { records: before.records + records, children: before.children + children });
    }
  });
  const shown = tables.map((names) => dimensions.filter(({ name }) => names.includes(name)));
  const keys = new Set(shown.flatMap((each) => positionsOf(each).map(keyAt)));
  const sums = shown.flatMap(sumsOf);
  const teamsShown = leavesOf(dimensions.find(({ name }) => name === 'team')!.places);
  const recordsAt = (position: Position): number => counted.get(keyAt(position))!.records;
  return {
    own: teamsShown.map(
      (team) =>
        new Set(
          shown.flatMap((each) =>
            positionsOf(each)
              .filter((position) => {
                const isTheirs = [undefined, team, ...above.get(team)!].includes(position.team);
                return isTheirs && recordsAt(position) === recordsAt({ ...position, team });
              })
              .map(keyAt),
          ),
        ),
    ),
    figures: [...keys].map((key) => {
      const { records, children } = counted.get(key)!;
      return { key, count: records, small: isSmall({ records, children, staff: null }, THRESHOLD) };
    }),
    sums: [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()],
    threshold: THRESHOLD,
    insiders: teamsShown.map((team) => new Set(shown.flatMap((each) => [...keysAt(each, 'team', team)]))),
  };
};

const ancestors = (places: readonly Place[], above: readonly string[]): [string, readonly string[]][] =>
  places.flatMap(({ code, parts }) => [
    [code, above] as [string, readonly string[]],
    ...ancestors(parts, [...above, code]),
  ]);

/** A position, and each one that it is a part of. */
const everyWider = (
  position: Record<string, string>,
  above: ReadonlyMap<string, readonly string[]>,
): Record<string, string>[] =>
  Object.entries(position).reduce<Record<string, string>[]>(
    (wider, [name, code]) =>
      wider.flatMap((each) => [each, ...[code, ...above.get(code)!].map((place) => ({ ...each, [name]: place }))]),
    [{}],
  );

const filled = (
  dimensions: fc.Arbitrary<Dimension[]>,
  tables?: readonly (readonly string[])[],
): fc.Arbitrary<RandomRelease> =>
  dimensions.chain((chosen) => {
    const cells = innermost(chosen);
    return fc
      .array(cell, { minLength: cells, maxLength: cells })
      .map((each) => releaseOf(chosen, each, tables ?? [chosen.map(({ name }) => name)]));
  });

/** One table of two dimensions. */
export const tables: fc.Arbitrary<RandomRelease> = filled(
  fc.oneof(fc.tuple(teams, quarters), fc.tuple(teams, themes)).map((dimensions) => [...dimensions]),
);

/** Several tables of the same records: by team and quarter, by team and theme, by theme and quarter. */
export const linkedTables: fc.Arbitrary<RandomRelease> = filled(
  fc.tuple(teams, quarters, themes).map((dimensions) => [...dimensions]),
  [
    ['team', 'quarter'],
    ['team', 'theme'],
    ['theme', 'quarter'],
  ],
);
