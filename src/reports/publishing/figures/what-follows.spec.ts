import { describe, expect, it } from '@jest/globals';
import { allThatFollows } from './what-follows.js';

const sums = [
  { total: 'year', parts: ['first half', 'second half'] },
  { total: 'first half', parts: ['Q1', 'Q2'] },
];

describe('What follows from figures that are known', () => {
  it('is the part that is missing of a total', () =>
    expect([...allThatFollows(new Set(['year', 'second half']), sums)]).toContain('first half'));
  it('is what follows from that again', () =>
    expect([...allThatFollows(new Set(['year', 'second half', 'Q1']), sums)]).toContain('Q2'));
  it('is nothing where two are missing', () =>
    expect([...allThatFollows(new Set(['year', 'Q1']), sums)]).toEqual(['year', 'Q1']));
});
