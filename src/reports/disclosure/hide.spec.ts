import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSolver } from './highs-solver.js';
import { hide } from './hide.js';
import type { Figure, Release, Sum } from './release.js';
import type { Solver } from './solver.js';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** A table with its totals; rows are a, b, c …, columns 1, 2, 3 …; `a` is the total of a row, `1` that of a column, `all` of everything. */
const table = (rows: readonly (readonly number[])[], settled: Record<string, Figure['settled']> = {}): Release => {
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count);
  const letters = rows.map((_, row) => 'abcdefgh'[row]!);
  const numbers = rows[0]!.map((_, column) => `${column + 1}`);
  rows.forEach((row, r) =>
    row.forEach((count, c) => {
      for (const key of [`${letters[r]!}${numbers[c]!}`, letters[r]!, numbers[c]!, 'all']) add(key, count);
    }),
  );
  const sums: Sum[] = [
    ...letters.map((row) => ({ total: row, parts: numbers.map((column) => `${row}${column}`) })),
    ...numbers.map((column) => ({ total: column, parts: letters.map((row) => `${row}${column}`) })),
    { total: 'all', parts: letters },
    { total: 'all', parts: numbers },
  ];
  const figures = [...counts].map(([key, count]) => ({
    ...{ key, count, small: count > 0 && count < 10 },
    ...(settled[key] === undefined ? {} : { settled: settled[key] }),
  }));
  return { figures, sums, threshold: 10, insiders: [] };
};

const hiddenIn = (release: Release): string[] => [...hide(release, solver).hidden].sort();

describe('The hidden cells of a table', () => {
  it('is nothing where nothing is small', () => {
    expect(hiddenIn(table([[10, 20], [30, 40]]))).toEqual([]); // prettier-ignore
  });

  it('is as little as keeps one small figure: a rectangle with the lowest counts', () => {
    const release = table([
      [4, 50, 20],
      [60, 70, 80],
      [30, 90, 25],
    ]);
    expect(hiddenIn(release)).toEqual(['a1', 'a3', 'c1', 'c3']);
  });

  it('is no zero: it prints, and takes no part in keeping another', () => {
    const release = table([
      [4, 0, 20],
      [60, 70, 80],
      [30, 0, 25],
    ]);
    expect(hiddenIn(release)).toEqual(['a1', 'a3', 'c1', 'c3']);
  });

  it('is more than two small figures whose sum would give both away', () => {
    const hidden = hiddenIn(table([[1, 1, 40, 50]]));
    expect(hidden.length).toBeGreaterThan(2);
  });

  it('leaves what must be printed as it is', () => {
    const release = table([[4, 15], [30, 40]], { all: 'printed', a: 'printed', '1': 'printed' }); // prettier-ignore
    const hiding = hide(release, solver);
    for (const key of ['all', 'a', '1']) expect(hiding.hidden.has(key)).toBe(false);
    expect(hiding.impossible).toEqual([]);
  });

  it('names what cannot be kept, because everything around it is settled', () => {
    const release = table([[4, 15], [30, 40]], { a: 'printed', a2: 'printed' }); // prettier-ignore
    expect(hide(release, solver).impossible).toEqual([{ key: 'a1', insider: null }]);
  });

  it('keeps a figure from a neighbour who knows its own', () => {
    const release = table([
      [4, 50],
      [6, 60],
      [30, 70],
    ]);
    const alone = hide({ ...release, threshold: 5 }, solver);
    expect(alone.impossible).toEqual([]);
    // A reader who knows b takes it off the column, so a third figure of the column is hidden.
    const known = hide({ ...release, insiders: [new Set(['b', 'b1', 'b2'])] }, solver);
    expect(known.hidden.has('c1') || known.hidden.has('1')).toBe(true);
    expect(known.impossible).toEqual([]);
  });

  it('keeps a number that was printed otherwise before, but for those who know what came to it', () => {
    const settledAs = (settled: Figure['settled']): Release => ({
      ...{ threshold: 10, sums: [{ total: 'all', parts: ['a', 'b'] }], insiders: [new Set(['a']), new Set(['b'])] },
      figures: [
        { key: 'a', count: 15, small: false, settled: 'printed' },
        { key: 'b', count: 27, small: false, settled },
        { key: 'all', count: 42, small: false, settled },
      ],
    });
    const { hidden, impossible } = hide(settledAs('revised'), solver);
    expect([[...hidden].sort(), impossible]).toEqual([['all', 'b'], []]);
    // Who knows b knows the whole: what was hidden before must be kept from them too.
    expect(hide(settledAs('hidden'), solver).impossible).toEqual([{ key: 'all', insider: 1 }]);
  });

  it('is the same each time', () => {
    const release = table([
      [4, 12, 3, 30],
      [11, 2, 15, 9],
      [8, 40, 7, 21],
    ]);
    expect(hiddenIn(release)).toEqual(hiddenIn(release));
  });

  it.each<[string, Release]>([
    ['a figure that is no sum', { ...table([[4, 15]]), sums: [{ total: 'a', parts: ['a1'] }] }],
    ['a figure twice', { ...table([[4]]), figures: [...table([[4]]).figures, ...table([[4]]).figures] }],
    ['a sum of what it has not', { ...table([[4]]), sums: [{ total: 'z', parts: [] }] }],
    ['a threshold of nothing', { ...table([[4]]), threshold: 0 }],
  ])('is refused of %s', (_, release) => expect(() => hide(release, solver)).toThrow());
});
