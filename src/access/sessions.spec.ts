import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../platform/clock/clock.js';
import { MOST_SESSIONS_OF_ONE, Sessions } from './sessions.js';

describe('signing in', () => {
  const clock = new SettableClock('2023-04-03T09:00:00.000Z');
  const sessions = new Sessions(clock);

  it('lasts ten hours and not a moment longer', () => {
    clock.set('2023-04-03T09:00:00.000Z');
    const { token, expiresAt } = sessions.begin('iris');
    expect(expiresAt).toBe('2023-04-03T19:00:00.000Z');
    clock.set('2023-04-03T18:59:59.999Z');
    expect(sessions.personWith(token)).toBe('iris');
    clock.set('2023-04-03T19:00:00.000Z');
    expect(sessions.personWith(token)).toBeUndefined();
  });

  it('gives another token each time, which nobody could guess', () => {
    const tokens = new Set(Array.from({ length: 100 }, () => sessions.begin('iris').token));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('knows no token that it did not give', () => {
    expect(sessions.personWith('')).toBeUndefined();
    expect(sessions.personWith('x'.repeat(43))).toBeUndefined();
  });

  it('again and again ends one’s own oldest session, and none of anybody else, however often', () => {
    clock.set('2023-04-03T09:00:00.000Z');
    const everybody = new Sessions(clock);
    const other = everybody.begin('mona').token;
    const own = Array.from({ length: 10_100 }, () => everybody.begin('iris').token);
    expect(everybody.personWith(other)).toBe('mona');
    expect(own.filter((token) => everybody.personWith(token) === 'iris')).toEqual(own.slice(-MOST_SESSIONS_OF_ONE));
  });
});
