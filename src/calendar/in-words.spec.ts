import { expect, it } from '@jest/globals';
import { dateInWords } from './in-words.js';

it('writes dates as people in England say them', () => {
  expect(dateInWords('2023-10-06')).toBe('Friday 6 October 2023');
  expect(dateInWords('2024-02-29')).toBe('Thursday 29 February 2024');
});

it('gives the hour by London’s clocks, summer and winter', () => {
  expect(dateInWords('2023-07-03', '2023-07-03T09:30:00.000Z')).toBe('10:30am on Monday 3 July 2023');
  expect(dateInWords('2023-12-04', '2023-12-04T16:00:00.000Z')).toBe('4pm on Monday 4 December 2023');
});
