import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { hasRedis, RedisServer } from '../../../../test/support/redis.js';
import { BullMqDuty } from './bullmq-duty.js';

const LOCK = 'duty:lock';

if (!hasRedis()) {
  describe('duty on Redis', () => {
    it('is not tried here: there is no redis-server on this machine, and script/test could not install one', () => {
      process.stderr.write('footprint: no redis-server here; only duty in process was tested.\n');
      expect(hasRedis()).toBe(false);
    });
  });
} else {
  describe('duty on Redis', () => {
    let server: RedisServer;
    let instances: BullMqDuty[] = [];
    let councils = 0;
    let prefix: string;
    /** How many did the work at once, at most. */
    let most = 0;
    let working = 0;
    let begun = 0;

    const until = async (condition: () => boolean): Promise<void> => {
      for (const end = Date.now() + 60_000; Date.now() < end;) {
        if (condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('It did not come about within a minute.');
    };

    const join = (): BullMqDuty => {
      const duty = new BullMqDuty({ url: server.url, prefix, silence: 400, lookEvery: 50 });
      duty.start(async (signal) => {
        begun++;
        most = Math.max(most, ++working);
        if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        working--;
      });
      instances.push(duty);
      return duty;
    };
    const onDuty = (): BullMqDuty[] => instances.filter(({ isOurs }) => isOurs);

    beforeAll(async () => {
      server = await RedisServer.begin();
    });
    afterAll(() => server.end());
    beforeEach(() => {
      prefix = `council-${councils++}`;
      [most, working, begun, instances] = [0, 0, 0, []];
    });
    afterEach(async () => {
      await server.start();
      await Promise.all(instances.map((each) => each.stop()));
    });

    it('is one instance at a time, and passes on when that one stops', async () => {
      for (let instance = 0; instance < 3; instance++) join();
      await until(() => onDuty().length === 1);
      for (let left = 2; left > 0; left--) {
        const [stopping] = onDuty();
        await stopping!.stop();
        instances = instances.filter((each) => each !== stopping);
        await until(() => onDuty().length === 1);
      }
      expect(most).toBe(1);
    });

    it.each([
      ['that could not renew its lock', (redis: Redis) => redis.del(`${prefix}:footprint-duty:${LOCK}`)],
      ['when Redis has forgotten everything', (redis: Redis) => redis.flushall()],
    ])('is laid down by the instance %s, and taken up again by one', async (_, mishap) => {
      join();
      join();
      await until(() => onDuty().length === 1);
      await server.command<unknown>(mishap);
      await until(() => begun > 1 && working === 1);
    });

    it('is everybody’s while Redis is away, and one instance’s again when it is back', async () => {
      join();
      join();
      await until(() => onDuty().length === 1);
      await server.kill();
      await until(() => onDuty().length === 2);
      await server.start();
      await until(() => onDuty().length === 1);
      expect(working).toBe(1);
    });

    it('is ours where there never was a Redis', async () => {
      await server.kill();
      const duty = join();
      await until(() => duty.isOurs);
    });
  });
}
