import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Dimension } from './cross-table.js';
import { loadSolver } from './highs-solver.js';
import { hide } from './hide.js';
import { printedTable } from './printed-table.js';
import { type CountedRecord, releaseOf } from './release-of-records.js';
import type { Solver } from './solver.js';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const leaf = (code: string) => ({ code, parts: [] });
const team: Dimension = {
  name: 'team',
  places: [{ code: 'North', parts: [leaf('N1'), leaf('N2')] }, leaf('South'), leaf('West')],
};
const quarter: Dimension = { name: 'quarter', places: [leaf('Q1'), leaf('Q2')] };
const asked = { tables: [[team, quarter]], threshold: 10, insiders: 'team' };

/** So many disputes at one place, of which so many are about each child. */
const disputes = (place: string, when: string, count: number, aboutEach = 1): CountedRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    at: { team: place, quarter: when },
    children: [`${place} ${Math.floor(index / aboutEach)}`],
    staff: null,
  }));

const records = [
  ...disputes('N1', 'Q1', 12, 6),
  ...disputes('N1', 'Q2', 31),
  ...disputes('N2', 'Q1', 20),
  ...disputes('N2', 'Q2', 15),
  ...disputes('South', 'Q1', 40),
  ...disputes('South', 'Q2', 7),
  ...disputes('West', 'Q1', 33),
  ...disputes('West', 'Q2', 26),
];

describe('All figures of a table', () => {
  const release = releaseOf(records, asked);
  const figure = (key: string) => release.figures.find((each) => each.key === key);

  it('are counts of records at each place, at what it is a part of, and at everything', () => {
    expect(figure('quarter=Q1 team=N1')!.count).toBe(12);
    expect(figure('quarter=Q1 team=North')!.count).toBe(32);
    expect(figure('team=South')!.count).toBe(47);
    expect(figure('all')!.count).toBe(184);
  });

  it('are small by their children too, each of whom counts once', () => {
    expect(figure('quarter=Q1 team=N1')!.small).toBe(true);
    expect(figure('quarter=Q2 team=South')!.small).toBe(true);
    expect(figure('quarter=Q2 team=N1')!.small).toBe(false);
  });

  it('are judged by their number alone where one record does not say about whom it is', () => {
    const unsaid = records.map((record, index) => (index === 0 ? { ...record, children: null } : record));
    const { figures } = releaseOf(unsaid, asked);
    expect(figures.find(({ key }) => key === 'quarter=Q1 team=N1')!.small).toBe(false);
  });

  it('are 0 at a place without a record', () => {
    const { figures } = releaseOf([], asked);
    expect(figures.map(({ count, small }) => ({ count, small }))).toEqual(
      figures.map(() => ({ count: 0, small: false })),
    );
  });

  it('are counted once where two tables show them', () => {
    const twice = releaseOf(records, { ...asked, tables: [[team, quarter], [team]] });
    expect(twice.figures).toEqual(release.figures);
    expect(twice.sums.filter(({ total }) => total === 'all')).toHaveLength(2);
  });

  it('are of places that the table has', () => {
    expect(() => releaseOf(disputes('East', 'Q1', 1), asked)).toThrow('No place "East"');
  });
});

describe('A table that is printed', () => {
  it('shows what is hidden as c, the same in rows and totals, and says so', () => {
    const release = releaseOf(records, asked);
    const { hidden, impossible } = hide(release, solver);
    expect(impossible).toEqual([]);
    const table = printedTable([team, quarter], release, hidden, new Set(), (_, code) => `The ${code}`);
    expect(table.columns).toEqual(['The Q1', 'The Q2', 'Total']);
    expect(table.rows.map(({ label }) => label)).toEqual([
      ...['The N1', 'The N2', 'The North', 'The South', 'The West', 'Total'],
    ]);
    const south = table.rows.find(({ label }) => label === 'The South')!;
    expect(south.cells[1]).toBe('c');
    expect(table.rows.flatMap(({ cells }) => cells).filter((cell) => cell === 'c')).toHaveLength(hidden.size);
    expect(table.notes).toHaveLength(1);
  });

  it('has no note where nothing is hidden', () => {
    const release = releaseOf([...disputes('N1', 'Q1', 12), ...disputes('South', 'Q2', 10)], asked);
    const table = printedTable([team, quarter], release, new Set(), new Set(), (_, code) => code);
    expect(table.rows.at(-1)).toEqual({ label: 'Total', cells: [12, 10, 22] });
    expect(table.notes).toEqual([]);
  });
});
