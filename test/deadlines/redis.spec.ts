import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { chanceFrom } from '../../src/demonstration/chance.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import type { JsonObject } from '../../src/platform/event-store/event-store.js';
import { BullMqAlarmClock } from '../../src/platform/jobs/bullmq/bullmq-alarm-clock.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import { momentsOf, play, undisturbed } from './story.js';
import { World } from './world.js';

const QUEUE = 'footprint-alarms';
const NEVER = 24 * 60 * 60 * 1000;
const SOON = 60;

if (!hasRedis()) {
  describe('the alarm clock on Redis', () => {
    it('is not tried here: there is no redis-server on this machine, and script/test could not install one', () => {
      process.stderr.write('footprint: no redis-server here; only the alarm clock in process was tested.\n');
      expect(hasRedis()).toBe(false);
    });
  });
} else {
  describe('the alarm clock on Redis', () => {
    let server: RedisServer;
    let connection: Redis;
    let queue: Queue;
    let straight: JsonObject[];
    let councils = 0;
    let prefix: string;

    const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
      for (const end = Date.now() + 60_000; Date.now() < end;) {
        if (await condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('It did not come about within a minute.');
    };

    beforeAll(async () => {
      straight = await undisturbed();
      server = await RedisServer.begin();
    });
    afterAll(() => server.end());

    beforeEach(() => {
      prefix = `council-${councils++}`;
      connection = new Redis(server.url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
      connection.on('error', () => {});
      queue = new Queue(QUEUE, { connection, prefix });
      queue.on('error', () => {});
    });
    afterEach(async () => {
      await server.start();
      await queue.close();
      connection.disconnect();
    });

    describe('leaves the same record as a run with nothing in the way', () => {
      /** Plays the story, with something done to Redis at each of its moments. */
      const playWith = async (sweepEvery: number, disturb: (world: World, step: number) => Promise<void>) => {
        const world = await World.begin();
        const alarmClock = new BullMqAlarmClock({ url: server.url, clock: world.clock, prefix, sweepEvery });
        await world.start(alarmClock);
        let step = 0;
        const settle = async (): Promise<void> => {
          await world.idle();
          await disturb(world, step++);
          await until(async () => (await world.undone()) === 0);
          await world.idle();
        };
        try {
          return await play(world, { settle, moments: momentsOf(straight) });
        } finally {
          await world.stop();
        }
      };

      /** Time passes for Redis as it does for the clock of the test. */
      const ringWhatIsDue = async (world: World): Promise<void> => {
        for (const job of await queue.getDelayed()) {
          const at = job?.id?.split('.').at(-1) ?? '';
          if (job?.name === 'alarm' && at <= world.now.replace(/\D/g, '')) await job.promote();
        }
      };

      it('by its alarms alone', async () => {
        const record = await playWith(NEVER, async (world) => {
          await until(async () => (await world.keeper.status()).waiting !== null);
          await ringWhatIsDue(world);
        });
        expect(record).toEqual(straight);
      });

      it('stopped all the time', async () => {
        await server.kill();
        expect(await playWith(SOON, async () => {})).toEqual(straight);
      });

      it('stopped in the middle, and started again with nothing left', async () => {
        const record = await playWith(SOON, async (_, step) => {
          if (step === 4 || step === 14) await server.kill();
          if (step === 9 || step === 18) await server.start();
        });
        expect(record).toEqual(straight);
      });

      it('restarted again and again', async () => {
        const record = await playWith(SOON, async (_, step) => {
          if (step % 3 !== 0) return;
          await server.kill();
          await server.start();
        });
        expect(record).toEqual(straight);
      });

      it('wiped again and again', async () => {
        expect(await playWith(SOON, () => server.wipe())).toEqual(straight);
      });

      it.each([1, 2])('with jobs rung early, in any order, lost and put back, seed %d', async (seed) => {
        const chance = chanceFrom(seed);
        const record = await playWith(SOON, async () => {
          for (const job of await queue.getDelayed()) {
            if (job === undefined || job.name !== 'alarm') continue;
            const what = chance.number(1, 4);
            if (what === 1) await job.promote().catch(() => undefined);
            if (what === 2) await job.remove().catch(() => undefined);
            if (what === 3) await queue.add('alarm', {}, { jobId: `${job.id}` });
            if (what === 4) await queue.add('alarm', {}, { jobId: `${job.id}x`, removeOnComplete: true });
          }
        });
        expect(record).toEqual(straight);
      });
    });

    describe('as an alarm clock', () => {
      let alarmClock: BullMqAlarmClock;
      const rung: string[] = [];
      const inMilliseconds = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
      const begin = async (more: { sweepEvery?: number; firstPause?: number } = {}): Promise<void> => {
        alarmClock = new BullMqAlarmClock({ url: server.url, clock: systemClock, prefix, sweepEvery: NEVER, ...more });
        alarmClock.onDue(async (id) => void rung.push(id));
        await alarmClock.start(() => []);
        await until(async () => (await alarmClock.status()).waiting !== null);
      };
      beforeEach(() => void rung.splice(0));
      afterEach(() => alarmClock.stop());

      it('rings once for each alarm, however often it was asked, and not for one taken back', async () => {
        await begin();
        const alarm = { id: 'DRP-1.answer.1.2022', at: inMilliseconds(80) };
        await alarmClock.ask(alarm, { id: 'DRP-2.answer.1.2022', at: inMilliseconds(80) });
        await alarmClock.ask(alarm);
        await alarmClock.cancel('DRP-2.answer.1.2022');
        await alarmClock.ask({ id: 'DRP-3.answer.1.2022', at: inMilliseconds(160) });
        await until(() => rung.includes('DRP-3.answer.1.2022'));
        expect(rung).toEqual(['DRP-1.answer.1.2022', 'DRP-3.answer.1.2022']);
      });

      it('keeps nothing in Redis but ids', async () => {
        await begin();
        await alarmClock.ask({ id: 'DRP-1.answer.1.2099', at: '2099-01-01T00:00:00.000Z' });
        const job = (await queue.getDelayed()).find(({ name }) => name === 'alarm');
        expect({ id: job!.id, name: job!.name, data: job!.data as unknown }).toEqual({
          id: 'DRP-1.answer.1.2099',
          name: 'alarm',
          data: {},
        });
      });

      it('tries again what failed, and then lists it as a dead letter until it is taken back', async () => {
        await begin({ firstPause: 5 });
        let tries = 0;
        alarmClock.onDue(async () => {
          tries++;
          throw new Error('The log is away.');
        });
        await alarmClock.ask({ id: 'DRP-1.answer.1.2022', at: inMilliseconds(0) });
        await until(async () => (await alarmClock.status()).deadLetters.length > 0);
        expect(tries).toBe(5);
        expect((await alarmClock.status()).deadLetters).toEqual(['DRP-1.answer.1.2022']);
        await alarmClock.cancel('DRP-1.answer.1.2022');
        expect((await alarmClock.status()).deadLetters).toEqual([]);
      });

      it('fails at once if Redis is away, says so, and works again when Redis does', async () => {
        await begin();
        await server.kill();
        await until(async () => (await alarmClock.status()).waiting === null);
        await expect(alarmClock.ask({ id: 'DRP-1.answer.1.2022', at: inMilliseconds(0) })).rejects.toThrow();
        expect((await alarmClock.status()).trouble).toContain('Redis is away');
        await server.start();
        await until(async () => (await alarmClock.status()).waiting !== null);
        expect((await alarmClock.status()).trouble).toBeNull();
      });

      it('stops in good time, also where Redis is gone', async () => {
        await begin();
        await server.kill();
        // Left to itself it would wait for ever, and the test would not end.
        await expect(alarmClock.stop()).resolves.toBeUndefined();
      });

      it('sweeps by the scheduler in Redis, which stands there once however often it is set up', async () => {
        let sweeps = 0;
        await begin({ sweepEvery: 100 });
        alarmClock.onSweep(async () => void sweeps++);
        await until(() => sweeps > 2);
        expect(await queue.getJobSchedulersCount()).toBe(1);
      });

      it('sweeps on one instance at a time, however many there are', async () => {
        let sweeps = 0;
        const instances = [0, 1, 2].map(
          () => new BullMqAlarmClock({ url: server.url, clock: systemClock, prefix, sweepEvery: 100 }),
        );
        for (const instance of instances) {
          instance.onSweep(async () => void sweeps++);
          await instance.start(() => []);
        }
        // Each instance that joins has the runs planned, and counted, anew: counted is what comes after the last.
        const planned = async (): Promise<number> => (await queue.getJobScheduler('sweep'))?.iterationCount ?? 0;
        const [plannedBefore, before] = [await planned(), sweeps];
        await until(() => sweeps >= before + 30);
        const [after, plannedAfter] = [sweeps, await planned()];
        await Promise.all(instances.map((instance) => instance.stop()));
        expect(after - before).toBeLessThanOrEqual(plannedAfter - plannedBefore + 2 * instances.length);
      });

      it('says where Redis may throw alarms away', async () => {
        const warned = jest.spyOn(console, 'warn').mockReturnValue();
        await server.command((redis) => redis.config('SET', 'maxmemory-policy', 'allkeys-lru'));
        await begin();
        expect((await alarmClock.status()).trouble).toContain('maxmemory-policy is allkeys-lru');
        await server.command((redis) => redis.config('SET', 'maxmemory-policy', 'noeviction'));
        warned.mockRestore();
      });

      it('has a time of its own to compare with', async () => {
        await begin();
        expect(Math.abs((await alarmClock.now())! - Date.now())).toBeLessThan(30_000);
      });
    });
  });
}
