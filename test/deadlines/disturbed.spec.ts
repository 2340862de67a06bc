import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from '../../src/demonstration/chance.js';
import type { JsonObject } from '../../src/platform/event-store/event-store.js';
import { InProcessAlarmClock } from '../../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { casesOf, report } from '../faults/cases.js';
import { FaultyAlarmClock, type Faults } from './faulty-alarm-clock.js';
import { around, play, SCENES, undisturbed } from './story.js';
import { World } from './world.js';

const MINUTE = 60_000;
const nothing: Faults = { dropped: 0, doubled: 0, early: 0, lateBy: 0, away: 0 };
const references = [...new Set(SCENES.map(({ reference }) => reference))];

/** Three seeds for every fault, more at night; a seed that ever fails is added here for good. */
const SEEDS = Array.from({ length: casesOf('alarms') }, (_, index) => index + 1);

describe('deadlines, when something is in the way, leave the same record as when nothing is', () => {
  let straight: JsonObject[];

  beforeAll(async () => {
    straight = await undisturbed();
  });

  it('with every timer dead but the sweep', async () => {
    const world = await World.begin();
    await world.start(new FaultyAlarmClock(world.clock, chanceFrom(1), { ...nothing, dropped: 100 }));
    expect(await play(world, { settle: () => world.sweep() })).toEqual(straight);
    await world.stop();
  });

  it('with every sweep dead but the alarms, and everything attended to again and again', async () => {
    const world = await World.begin();
    const alarmClock = new InProcessAlarmClock(world.clock);
    await world.start(alarmClock);
    const settle = async (): Promise<void> => {
      await world.idle();
      await alarmClock.look();
      await Promise.all([...references, ...references].map((reference) => world.keeper.attend(reference)));
    };
    expect(await play(world, { settle })).toEqual(straight);
    await world.stop();
  });

  const faults: [string, Partial<Faults>][] = [
    ['doubled', { doubled: 100 }],
    ['in another order, some early', { early: 20 }],
    ['late', { lateBy: 14 * MINUTE }],
    ['lost', { dropped: 50 }],
    ['asked of a clock that comes and goes', { away: 40 }],
    ['all of it', { dropped: 20, doubled: 30, early: 10, lateBy: 10 * MINUTE, away: 20 }],
  ];
  describe.each(faults)('with alarms %s', (name, some) => {
    let rung = 0;
    afterAll(() => report(`Alarms ${name}`, { runs: SEEDS.length, rung }));
    it.each(SEEDS)('seed %d', async (seed) => {
      const world = await World.begin();
      const chance = chanceFrom(seed);
      const alarmClock = new FaultyAlarmClock(world.clock, chance, { ...nothing, ...some });
      await world.start(alarmClock);
      const settle = async (): Promise<void> => {
        await alarmClock.ring();
        await world.sweep();
      };
      expect(await play(world, { settle, moments: around(straight, 10) })).toEqual(straight);
      rung += alarmClock.rung;
      await world.stop();
    });
  });

  it.each(SEEDS)('with no sweep, and alarms late, early, doubled and in another order, seed %d', async (seed) => {
    const world = await World.begin();
    const some: Faults = { ...nothing, doubled: 50, early: 2, lateBy: 5 * MINUTE };
    const alarmClock = new FaultyAlarmClock(world.clock, chanceFrom(seed), some);
    await world.start(alarmClock);
    const settle = async (): Promise<void> => {
      await world.idle();
      await alarmClock.ring();
      await world.idle();
    };
    expect(await play(world, { settle, moments: around(straight, 5) })).toEqual(straight);
    await world.stop();
  });

  it.each(SEEDS)('with the program stopped and started again at any moment, seed %d', async (seed) => {
    const world = await World.begin();
    const chance = chanceFrom(seed);
    const startAnew = () => world.start(new FaultyAlarmClock(world.clock, chance, { ...nothing, dropped: 50 }));
    await startAnew();
    const settle = async (): Promise<void> => {
      const sweeping = world.sweep();
      if (chance.happens(5)) {
        // In the middle of the sweep as often as after it.
        if (chance.happens(50)) await sweeping;
        await world.stop();
        await sweeping.catch(() => undefined);
        await startAnew();
      }
      await sweeping.catch(() => undefined);
      await world.sweep();
    };
    expect(await play(world, { settle })).toEqual(straight);
    await world.stop();
  });
});
