import { describe, expect, it } from '@jest/globals';
import { workedOut, wronglyPrinted } from './proof.js';
import type { Deviation, Release } from './release.js';

/** A row of three figures and its total. */
const release: Release = {
  figures: [
    { key: 'a', count: 4, small: true },
    { key: 'b', count: 20, small: false },
    { key: 'c', count: 0, small: false },
    { key: 'all', count: 24, small: false },
  ],
  sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  threshold: 10,
  insiders: [new Set(['b'])],
};
const deviation = (changes: Record<string, number>): Deviation => new Map(Object.entries(changes));
const far = deviation({ a: 6, b: -6 });
const beside = deviation({ a: 6, all: 6 });

describe('The proof that a hidden figure cannot be worked out', () => {
  it('holds where another set of counts agrees with all that is printed, for each reader', () => {
    const other = deviation({ b: 1, all: 1 });
    expect(workedOut(release, new Set(['a', 'b', 'all']), [far, beside, other])).toEqual([]);
  });

  it('names the reader who knows too much', () => {
    expect(workedOut(release, new Set(['a', 'b']), [far])).toEqual([{ key: 'a', insider: 0 }]);
  });

  it.each<[string, string[], Record<string, number>]>([
    ['changes what is printed', ['a'], { a: 6, b: -6 }],
    ['adds up to something else', ['a', 'b'], { a: 6, b: -5 }],
    ['makes a hidden figure nothing, and zeros are printed', ['a', 'b'], { a: 20, b: -20 }],
    ['does not reach the threshold', ['a', 'b'], { a: 5, b: -5 }],
    ['is no whole number', ['a', 'b'], { a: 6.5, b: -6.5 }],
    ['names a figure that is not there', ['a', 'b', 'z'], { a: 6, b: -6, z: 1 }],
  ])('does not hold by a set that %s', (_, hidden, changes) =>
    expect(workedOut(release, new Set(hidden), [deviation(changes)])).toContainEqual({ key: 'a', insider: null }),
  );

  it('is not given for a figure without a set of counts', () =>
    expect(workedOut({ ...release, insiders: [] }, new Set(['a', 'b']), [])).toEqual([
      { key: 'a', insider: null },
      { key: 'b', insider: null },
    ]));
});

describe('Figures that must not be printed', () => {
  it('is a small figure, or one that was hidden before', () => {
    const before: Release = {
      ...release,
      figures: [...release.figures, { key: 'd', count: 30, small: false, settled: 'hidden' }],
    };
    expect(wronglyPrinted(before, new Set())).toEqual(['a', 'd']);
  });

  it('is the other way about for zeros, and for what is known outside', () => {
    const known: Release = {
      ...release,
      figures: [...release.figures, { key: 'd', count: 3, small: true, settled: 'printed' }],
    };
    expect(wronglyPrinted(known, new Set(['a', 'c', 'd']))).toEqual(['c', 'd']);
  });
});
