import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { hasRedis, RedisServer } from '../../../test/support/redis.js';
import { SettableClock } from '../clock/clock.js';
import { AccountRefused, StoreUnavailable } from '../event-store/event-store.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { mustAnswer } from './log-answers.js';
import { mustSuitAlarms, RedisUnreachable } from './redis-suits.js';

const store = (): MemoryEventStore => new MemoryEventStore(new SettableClock('2023-04-03T09:00:00.000Z'));

describe('a log at start', () => {
  it('is right where it answers', async () => {
    await expect(mustAnswer(store())).resolves.toBeUndefined();
  });

  it('is refused where it cannot be reached, or never answers', async () => {
    const away = store();
    away.head = async () => {
      throw new StoreUnavailable('esdb://app:changeit@log');
    };
    const silent = store();
    silent.head = () => new Promise(() => {});
    for (const log of [away, silent]) {
      const refused = mustAnswer(log, 50);
      await expect(refused).rejects.toThrow('EventStoreDB does not answer at the address in FOOTPRINT_LOG.');
      await expect(refused).rejects.not.toThrow('changeit');
    }
  });
});

describe('a log that nobody leads at start', () => {
  it('is waited for', async () => {
    let asked = 0;
    const head = () =>
      ++asked < 3 ? Promise.reject(new StoreUnavailable('Nobody leads.')) : Promise.resolve(undefined);
    await expect(mustAnswer({ head }, 5_000)).resolves.toBeUndefined();
    expect(asked).toBe(3);
  });

  it('is not waited for where it refuses the account', async () => {
    let asked = 0;
    const head = () => {
      asked++;
      return Promise.reject(new AccountRefused('EventStoreDB refuses the account of this program.'));
    };
    await expect(mustAnswer({ head }, 5_000)).rejects.toThrow('EventStoreDB does not answer');
    expect(asked).toBe(1);
  });
});

describe('a Redis that does not answer', () => {
  let server: Server | undefined;
  afterEach(() => new Promise<void>((done) => void (server ? server.close(() => done()) : done())));

  it('is refused where nothing listens', async () => {
    await expect(mustSuitAlarms('redis://127.0.0.1:1')).rejects.toThrow(RedisUnreachable);
  });

  it('is refused where something listens and never answers', async () => {
    server = createServer((socket) => void socket.resume());
    const port = await new Promise<number>((resolve) => {
      server!.listen(0, '127.0.0.1', () => resolve((server!.address() as { port: number }).port));
    });
    await expect(mustSuitAlarms(`redis://127.0.0.1:${port}`, 100)).rejects.toThrow(
      'Redis does not answer at the address in REDIS_URL. Check that it is running',
    );
  });
});

if (!hasRedis()) {
  it('a real Redis is not tried here: there is no redis-server on this machine', () => {
    process.stderr.write('footprint: no redis-server here; what is asked of Redis at start was not tested.\n');
    expect(hasRedis()).toBe(false);
  });
} else {
  describe('a real Redis at start', () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await RedisServer.begin();
    });
    afterAll(() => redis.end());

    it('is right where it throws nothing away', async () => {
      await expect(mustSuitAlarms(redis.url)).resolves.toBeUndefined();
    });

    it.each(['allkeys-lru', 'volatile-ttl'])('is refused with the policy %s', async (policy) => {
      await redis.command((client) => client.config('SET', 'maxmemory-policy', policy));
      await expect(mustSuitAlarms(redis.url)).rejects.toThrow(
        `maxmemory-policy ${policy}, and would throw alarms away`,
      );
      await redis.command((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    });

    it('is let pass with a word, where it does not say', async () => {
      await redis.command((client) => client.acl('SETUSER', 'guest', 'on', '>secret', '~*', '+@all', '-config'));
      await expect(mustSuitAlarms(redis.url.replace('//', '//guest:secret@'))).resolves.toContain(
        'See to it that its maxmemory-policy is noeviction',
      );
    });

    it('is refused where it does not know the password', async () => {
      await expect(mustSuitAlarms(redis.url.replace('//', '//guest:wrong@'))).rejects.toThrow(RedisUnreachable);
    });
  });
}
