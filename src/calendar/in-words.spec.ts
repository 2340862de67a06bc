import { describe, expect, it } from '@jest/globals';
import { dateInWords, dayInWords, momentInWords, shortDay, timeInWords } from './in-words.js';

describe('dates in words', () => {
  it('names the day of the week where something is due, and is short in tables', () => {
    expect(dateInWords('2023-10-06')).toBe('Friday 6 October 2023');
    expect(dayInWords('2023-10-04')).toBe('4 October 2023');
    expect(shortDay('2023-09-04')).toBe('4 Sep 2023');
  });

  it('tells the time by London’s clocks, on both sides of the change', () => {
    expect(momentInWords('2023-10-04T07:40:00.000Z')).toBe('4 October 2023, 8:40am');
    expect(momentInWords('2023-10-29T00:30:00.000Z')).toBe('29 October 2023, 1:30am');
    expect(momentInWords('2023-12-04T14:10:00.000Z')).toBe('4 December 2023, 2:10pm');
    expect(dayInWords('2023-03-31T23:30:00.000Z')).toBe('1 April 2023');
  });

  it('says midday and midnight, and no hour where there is none', () => {
    expect(timeInWords('2023-12-04T12:00:00.000Z')).toBe('midday');
    expect(timeInWords('2023-12-04T00:00:00.000Z')).toBe('midnight');
    expect(momentInWords('2023-10-04')).toBe('4 October 2023');
  });
});

it('names the hour of a date where it matters, summer and winter', () => {
  expect(dateInWords('2024-02-29')).toBe('Thursday 29 February 2024');
  expect(dateInWords('2023-07-03', '2023-07-03T09:30:00.000Z')).toBe('10:30am on Monday 3 July 2023');
  expect(dateInWords('2023-12-04', '2023-12-04T16:00:00.000Z')).toBe('4pm on Monday 4 December 2023');
});
