import { describe, expect, it } from '@jest/globals';
import { changePercent, percentOf, pointsBetween, ratioOf } from './rounding.js';

describe('shares are whole per cent, half up, from counts', () => {
  it.each([
    [77, 111, 69],
    [76, 111, 68],
    [78, 111, 70],
    [70, 87, 80],
    [69, 87, 79],
    [71, 87, 82],
    [147, 198, 74],
    [74, 111, 67],
    [73, 111, 66],
    [75, 111, 68],
    [41, 130, 32],
    [27, 93, 29],
    [10, 74, 14],
    [1, 200, 1],
    [1, 201, 0],
    [0, 5, 0],
    [5, 5, 100],
  ])('%i of %i is %i%%', (part, whole, percent) => expect(percentOf({ part, whole })).toBe(percent));

  it('knows no share of nothing', () => expect(percentOf({ part: 0, whole: 0 })).toBeNull());
});

describe('a change is on the earlier year’s base, to one decimal place', () => {
  it.each([
    [111, 103, 7.8],
    [87, 55, 58.2],
    [198, 158, 25.3],
    [25, 111, -77.5],
    [43, 87, -50.6],
    [76, 58, 31],
    [93, 130, -28.5],
    [66, 89, -25.8],
    [27, 41, -34.1],
    [130, 81, 60.5],
    [7, 7, 0],
  ])('%i against %i is %f%%', (now, before, percent) => expect(changePercent(now, before)).toBe(percent));

  it('gives no per cent of nothing', () => expect(changePercent(5, 0)).toBeNull());
  it('rounds a fall as it rounds a rise', () => {
    expect(changePercent(2001, 2000)).toBe(0.1);
    expect(changePercent(1999, 2000)).toBe(-0.1);
  });
});

it('takes points from the counts, not from the rounded per cents', () => {
  expect(pointsBetween({ part: 77, whole: 111 }, { part: 66, whole: 103 })).toBe(5.3);
  expect(pointsBetween({ part: 70, whole: 87 }, { part: 41, whole: 55 })).toBe(5.9);
});

it('gives ratios', () => {
  expect(ratioOf({ part: 111, whole: 87 }, 1, 2)).toBe(1.28);
  expect(ratioOf({ part: 25, whole: 43 }, 1, 2)).toBe(0.58);
  expect(ratioOf({ part: 58, whole: 198 }, 100, 1)).toBe(29.3);
  expect(ratioOf({ part: 76, whole: 68 }, 100, 1)).toBe(111.8);
  expect(ratioOf({ part: 3, whole: 0 }, 1, 2)).toBeNull();
});
