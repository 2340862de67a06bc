import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasLog, makeCouncilLog } from './support/council-log.js';
import { Program } from './support/program.js';

/**
 * Starts the built program on a council's log of a million events (or of as many as the first argument says): the first time, when the
 * read models are made, and again with them. Beside it, the same on a log of a thousand events. Aim of a start with read models: ready
 * in under 1.5 s and 250 MiB, and nothing left to do after that.
 *
 * `FOOTPRINT_BENCH_LOGS` names a folder in which the logs are kept from one run to the next: a long one takes minutes to write.
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const FEW = 1_000;
const STARTS = 3;
/** Seconds after a start over which processors are counted; a sweep, which comes once a minute, is among them. */
const WATCHED = 70;

const kept = process.env.FOOTPRINT_BENCH_LOGS;
const logs = kept ?? mkdtempSync(join(tmpdir(), 'footprint-bench-start-'));

const inFolder = async (events: number): Promise<string> => {
  const folder = join(logs, `start-${events}`);
  if (!hasLog(folder)) await makeCouncilLog(folder, events);
  return folder;
};

interface Start {
  readonly seconds: number;
  readonly processor: number;
  readonly memory: number;
  /** Seconds of a processor in the time after it was ready. */
  readonly after: number;
  readonly most: number;
}

const start = async (folder: string, watched: number): Promise<Start> => {
  const program = await Program.over(folder);
  try {
    const memory = program.memory();
    program.note();
    await pause(watched * 1_000);
    program.note();
    return { ...program.readiness, memory, after: program.processor(), most: program.mostMemory() };
  } finally {
    await program.stop();
  }
};

const said = (what: string, { seconds, processor, memory, after, most }: Start, watched: number): void =>
  console.log(
    `${what}: ready in ${seconds.toFixed(2)} s (${processor.toFixed(2)} s of a processor) with ${memory} MiB; in the ` +
      `${watched} s after that ${after.toFixed(2)} s of a processor, ${most} MiB at most, load ${loadavg()[0]!.toFixed(1)}`,
  );

try {
  for (const events of [FEW, EVENTS]) {
    const folder = await inFolder(events);
    const of = `start on ${events.toLocaleString('en-GB')} events`;
    said(`${of}, the first time or after the last run`, await start(folder, WATCHED), WATCHED);
    for (let turn = 0; turn < STARTS; turn++) {
      const watched = turn === 0 ? WATCHED : 10;
      said(`${of}, with read models`, await start(folder, watched), watched);
    }
  }
} finally {
  if (kept === undefined) rmSync(logs, { recursive: true, force: true });
}
