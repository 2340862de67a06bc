import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../../src/demonstration/chance.js';
import type { JsonObject } from '../../src/platform/event-store/event-store.js';
import { BullMqAlarmClock } from '../../src/platform/jobs/bullmq/bullmq-alarm-clock.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import { momentsOf, play, undisturbed } from './story.js';
import { World } from './world.js';

/*
 * Promise D2: whatever becomes of Redis, what is recorded by itself is recorded with the moment it should have been, and once.
 */

const RUNS = casesOf('redis');
const SWEEP_EVERY = 60;
const IN_TIME = 10_000;

type Trouble = (server: RedisServer) => Promise<void> | void;
const TROUBLES: Readonly<Record<string, Trouble>> = {
  'goes away': (server) => server.kill(),
  'comes back with nothing': (server) => server.start(),
  'is wiped': (server) => server.wipe(),
  freezes: (server) => server.freeze(),
  thaws: (server) => server.thaw(),
};

describe('Redis', () => {
  let server: RedisServer;
  let straight: JsonObject[];
  let runs = 0;
  beforeAll(async () => {
    straight = await undisturbed();
    if (hasRedis()) server = await RedisServer.begin();
  });
  afterAll(() => (hasRedis() ? server.end() : undefined));

  const playWith = async (trouble: (step: number) => Promise<void> | void): Promise<JsonObject[]> => {
    const world = await World.begin();
    const prefix = `run-${runs++}`;
    await world.start(new BullMqAlarmClock({ url: server.url, clock: world.clock, prefix, sweepEvery: SWEEP_EVERY }));
    let step = 0;
    try {
      return await play(world, {
        moments: momentsOf(straight),
        settle: async () => {
          await trouble(step++);
          await untilNothingIsDue(world);
        },
      });
    } finally {
      server.thaw();
      await world.stop();
      await server.start();
    }
  };

  if (!hasRedis()) {
    it('is not tried here: there is no redis-server on this machine', () => expect(hasRedis()).toBe(false));
    return;
  }

  it('frozen all the time holds nothing up', async () => {
    expect(await playWith((step) => (step === 3 ? server.freeze() : undefined))).toEqual(straight);
  });

  it('frozen again and again holds nothing up', async () => {
    expect(await playWith((step) => (step % 4 < 2 ? server.freeze() : server.thaw()))).toEqual(straight);
  });

  it(
    `${RUNS} times with another trouble at any step, holds nothing up`,
    async () => {
      for (let run = 0; run < RUNS; run++) {
        const chance = chanceFrom(seed + run);
        expect(await playWith(() => troubleBy(chance, server))).toEqual(straight);
      }
      report('Redis in trouble', { runs: RUNS, steps: momentsOf(straight).length * RUNS });
    },
    patienceFor(RUNS, 60_000),
  );
});

/** A server that is frozen must be thawed before it can be asked anything. */
const troubleBy = async (chance: Chance, server: RedisServer): Promise<void> => {
  const name = chance.oneOf(Object.keys(TROUBLES));
  if (name === 'is wiped') {
    server.thaw();
    await server.start();
  }
  if (name === 'comes back with nothing') server.thaw();
  await TROUBLES[name]!(server);
};

const untilNothingIsDue = async (world: World): Promise<void> => {
  for (const end = performance.now() + IN_TIME; performance.now() < end;) {
    if ((await world.undone()) === 0) return world.idle();
    await pause(5);
  }
  throw new Error(`Something was due and was not done within ${IN_TIME / 1000} seconds.`);
};
