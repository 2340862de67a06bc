import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadSolver } from '../../src/reports/disclosure/highs-solver.js';
import { hide } from '../../src/reports/disclosure/hide.js';
import type { Release } from '../../src/reports/disclosure/release.js';
import type { Solver } from '../../src/reports/disclosure/solver.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { Attacker, type FoundOut, type Printed } from './attacker.js';
import { linkedTables, type RandomRelease, tables, THRESHOLD } from './random-releases.js';

/* G1: from all that is printed nobody works out a hidden figure, nor does a team that knows its own. */

const TABLES = casesOf('disclosure');
/** For five tables one set of linked tables. */
const LINKED = Math.ceil(TABLES / 5);

let solver: Solver;
let attacker: Attacker;
beforeAll(async () => {
  [solver, attacker] = await Promise.all([loadSolver(), Attacker.ready()]);
});

const printedOf = ({ figures }: Release, hidden: ReadonlySet<string>): Printed =>
  new Map(figures.map(({ key, count }) => [key, hidden.has(key) ? 'c' : count]));

/** Figures found out by readers whose own they are not. */
const attack = (release: RandomRelease, hidden: ReadonlySet<string>): FoundOut[] => {
  const counts = new Map(release.figures.map(({ key, count }) => [key, count]));
  const known = release.insiders.map((keys) => new Map([...keys].map((key) => [key, counts.get(key)!])));
  return attacker.attack(printedOf(release, hidden), release.sums, THRESHOLD, known).filter(isOfOthers(release));
};

/** A figure in which a team finds its own records alone is its own, in whatever table it stands: zeros print, so it may find that out. */
const isOfOthers =
  ({ own }: RandomRelease) =>
  ({ key, insider }: { readonly key: string; readonly insider: number | null }): boolean =>
    insider === null || !own[insider]!.has(key);

const done = { releases: 0, figures: 0, small: 0, others: 0 };
const holds = (release: RandomRelease): void => {
  const { hidden, impossible } = hide(release, solver);
  const small = smallIn(release);
  done.releases += 1;
  done.figures += release.figures.length;
  done.small += small.length;
  done.others += hidden.size - small.length;
  expect(impossible.filter(isOfOthers(release))).toEqual([]);
  expect(attack(release, hidden)).toEqual([]);
};

const smallIn = ({ figures }: Release): string[] => figures.filter(({ small }) => small).map(({ key }) => key);

describe('A hidden figure', () => {
  it(
    `stays hidden in ${TABLES} tables`,
    () => {
      fc.assert(fc.property(tables, holds), { numRuns: TABLES, seed });
    },
    patienceFor(TABLES),
  );

  it(
    `stays hidden in ${LINKED} sets of linked tables`,
    () => {
      fc.assert(fc.property(linkedTables, holds), { numRuns: LINKED, seed });
      report('disclosure', done);
    },
    patienceFor(LINKED),
  );

  it('is found out by the same attacker where only the small figures are hidden', () => {
    const found = fc
      .sample(tables, { numRuns: 20, seed: 18 })
      .filter((release) => attack(release, new Set(smallIn(release))).length > 0);
    expect(found.length).toBeGreaterThan(0);
  });
});
