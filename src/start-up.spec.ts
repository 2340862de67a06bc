import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { tokenDecider, tokenStream } from './access/tokens/token.js';
import { SettableClock } from './platform/clock/clock.js';
import { readConfig } from './platform/config/config.js';
import { type EventStore, StoreUnavailable } from './platform/event-store/event-store.js';
import { MemoryEventStore } from './platform/event-store/memory/memory-event-store.js';
import { Executor } from './platform/executor.js';
import { checkBeforeOpening, checkBeforeServing } from './start-up.js';

const NOON = '2023-04-03T12:00:00.000Z';
const clock = new SettableClock(NOON);
const PRODUCTION = readConfig({
  FOOTPRINT_LOG: 'esdb://localhost:2113?tls=false',
  REDIS_URL: 'redis://127.0.0.1:1',
  FOOTPRINT_SEALING_KEY: `${'k'.repeat(42)}A`,
  FOOTPRINT_DOCUMENTS: tmpdir(),
});
const DEFAULT = readConfig({});
const NOBODY =
  /^Nobody can sign in: the council’s own sign-in is not connected \(FOOTPRINT_SIGN_IN_ISSUER\), and there is no token that is valid\. Connect it, or make a token with bin\/footprint token create/;

const logWithToken = async (days: number, withdrawn = false): Promise<EventStore> => {
  const store = new MemoryEventStore(clock);
  const executor = new Executor(store);
  const execute = (act: Parameters<typeof tokenDecider.decide>[0]) =>
    executor.execute(tokenStream('TOK-1'), tokenDecider, act, null, {
      commandId: act.type,
      actor: { person: 'command-line', post: null, role: null },
      occurredAt: NOON,
    });
  const holder = { kind: 'person', person: 'adam' } as const;
  await execute({ type: 'create', token: 'TOK-1', holder, hash: 'a hash', days, at: '2023-04-01T12:00:00.000Z' });
  if (withdrawn) await execute({ type: 'withdraw', reason: null, at: NOON });
  return store;
};

describe('before anything is opened', () => {
  it('a production without Redis is refused, be it not set or not there', async () => {
    await expect(checkBeforeOpening({ ...PRODUCTION, redisUrl: null })).rejects.toThrow('REDIS_URL is not set');
    await expect(checkBeforeOpening(PRODUCTION)).rejects.toThrow('Redis does not answer');
  });

  it('one machine alone is told that Redis is away, and goes on', async () => {
    expect(await checkBeforeOpening({ ...DEFAULT, redisUrl: 'redis://127.0.0.1:1' })).toEqual([
      expect.stringContaining('Redis does not answer at the address in REDIS_URL'),
    ]);
  });
});

describe('before anybody is served', () => {
  it('a production in which nobody can sign in is refused, and told how to make a token', async () => {
    for (const store of [new MemoryEventStore(clock), await logWithToken(2), await logWithToken(30, true)])
      await expect(checkBeforeServing(PRODUCTION, store, clock)).rejects.toThrow(NOBODY);
    expect(await checkBeforeServing(PRODUCTION, await logWithToken(30), clock)).toEqual([
      expect.stringContaining('forbids nobody anything'),
    ]);
  });

  it('one machine alone is told so, and a demonstration needs no token', async () => {
    const empty = new MemoryEventStore(clock);
    expect(await checkBeforeServing(DEFAULT, empty, clock)).toEqual([expect.stringMatching(NOBODY)]);
    expect(await checkBeforeServing({ ...DEFAULT, demonstration: true }, empty, clock)).toEqual([]);
  });

  it('a production whose log is away is refused', async () => {
    const store = new MemoryEventStore(clock);
    store.head = async () => {
      throw new StoreUnavailable('away');
    };
    await expect(checkBeforeServing(PRODUCTION, store, clock, 10)).rejects.toThrow(
      'EventStoreDB does not answer at the address in FOOTPRINT_LOG.',
    );
  });
});
