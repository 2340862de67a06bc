import { beforeAll, describe, expect, it } from '@jest/globals';
import { layoutOf, layoutsOfUse, MOST_HIDDEN } from './coarser.js';
import { type Dimension, keyAt, type Position, positionsOf, sumsOf } from './cross-table.js';
import { hide } from './hide.js';
import { loadSolver } from './highs-solver.js';
import type { Release } from './release.js';
import type { Solver } from './solver.js';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const leaf = (code: string) => ({ code, parts: [] });
const group = (code: string, ...parts: string[]) => ({ code, parts: parts.map(leaf) });
const team: Dimension = { name: 'team', places: [group('North', 'N1', 'N2', 'N3'), group('South', 'S1', 'S2', 'S3')] };
const quarter: Dimension = { name: 'quarter', places: [group('H1', 'Q1', 'Q2'), group('H2', 'Q3', 'Q4')] };

/** Every team has so many records in every quarter. */
const releaseOfEach =
  (each: number) =>
  (dimensions: readonly Dimension[]): Release => {
    const leavesAt = (position: Position): number =>
      [team, quarter]
        .map(({ name, places }) => leavesBelow(places, position[name]))
        .reduce((product, leaves) => product * leaves, each);
    return {
      figures: positionsOf(dimensions).map((position) => {
        const count = leavesAt(position);
        return { key: keyAt(position), count, small: count < 10 };
      }),
      sums: sumsOf(dimensions),
      threshold: 10,
      insiders: [],
    };
  };

const leavesBelow = (places: Dimension['places'], code: string | undefined): number =>
  places.reduce((sum, place) => {
    const isHere = code === undefined || place.code === code;
    if (place.parts.length === 0) return sum + (isHere ? 1 : 0);
    return sum + leavesBelow(place.parts, isHere ? undefined : code);
  }, 0);

const codesIn = ({ places }: Dimension): string[] =>
  places.flatMap(({ code, parts }) => [code, ...codesIn({ name: '', places: parts })]);

describe('A table in which most numbers are small', () => {
  it('prints nothing but totals by hiding alone', () => {
    const release = releaseOfEach(2)([team, quarter]);
    const { figures, printed } = layoutOf([team, quarter], release, hide(release, solver));
    expect(printed).toBeLessThan((1 - MOST_HIDDEN) * figures);
  });

  it('prints by services, by half-years, or by one of both', () => {
    const layouts = layoutsOfUse([team, quarter], releaseOfEach(2), solver);
    for (const { figures, printed } of layouts) expect(printed).toBeGreaterThanOrEqual((1 - MOST_HIDDEN) * figures);
    const [best] = layouts;
    expect(best!.dimensions.map(({ name }) => name)).toEqual(['team', 'quarter']);
    expect(best!.dimensions.flatMap(codesIn)).not.toContain('N1');
    expect(layouts.map(({ dimensions }) => dimensions.map(({ name }) => name).join(' '))).toContain('quarter');
  });

  it('is left as it is where every number is large', () => {
    const [best] = layoutsOfUse([team, quarter], releaseOfEach(10), solver);
    expect(best!.dimensions).toEqual([team, quarter]);
    expect(best!.printed).toBe(best!.figures);
  });
});
