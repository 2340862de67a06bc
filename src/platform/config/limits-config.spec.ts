import { describe, expect, it } from '@jest/globals';
import { limitsIn, trustedProxiesIn } from './limits-config.js';
import { SettingInvalid } from './setting-invalid.js';

describe('the settings of limits', () => {
  it('have a number each where nothing is set', () => {
    expect(limitsIn({})).toEqual({ person: 1_200, address: 600, signIn: 30, waiting: 128 });
  });

  it('are taken from the environment', () => {
    expect(limitsIn({ FOOTPRINT_LIMIT_PERSON: '60', FOOTPRINT_LIMIT_WAITING: '8' })).toMatchObject({
      person: 60,
      waiting: 8,
    });
  });

  it.each(['0', '-1', '1.5', 'none', '1000001'])('are refused as %p, with the name of the setting', (written) => {
    expect(() => limitsIn({ FOOTPRINT_LIMIT_ADDRESS: written })).toThrow(SettingInvalid);
    expect(() => limitsIn({ FOOTPRINT_LIMIT_ADDRESS: written })).toThrow(/^FOOTPRINT_LIMIT_ADDRESS is/);
  });
});

describe('the setting of trusted proxies', () => {
  it('trusts nobody unless told', () => {
    expect(trustedProxiesIn(undefined)).toEqual([]);
    expect(trustedProxiesIn('')).toEqual([]);
  });

  it('takes addresses, networks and their names', () => {
    expect(trustedProxiesIn('10.0.0.7, 172.16.0.0/12,fd00::/8,uniquelocal')).toEqual([
      '10.0.0.7',
      '172.16.0.0/12',
      'fd00::/8',
      'uniquelocal',
    ]);
  });

  it.each(['true', '*', '10.0.0.0/33', '10.0.0', 'fd00::/129', '10.0.0.1,', '10.0.0.0/8/8'])(
    'refuses %p',
    (written) => {
      expect(() => trustedProxiesIn(written)).toThrow(/^FOOTPRINT_TRUSTED_PROXIES names/);
    },
  );
});
