import { expect, it } from '@jest/globals';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { disturbedWork } from './disturbed-work.js';
import { HastyEventStore } from './hasty-event-store.js';

/** How many; script/eventstoredb-faults asks for more. */
const FAULTS = Number(process.env.FOOTPRINT_FAULTS || 1_000);
const BREAKS = Math.ceil(FAULTS / 10);
const SEED = Number(process.env.FOOTPRINT_SEED || 0) || Math.floor(performance.timeOrigin) % 1_000_000;
/** 15 s as shipped; here short, so that many fit into a minute. */
const TIME_LIMIT = 900;
const ANSWERED_BY = 30_000;

const careful = (connectionString: string): EventStore =>
  EventStoreDbEventStore.open(connectionString, {
    timeLimit: TIME_LIMIT,
    backoff: { first: 5, longest: 50 },
    lookEvery: 100,
  });
const hasty = (connectionString: string): EventStore =>
  new HastyEventStore(connectionString, careful(connectionString));

it(
  `${FAULTS} appends and ${BREAKS} subscriptions go wrong: nothing acknowledged is lost, nothing is there twice, everybody is answered (FOOTPRINT_SEED=${SEED})`,
  async () => {
    const open = process.env.FOOTPRINT_PLANTED ? hasty : careful;
    const found = await disturbedWork({ seed: SEED, faults: FAULTS, breaks: BREAKS, open });
    process.stdout.write(
      `${found.appendsDisturbed} appends, ${found.readsDisturbed} readings and ${found.subscriptionsBroken} subscriptions disturbed; ` +
        `${found.acknowledged} events acknowledged, ${found.lost.length} lost, ${found.twice.length} twice; ` +
        `slowest answer ${Math.round(found.slowest)} ms; seed ${SEED}\n`,
    );
    expect(found).toMatchObject({ appendsDisturbed: FAULTS, subscriptionsBroken: BREAKS });
    expect(found).toMatchObject({ lost: [], twice: [], strange: [] });
    expect(found.seen).toEqual(found.written);
    expect(found.slowest).toBeLessThan(ANSWERED_BY);
  },
  600_000 + FAULTS * 60,
);

it('an adapter that takes every error for a failure is caught', async () => {
  const found = await disturbedWork({ seed: SEED, faults: 100, breaks: 0, open: hasty });
  expect(found.twice).not.toEqual([]);
});
