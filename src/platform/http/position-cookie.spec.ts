import { describe, expect, it } from '@jest/globals';
import { positionCookie, positionInCookie } from './position-cookie.js';

describe('the cookie of a position', () => {
  it('is kept from scripts and from other sites, and lasts a minute', () => {
    expect(positionCookie('0000000000000007', { secure: true })).toBe(
      'footprint-position=0000000000000007; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('is sent in clear only where the program is reached in clear', () => {
    expect(positionCookie('7', { secure: false })).not.toContain('Secure');
  });

  it.each([
    ['footprint-position=0000000000000007', '0000000000000007'],
    [
      'session=abc; footprint-position=00000000000000000007-00000000000000000008; other=1',
      '00000000000000000007-00000000000000000008',
    ],
    ['footprint-position=zzz', undefined],
    ['footprint-position=7', undefined],
    ['session=footprint-position; other=1', undefined],
    ['footprint-position=', undefined],
    ["footprint-position=' OR 1", undefined],
    [`footprint-position=${'7'.repeat(65)}`, undefined],
    [undefined, undefined],
  ])('%s gives %s', (header, position) => {
    expect(positionInCookie(header)).toBe(position);
  });
});
