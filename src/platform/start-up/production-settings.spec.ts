import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/config.js';
import { hostsWithoutTls, mustSuitProduction } from './production-settings.js';
import { StartRefused } from './start-refused.js';

const starting = (environment: Record<string, string>) => () => mustSuitProduction(readConfig(environment));
const PRODUCTION = {
  FOOTPRINT_LOG: 'esdb://log:2113',
  REDIS_URL: 'redis://queue:6379',
  FOOTPRINT_SEALING_KEY: 'k'.repeat(42) + 'A',
  FOOTPRINT_DOCUMENTS: '/documents',
};

describe('the settings of a production', () => {
  it('are right with a log, a Redis and a key', () => {
    expect(starting(PRODUCTION)).not.toThrow();
  });

  it('do not go with a demonstration', () => {
    const demonstrating = starting({ ...PRODUCTION, FOOTPRINT_DEMONSTRATION: 'on' });
    expect(demonstrating).toThrow(StartRefused);
    expect(demonstrating).toThrow('FOOTPRINT_DEMONSTRATION is on, so anybody could sign in as anybody');
  });

  it('need Redis', () => {
    expect(starting({ FOOTPRINT_LOG: 'esdb://log:2113' })).toThrow('REDIS_URL is not set');
  });

  it('need a key with which all instances seal drafts, and never repeat it', () => {
    expect(starting({ ...PRODUCTION, FOOTPRINT_SEALING_KEY: '' })).toThrow('FOOTPRINT_SEALING_KEY is not set');
    const wrong = starting({ ...PRODUCTION, FOOTPRINT_SEALING_KEY: 'changeit' });
    expect(wrong).toThrow('FOOTPRINT_SEALING_KEY is not 43 letters');
    expect(wrong).not.toThrow('changeit');
  });

  it('need a folder of documents that all instances share', () => {
    expect(starting({ ...PRODUCTION, FOOTPRINT_DOCUMENTS: '' })).toThrow('FOOTPRINT_DOCUMENTS is not set');
  });

  it('do not reach another machine without TLS, and give no password away', () => {
    const open = starting({ ...PRODUCTION, FOOTPRINT_LOG: 'esdb://app:changeit@log:2113?tls=false' });
    expect(open).toThrow('FOOTPRINT_LOG says tls=false, and log is another machine');
    expect(open).not.toThrow('changeit');
  });

  it('are free where the log is in the data folder', () => {
    expect(starting({ FOOTPRINT_DEMONSTRATION: 'on' })).not.toThrow();
  });
});

describe('hosts reached without TLS', () => {
  it.each([
    ['esdb://localhost:2113?tls=false', []],
    ['esdb://127.0.0.1:2113/?tls=false', []],
    ['esdb://127.8.9.1:2113,localhost?tls=false&keepAliveInterval=10000', []],
    ['esdb://[::1]:2113?TLS=False', []],
    ['esdb://log:2113', []],
    ['esdb://log:2113?tls=true', []],
    ['esdb://log?tls=false', ['log']],
    ['esdb://log:2113?connectionName=x&tls= false', ['log']],
    ['esdb://app:a%40b@log:2113?tls=false&connectionName=a@b', ['log']],
    ['esdb+discover://a:b@one:2113,two:2113,localhost/?keepAliveTimeout=1&tls=false', ['one', 'two']],
    ['esdb://localhost.example.org:2113?tls=false', ['localhost.example.org']],
    ['esdb://127.0.0.1.example.org?tls=false', ['127.0.0.1.example.org']],
    ['esdb://10.0.0.4:2113?tls=false', ['10.0.0.4']],
  ])('of %s are %j', (connectionString, hosts) => {
    expect(hostsWithoutTls(connectionString)).toEqual(hosts);
  });
});
