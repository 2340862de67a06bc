import { describe, expect, it } from '@jest/globals';
import type { Position } from './event-store.js';
import { eventsBetween, positionAt, shareBefore } from './positions.js';

describe('The distance of a position along the log', () => {
  const inBytes = (bytes: number): Position => {
    const padded = String(bytes).padStart(20, '0');
    return `${padded}-${padded}` as Position;
  };

  it('is counted in events where the store counts them', () => {
    expect(shareBefore(positionAt(25), positionAt(100))).toBe(0.25);
    expect(eventsBetween(positionAt(25), positionAt(100))).toBe(75);
  });

  it('is told in bytes for EventStoreDB, which does not count', () => {
    expect(shareBefore(inBytes(5_000), inBytes(20_000))).toBe(0.25);
    expect(eventsBetween(inBytes(5_000), inBytes(20_000))).toBeNull();
  });

  it('is never more than all of it', () => {
    expect(shareBefore(positionAt(101), positionAt(100))).toBe(1);
    expect(eventsBetween(positionAt(101), positionAt(100))).toBe(0);
  });
});
