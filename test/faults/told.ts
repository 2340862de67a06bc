import type { SettableClock } from '../../src/platform/clock/clock.js';
import type { EventStore, JsonObject } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { casesOf } from './cases.js';
import { everyCommand, type Sent } from './every-command.js';
import { everythingIn } from './ledger.js';
import { type Answer, Process } from './process.js';
import { settledLog } from './settled-log.js';

/** Whether every step is tried, or only those around an append. */
export const EVERY_STEP = casesOf('crash-points') > 1;

/** One command of the story, with what it was answered when nothing was in the way. */
export interface Told {
  readonly sent: Sent;
  readonly commandId: string;
  readonly answer: Answer;
  /** The steps at which it is to crash, the first being 1: those around an append, or every one over a port. */
  readonly points: readonly number[];
}

/** The story as it goes when nothing is in the way, and how to begin it again from the same place. */
export interface Undisturbed {
  readonly told: readonly Told[];
  readonly record: readonly JsonObject[];
  readonly routesThatWrite: readonly string[];
  readonly clock: SettableClock;
  beginning(): Promise<MemoryEventStore>;
}

export const tellUndisturbed = async (): Promise<Undisturbed> => {
  const { log: settled, clock, begun } = await settledLog();
  const log = await copyOf(settled, clock);
  const running = await Process.start(log, clock);
  try {
    const told = await tellBy(running, everyCommand(begun));
    const routesThatWrite = await running.routesThatWrite();
    return { told, record: await recordOf(log), routesThatWrite, clock, beginning: () => copyOf(settled, clock) };
  } finally {
    await running.end();
  }
};

/** The log of a council in which every command was carried out once, and the clock by which it was. */
export const logOfEveryCommand = async (): Promise<{ log: MemoryEventStore; clock: SettableClock }> => {
  const { log, clock, begun } = await settledLog();
  const running = await Process.start(log, clock);
  await tellBy(running, everyCommand(begun)).finally(() => running.end());
  return { log, clock };
};

const tellBy = async (running: Process, story: ReturnType<typeof everyCommand>): Promise<Told[]> => {
  const told: Told[] = [];
  for (let next = story.next(); !next.done;) {
    const step = next.value;
    await running.prepare(step.person);
    const sent = 'reads' in step ? { ...step, body: step.body(await running.read(step.person, step.reads)) } : step;
    const commandId = `command-${told.length}`;
    running.ports.crashAtStep(Infinity);
    const answer = await running.send(sent, commandId);
    if (answer.status >= 300) throw new Error(`${sent.person} ${sent.url}: ${JSON.stringify(answer.body)}`);
    told.push({ sent, commandId, answer, points: pointsAmong(running.ports.steps) });
    next = story.next(String(answer.body.reference));
  }
  return told;
};

/** Nothing has changed before the first append and nothing changes after the last: every test run tries those, a night every step. */
const pointsAmong = (steps: readonly string[]): number[] =>
  (EVERY_STEP ? steps : steps.filter((kind) => kind === 'writes')).map((_, index) => index + 1);

/** Everything on record, to the last letter. */
export const recordOf = async (log: EventStore): Promise<JsonObject[]> =>
  (await everythingIn(log)).map((event) => ({ ...event }) as unknown as JsonObject);

/** An answer without whether the command had been carried out before: that is all that may differ. */
export const wordsOf = ({ status, etag, body }: Answer): string =>
  JSON.stringify({ status, etag, body }).replaceAll('"repeated":true', '"repeated":false');

export const copyOf = async (from: EventStore, clock: SettableClock): Promise<MemoryEventStore> => {
  const to = new MemoryEventStore(clock);
  for (const { stream, revision, id, type, data, metadata } of await everythingIn(from)) {
    await to.append(stream, revision === 0 ? 'no_stream' : revision - 1, [{ id, type, data, metadata }]);
  }
  return to;
};
