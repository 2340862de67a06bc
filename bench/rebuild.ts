import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projections } from '../projections/index.js';
import { systemClock } from '../src/platform/clock/clock.js';
import type { EventStore, Position } from '../src/platform/event-store/event-store.js';
import { SqliteEventStore } from '../src/platform/event-store/sqlite/sqlite-event-store.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { fillLog } from './support/long-log.js';

/*
 * Rebuilds all read models from a log of a million events (or of as many as the first argument says), beside only reading and parsing
 * the same log through the same port. Aim: a ratio of 0.3 or more.
 */

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const PAGE = 2_000;

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};

const readOnly = async (store: EventStore): Promise<void> => {
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll(after, { limit: PAGE });
    if (page.length === 0) return;
    after = page.at(-1)!.position;
  }
};

const folder = await mkdtemp(join(tmpdir(), 'footprint-bench-'));
try {
  const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock: systemClock });
  await fillLog(store, { events: EVENTS });
  const runner = new ProjectionRunner({ store, path: join(folder, 'read-models.sqlite'), projections });
  await readOnly(store);
  const ours = EVENTS / (await seconds(() => runner.rebuild()));
  const theirs = EVENTS / (await seconds(() => readOnly(store)));
  const failed = runner.status().filter(({ failure }) => failure !== null);
  if (failed.length > 0) throw new Error(failed.map(({ name, failure }) => `${name}: ${failure}`).join('\n'));
  const rate = (each: number): string => `${Math.round(each).toLocaleString('en-GB')}/s`;
  console.log(
    `rebuild of ${projections.length} read models from ${EVENTS.toLocaleString('en-GB')} events: ours ${rate(ours)}, ` +
      `only reading and parsing ${rate(theirs)}, ratio ${(ours / theirs).toFixed(2)}`,
  );
  await runner.close();
  await store.close();
} finally {
  await rm(folder, { recursive: true });
}
