import { describe, expect, it } from '@jest/globals';
import type { Position } from '../event-store/event-store.js';
import { Lag } from './lag.js';

const at = (number: number): Position => String(number).padStart(6, '0') as Position;

describe('since when a reader has been behind', () => {
  it('is when the oldest head was seen that it has not reached', () => {
    const lag = new Lag();
    lag.sawHead(at(5), '10:00');
    lag.sawHead(at(9), '10:01');
    expect(lag.behindSince(at(3))).toBe('10:00');
    expect(lag.behindSince(at(5))).toBe('10:01');
    expect(lag.behindSince(at(9))).toBeNull();
    expect(lag.behindSince(at(12))).toBeNull();
  });

  it('is the first head of all for one that has read nothing, and nothing where the log is empty', () => {
    const lag = new Lag();
    expect(lag.behindSince(null)).toBeNull();
    lag.sawHead(at(1), '10:00');
    expect(lag.behindSince(null)).toBe('10:00');
  });

  it('does not begin anew each time the same head is seen', () => {
    const lag = new Lag();
    lag.sawHead(at(5), '10:00');
    lag.sawHead(at(5), '10:05');
    expect(lag.behindSince(at(1))).toBe('10:00');
  });

  it('forgets what all have reached, and keeps the newest', () => {
    const lag = new Lag();
    for (let head = 1; head <= 5; head++) lag.sawHead(at(head), `10:0${head}`);
    lag.forgetUpTo(at(3));
    expect(lag.behindSince(at(1))).toBe('10:04');
    lag.forgetUpTo(at(9));
    expect(lag.behindSince(at(1))).toBe('10:05');
  });

  it('still knows the beginning after days behind', () => {
    const lag = new Lag();
    for (let head = 1; head <= 10_000; head++) lag.sawHead(at(head), String(head));
    expect(lag.behindSince(null)).toBe('1');
    expect(Number(lag.behindSince(at(5_000)))).toBeGreaterThan(5_000);
  });
});
