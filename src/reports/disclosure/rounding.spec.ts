import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSolver } from './highs-solver.js';
import type { Release } from './release.js';
import { nearBelow, pinnedDown, rounded } from './rounding.js';
import type { Solver } from './solver.js';

/** Teams of a council, and their total. */
const ofTeams = (counts: readonly number[], insiders: readonly number[] = []): Release => ({
  figures: [
    ...counts.map((count, team) => ({ key: `team ${team}`, count, small: count > 0 && count < 10 })),
    { key: 'all', count: counts.reduce((a, b) => a + b, 0), small: false },
  ],
  sums: [{ total: 'all', parts: counts.map((_, team) => `team ${team}`) }],
  threshold: 10,
  insiders: insiders.map((team) => new Set([`team ${team}`])),
});
const asPrinted = ({ figures }: Release): Map<string, number> =>
  new Map(figures.map(({ key, count }) => [key, rounded(count)]));

describe('Numbers that are rounded', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  it('are printed to the nearest 5', () => {
    expect([0, 1, 2, 3, 7, 8, 12, 13].map(rounded)).toEqual([0, 0, 0, 5, 5, 10, 10, 15]);
  });

  it('lie near one another where fewer records than the threshold may lie between', () => {
    expect(nearBelow('hidden', 5)).toBe(5);
    // 110 of 112 records and 115 of 113 lie one record apart.
    expect(nearBelow('rounded', 5)).toBeGreaterThan(5);
    expect(nearBelow('rounded', 10)).toBeLessThan(15);
  });

  it('keep a small number that could be another', () => {
    const release = ofTeams([4, 17, 18], [0, 1, 2]);
    expect(pinnedDown(release, asPrinted(release), solver)).toEqual([]);
  });

  it('give one away that the sum leaves no choice', () => {
    // Each prints 0 and is 2 at most; their total prints 10 and is 8 at least.
    const release = ofTeams([2, 2, 2, 2]);
    expect(asPrinted(release).get('all')).toBe(10);
    expect(pinnedDown(release, asPrinted(release), solver).map(({ key }) => key)).toEqual([
      ...['team 0', 'team 1', 'team 2', 'team 3'],
    ]);
  });

  it('are looked at as a team reads them, which knows its own', () => {
    // The total prints 15, and is 13 at least. The last team prints 5, and may be 7 for the others; it knows that it is 5, so each other is 2.
    const release = ofTeams([2, 2, 2, 2, 5], [4]);
    expect(pinnedDown(release, asPrinted(release), solver)).toEqual(
      [0, 1, 2, 3].map((team) => ({ key: `team ${team}`, insider: 0 })),
    );
  });

  it('say nothing of a number that is printed nowhere and follows from nothing', () => {
    const release = ofTeams([4, 17, 18]);
    expect(pinnedDown(release, new Map([['team 1', 15]]), solver)).toEqual([]);
  });
});
