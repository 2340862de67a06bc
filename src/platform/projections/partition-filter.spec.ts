import { describe, expect, it } from '@jest/globals';
import { PartitionFilter } from './partition-filter.js';

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `dispute-DRP-${from + index}`);

describe('A filter of partitions', () => {
  it.each([100, 4_096, 4_097, 50_000])(
    'knows each of %i partitions again, and seldom takes a new one for known',
    (count) => {
      const filter = new PartitionFilter();
      expect(names(0, count).filter((name) => filter.seenBefore(name)).length).toBeLessThan(count / 1_000);
      expect(names(0, count).filter((name) => !filter.seenBefore(name))).toEqual([]);
      expect(names(count, count + 1_000).filter((name) => filter.seenBefore(name)).length).toBeLessThan(10);
    },
  );
});
