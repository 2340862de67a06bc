import { beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from '../../src/demonstration/chance.js';
import type { SettableClock } from '../../src/platform/clock/clock.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { aConcern, anAnswer } from '../journeys/council.js';
import { Postbox } from '../notices/postbox.js';
import { casesOf, patienceFor, report, seed } from './cases.js';
import { Process } from './process.js';
import { settledLog } from './settled-log.js';
import { copyOf } from './told.js';

/*
 * Promise R10: each notice is sent at least once, and again only after a crash, under the same number.
 */

const KILLS = casesOf('notices');

describe('The program, killed while it tells people', () => {
  let settled: EventStore;
  let clock: SettableClock;
  beforeAll(async () => {
    ({ log: settled, clock } = await settledLog());
  });

  it(
    `${KILLS} times, sends each notice at least once, and again only under the same number`,
    async () => {
      const undisturbed = await aDay(Infinity);
      expect(undisturbed.sent.length).toBeGreaterThan(2);
      const chance = chanceFrom(seed);
      let kills = 0;
      let repeated = 0;
      while (kills < KILLS) {
        const { sent, killed } = await aDay(chance.number(1, undisturbed.steps));
        expect([...new Set(sent)].sort()).toEqual(undisturbed.sent.toSorted());
        expect(sent.length - undisturbed.sent.length).toBeLessThanOrEqual(killed ? 1 : 0);
        repeated += sent.length - undisturbed.sent.length;
        if (killed) kills++;
      }
      report('Kills around notices', { kills, notices: undisturbed.sent.length * kills, lost: 0, repeated });
    },
    patienceFor(KILLS),
  );

  /** A day with something to tell, in which the program ends at one step over the log or to the provider, and is started again. */
  const aDay = async (crashAt: number) => {
    const log = await copyOf(settled, clock);
    const postbox = new Postbox();
    const first = await Process.start(log, clock, postbox);
    await first.everybodyIsTold();
    first.ports.crashAtStep(crashAt);
    await work(first).catch((error: unknown) => {
      if (!first.ports.crashed) throw error;
    });
    const { crashed, steps } = first.ports;
    await first.end();
    if (crashed) {
      const second = await Process.start(log, clock, postbox);
      await work(second);
      await second.end();
    }
    return { sent: postbox.sent.map(({ id }) => id), killed: crashed, steps: steps.length };
  };

  const work = async (process: Process): Promise<void> => {
    await process.prepare('Iris');
    const raised = await process.send({ person: 'Iris', url: '/disputes', body: { ...aConcern() } }, 'raise');
    await process.everybodyIsTold();
    await process.prepare('Tom');
    const url = `/disputes/${String(raised.body.reference)}/answer`;
    await process.send({ person: 'Tom', url, body: { ...anAnswer() } }, 'answer');
    await process.everybodyIsTold();
  };
});
