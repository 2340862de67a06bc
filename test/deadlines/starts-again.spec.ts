import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InProcessAlarmClock } from '../../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { Controls } from '../support/controls.js';
import { World } from './world.js';

const FIRST = ['DRP-1', 'DRP-2', 'DRP-3'];
const raise = (reference: string) => Controls.raiseFormal({ reference });

describe('A keeper of deadlines that starts again', () => {
  let folder: string;
  let world: World;

  /** Starts the program, lets it look at all that it looks at, and says at which disputes. */
  const looksOfAStart = async (): Promise<string[]> => {
    world.looks.length = 0;
    await world.start(new InProcessAlarmClock(world.clock));
    await world.idle();
    return [...new Set(world.looks)].sort();
  };

  const hoursLater = (hours: number): void =>
    world.clock.set(new Date(Date.parse(world.now) + hours * 3_600_000).toISOString());

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-starts-again-'));
    world = await World.begin({ readModels: join(folder, 'read-models.sqlite') });
    for (const reference of FIRST) await world.act(reference, raise(reference));
    await looksOfAStart();
    await world.stop();
  });
  afterEach(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('looks at no dispute where nothing is due and nothing happened', async () => {
    expect(await looksOfAStart()).toEqual([]);
  });

  it('looks at the disputes to which something happened meanwhile, and at no other', async () => {
    await world.act('DRP-2', { type: 'withdraw', reason: 'The facts were wrong.' });
    await world.act('DRP-4', raise('DRP-4'));
    expect(await looksOfAStart()).toEqual(['DRP-2', 'DRP-4']);
  });

  it('puts on record what fell due meanwhile', async () => {
    await world.act('DRP-4', raise('DRP-4'));
    await looksOfAStart();
    await world.stop();
    hoursLater(20);
    await world.act('DRP-1', { type: 'withdraw', reason: 'The facts were wrong.' });
    expect(await looksOfAStart()).toEqual(['DRP-1']);
    await world.stop();
    hoursLater(10 * 24);
    await looksOfAStart();
    expect(await world.typesOf('DRP-2')).toContain('ReceiptDeadlinePassed');
    expect(await world.undone()).toBe(0);
  });

  it('looks at every open date after a day, and where the calendar is another', async () => {
    await world.announceClosing('2022-05-23');
    expect(await looksOfAStart()).toEqual(FIRST);
    await world.stop();
    expect(await looksOfAStart()).toEqual([]);
    await world.stop();
    hoursLater(25);
    expect(await looksOfAStart()).toEqual(FIRST);
  });
});
