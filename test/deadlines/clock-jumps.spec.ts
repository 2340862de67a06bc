import { describe, expect, it } from '@jest/globals';
import { type Chance, chanceFrom } from '../../src/demonstration/chance.js';
import type { RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { InProcessAlarmClock } from '../../src/platform/jobs/in-process/in-process-alarm-clock.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { Controls } from '../support/controls.js';
import { World } from './world.js';

/*
 * Promise D6: a clock that jumps never makes the program stamp an event before the one it follows, never marks a date that has not
 * passed, and never sends a dispute up by itself; what was held is done when the clock is right again.
 */

const RUNS = casesOf('clock-jumps');
const STEPS = 20;
const HOUR = 60 * 60 * 1000;
const REFERENCE = 'DRP-7K4M-2QXH';

describe('A clock that jumps, freezes and drifts', () => {
  it(
    `in ${RUNS} runs is never believed where it is wrong`,
    async () => {
      let jumps = 0;
      for (let run = 0; run < RUNS; run++) jumps += await live(chanceFrom(seed + run));
      report('Clock jumps', { runs: RUNS, jumps });
      expect(jumps).toBeGreaterThan(RUNS);
    },
    patienceFor(RUNS),
  );
});

/** @returns how often the clock was wrong when the program looked */
const live = async (chance: Chance): Promise<number> => {
  const world = await World.begin();
  const start = Date.parse(world.now);
  let passed = 0;
  let jumps = 0;
  await world.start(new InProcessAlarmClock(world.clock), [
    { whose: 'the time that has passed', now: () => start + passed },
  ]);
  try {
    await world.act(REFERENCE, Controls.raiseFormal({ reference: REFERENCE }));
    for (let step = 0; step < STEPS; step++) {
      passed += chance.number(1, 36) * HOUR;
      const wrongBy = chance.oneOf([0, 0, -24, -1, 1, 24, 24 * 30]) * HOUR;
      if (wrongBy !== 0) jumps++;
      world.clock.set(new Date(start + passed + wrongBy).toISOString());
      const before = byTheProgram(await world.events(REFERENCE)).length;
      await world.sweep();
      // Else the keeper is still looking at this step's events when the clock is moved again.
      await world.idle();
      const events = byTheProgram(await world.events(REFERENCE));
      if (wrongBy !== 0) expect(events).toHaveLength(before);
      for (const { type, data } of events) {
        if (type.endsWith('Passed')) expect(Date.parse(String(data.dueAt))).toBeLessThanOrEqual(start + passed);
      }
    }
    passed += 40 * 24 * HOUR;
    world.clock.set(new Date(start + passed).toISOString());
    await world.sweep();
    const events = byTheProgram(await world.events(REFERENCE));
    expect(events.filter(({ type }) => type === 'AnswerDeadlinePassed')).toHaveLength(1);
    const moments = events.map(({ metadata }) => metadata.occurredAt);
    expect(moments).toEqual([...moments].sort());
    return jumps;
  } finally {
    await world.stop();
  }
};

const byTheProgram = (events: readonly RecordedEvent[]): RecordedEvent[] =>
  events.filter(({ metadata }) => metadata.actor.person === 'clock');
