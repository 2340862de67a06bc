import { describe, expect, it } from '@jest/globals';
import { workedOutOnce } from './worked-out-once.js';

describe('a result that is worked out once', () => {
  const asked: object[] = [];
  const lengthOf = workedOutOnce((from: readonly string[]) => {
    asked.push(from);
    return from.length === 0 ? undefined : from.length;
  });

  it.each([[['a', 'b'], 2] as const, [[], undefined] as const])('is the same for one object: %j', (from, length) => {
    asked.length = 0;
    expect([lengthOf(from), lengthOf(from)]).toEqual([length, length]);
    expect(asked).toEqual([from]);
  });

  it('is worked out again for another object that looks alike', () => {
    asked.length = 0;
    expect([lengthOf(['a']), lengthOf(['a'])]).toEqual([1, 1]);
    expect(asked).toHaveLength(2);
  });
});
