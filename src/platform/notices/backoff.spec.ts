import { expect, it } from '@jest/globals';
import { pauseAfter } from './backoff.js';

it('waits twice as long after each failure, and never over four minutes', () => {
  expect([0, 1, 2, 3, 4, 8, 9, 50, 5_000].map(pauseAfter)).toEqual([
    0, 1_000, 2_000, 4_000, 8_000, 128_000, 240_000, 240_000, 240_000,
  ]);
});
