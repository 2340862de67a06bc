import { describe, expect, it } from '@jest/globals';
import { changeShown, middleShown, rateShown, shareShown, type Shown } from './what-prints.js';

describe('A share', () => {
  it.each<[Shown, Shown, Shown]>([
    [77, 111, 69],
    ['c', 111, 'c'],
    [77, 'c', 'c'],
    [null, 111, null],
    ['c', null, null],
    [0, 20, 0],
    [0, 19, 'c'],
    [19, 19, 'c'],
    [20, 20, 100],
    [0, 0, null],
  ])('of %s in %s prints as %s', (part, whole, shown) => expect(shareShown(part, whole)).toBe(shown));
});

describe('A change', () => {
  it('prints only where both counts do', () => {
    expect(changeShown(87, 55)).toEqual({ count: 32, percent: 58.2 });
    expect(changeShown('c', 55)).toEqual({ count: 'c', percent: 'c' });
    expect(changeShown(87, 'c')).toEqual({ count: 'c', percent: 'c' });
    expect(changeShown(87, null)).toEqual({ count: null, percent: null });
  });
});

describe('A rate', () => {
  it('prints of a team with enough children, where its count does', () => {
    expect(rateShown(12, 30)).toBe(40);
    expect(rateShown(12, 29)).toBe('c');
    expect(rateShown('c', 300)).toBe('c');
  });
});

describe('A median', () => {
  it('prints over as many as the threshold', () => {
    expect(middleShown(4.5, 10, 10)).toBe(4.5);
    expect(middleShown(4.5, 9, 10)).toBe('c');
    expect(middleShown(4.5, 'c', 10)).toBe('c');
    expect(middleShown(null, 30, 10)).toBeNull();
  });
});
