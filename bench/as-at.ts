import 'reflect-metadata';
import { projections } from '../projections/index.js';
import { addDays, londonDate } from '../src/calendar/dates.js';
import { SettableClock } from '../src/platform/clock/clock.js';
import { MemoryEventStore } from '../src/platform/event-store/memory/memory-event-store.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { LogAsAt } from '../src/reading/log-as-at.js';
import { PastReadings } from '../src/reading/past-readings.js';
import { escalationBoard } from '../src/reports/escalations/escalation-board.js';
import { DISPUTES_A_YEAR, fill, NOW, YEARS } from './support/ten-years.js';

/*
 * The board as it stood at the end of a past day, of ten years of a council: asked for the first time, when the log is folded up to that
 * day, and again, when that day is kept. Beside it the plain fold of the same events by the runner of the read models, in the same run.
 * The day is the last, which has the most to fold. Aim: under 2 s.
 */

const ROUNDS = 3;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const middle = (each: readonly number[]): number => [...each].sort((a, b) => a - b)[Math.floor(each.length / 2)]!;

const store = new MemoryEventStore(new SettableClock(NOW));
await fill(store, 1);
const log = new LogAsAt(store, projections);
const day = londonDate(NOW);
const times = { first: [] as number[], again: [] as number[], fold: [] as number[] };
let events = 0;
for (let page = await store.readAll(undefined); page.length > 0; page = await store.readAll(page.at(-1)!.position))
  events += page.length;
for (let round = 0; round < ROUNDS; round++) {
  const past = new PastReadings(log);
  const board = (): Promise<unknown> => past.read(day, (reading) => escalationBoard(reading));
  times.first.push(await milliseconds(board));
  times.again.push(await milliseconds(board));
  // Lets go of what was kept, as another two days take its place.
  for (const other of [1, 2]) await past.read(addDays(day, other), () => undefined);
  times.fold.push(
    await milliseconds(async () => {
      const runner = new ProjectionRunner({ store, path: ':memory:', projections });
      await runner.catchUp();
      await runner.close();
    }),
  );
}
const [first, again, fold] = [middle(times.first), middle(times.again), middle(times.fold)];
console.log(
  `board as at a day of ${YEARS} years, ${YEARS * DISPUTES_A_YEAR} disputes, ${events.toLocaleString('en-GB')} events: ` +
    `first ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms, plain fold ${fold.toFixed(0)} ms, ratio ${(fold / first).toFixed(2)}`,
);
