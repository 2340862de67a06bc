import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { USUAL_HOURS } from './notice-hours-config.js';
import { readConfig, SettingInvalid } from './config.js';

describe('the settings of a run', () => {
  it('need nothing set', () => {
    expect(readConfig({})).toEqual({
      dataDir: resolve('.data'),
      log: { kind: 'sqlite' },
      longWaitDays: 5,
      smallNumbers: { public: 10, boardExempt: 5 },
      businessSupportSends: true,
      host: '127.0.0.1',
      port: 3000,
      demonstration: false,
      bodyLimit: 262_144,
      limits: { person: 1_200, address: 600, signIn: 30, waiting: 128 },
      trustedProxies: [],
      redisUrl: null,
      notices: { provider: 'log' },
      noticeHours: USUAL_HOURS,
      site: 'http://localhost:3000',
      sessions: { idleMinutes: 20, longestHours: 10 },
      signIn: null,
      documents: { folder: resolve('.data/documents'), isNamed: false, clamd: null },
      sealingKey: null,
      council: 'Footprint',
    });
  });

  it('are taken from the environment', () => {
    const config = readConfig({ FOOTPRINT_DATA_DIR: '/srv/footprint', PORT: '8080', FOOTPRINT_DEMONSTRATION: 'on' });
    expect(config).toMatchObject({ dataDir: '/srv/footprint', port: 8080, demonstration: true });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ FOOTPRINT_DEMONSTRATION: 'yes' }, 'FOOTPRINT_DEMONSTRATION is "yes"'],
    [{ FOOTPRINT_LOG: 'postgres://a:secret@b' }, 'FOOTPRINT_LOG is not an address of EventStoreDB'],
    [{ REDIS_URL: 'localhost' }, 'REDIS_URL is not an address of Redis'],
  ])('refuse %j in a sentence that names the setting', (environment, beginning) => {
    expect(() => readConfig(environment)).toThrow(SettingInvalid);
    expect(() => readConfig(environment)).toThrow(beginning);
  });

  it.each(['esdb://admin:secret@one:2113', 'esdb+discover://admin:secret@cluster:2113?nodePreference=leader'])(
    'put the log into EventStoreDB: %s',
    (written) => {
      expect(readConfig({ FOOTPRINT_LOG: written }).log).toEqual({ kind: 'eventstoredb', connectionString: written });
    },
  );

  it.each([{ FOOTPRINT_LOG: 'http://admin:secret@one' }, { REDIS_URL: 'http://admin:secret@one' }])(
    'are not repeated where they may hold a password: %j',
    (environment) => {
      expect(() => readConfig(environment)).toThrow(/^(?!.*secret)/);
    },
  );
});
