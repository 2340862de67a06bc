import { describe, expect, it } from '@jest/globals';
import { sessionsIn } from './sessions-config.js';

describe('The settings of sessions', () => {
  it('is 20 minutes without a request and 10 hours at most, unless told', () => {
    expect(sessionsIn({})).toEqual({ idleMinutes: 20, longestHours: 10 });
    expect(sessionsIn({ FOOTPRINT_SESSION_IDLE_MINUTES: '15', FOOTPRINT_SESSION_HOURS: '8' })).toEqual({
      idleMinutes: 15,
      longestHours: 8,
    });
  });

  it.each([
    ['FOOTPRINT_SESSION_IDLE_MINUTES', '4', '5 to 60'],
    ['FOOTPRINT_SESSION_IDLE_MINUTES', '61', '5 to 60'],
    ['FOOTPRINT_SESSION_HOURS', '0', '1 to 12'],
    ['FOOTPRINT_SESSION_HOURS', 'ten', '1 to 12'],
  ])('refuses %s=%s', (name, written, allowed) => {
    expect(() => sessionsIn({ [name]: written })).toThrow(
      `${name} is "${written}": set it to a whole number from ${allowed}`,
    );
  });
});
