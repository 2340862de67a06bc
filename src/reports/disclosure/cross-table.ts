import type { Sum } from './release.js';

/** A place in a dimension, with what it is made of: a service of its teams, a year of its quarters. */
export interface Place {
  readonly code: string;
  readonly parts: readonly Place[];
}

/** A dimension by which a table counts: the whole, and its parts. */
export interface Dimension {
  readonly name: string;
  /** The parts of the whole. */
  readonly places: readonly Place[];
}

/** The position of a figure: a place in each dimension that is named; the whole in each that is not. */
export type Position = Readonly<Record<string, string>>;

/** The key of a figure: the same in every table that holds it, whatever other dimensions that table has. */
export const keyAt = (position: Position): string =>
  Object.keys(position)
    .sort()
    .map((name) => `${name}=${encodeURIComponent(position[name]!)}`)
    .join(' ') || EVERYTHING;

const EVERYTHING = 'all';

/** Every position of a table, its totals among them. */
export const positionsOf = (dimensions: readonly Dimension[]): Position[] =>
  dimensions.reduce<Position[]>(
    (positions, { name, places }) =>
      positions.flatMap((position) => [
        position,
        ...everyPlace(places).map(({ code }) => ({ ...position, [name]: code })),
      ]),
    [{}],
  );

/** Every sum of a table: along each dimension, at each place that has parts, wherever one stands in the others. */
export const sumsOf = (dimensions: readonly Dimension[]): Sum[] =>
  dimensions.flatMap(({ name, places }) => {
    const others = positionsOf(dimensions.filter((other) => other.name !== name));
    const wholes = [
      { at: {}, parts: places },
      ...everyPlace(places).map(({ code, parts }) => ({ at: { [name]: code }, parts })),
    ];
    return others.flatMap((position) =>
      wholes
        .filter(({ parts }) => parts.length > 0)
        .map(({ at, parts }) => ({
          total: keyAt({ ...position, ...at }),
          parts: parts.map(({ code }) => keyAt({ ...position, [name]: code })),
        })),
    );
  });

/** The figures that stand at one place of a dimension, wherever they stand in the others: what a team knows of itself. */
export const keysAt = (dimensions: readonly Dimension[], name: string, code: string): Set<string> =>
  new Set(
    positionsOf(dimensions)
      .filter((position) => position[name] === code)
      .map(keyAt),
  );

const everyPlace = (places: readonly Place[]): Place[] =>
  places.flatMap((place) => [place, ...everyPlace(place.parts)]);
