import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceFrom } from '../../src/demonstration/chance.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import { isLogAt } from '../../src/platform/event-store/sqlite/log-file.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../src/platform/event-store/sqlite/verify-log.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';

const KILLS = casesOf('log-killed');
const LOGS = 2;
const KILLS_A_LOG = KILLS / LOGS;
/** As `appending.ts` does it. */
const EVENTS_TOGETHER = 3;
/** As many appends are acknowledged to a process at most before it is killed: a busy machine needs longer for them, and shows as much. */
const MOST_ACKNOWLEDGED = 40;
/** Longest time that it is left to append after that, in milliseconds. */
const LONGEST_AFTERWARDS = 10;
const KILLS_BETWEEN_LOOKS = 10;

/** Every process of this test, so that none outlives it. */
const started = new Set<ChildProcess>();

describe('A process killed while it appends', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-kill-'));
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `${KILLS} times loses nothing that was acknowledged and leaves nothing half written`,
    async () => {
      const logs = Array.from({ length: LOGS }, (_, log) => join(folder, `log-${log}.sqlite`));
      const acknowledged = await Promise.all(logs.map((path, log) => killAgainAndAgain(path, chanceFrom(seed + log))));
      for (const [index, path] of logs.entries()) await expectWhole(path, acknowledged[index]!);
      report('Log killed', { kills: KILLS, acknowledged: acknowledged.flat().length });
      expect(acknowledged.flat().length).toBeGreaterThan(KILLS * 5);
    },
    patienceFor(KILLS),
  );
});

/** Gives the appends that were acknowledged. The next process is started while one runs, since starting takes longest. */
const killAgainAndAgain = async (path: string, chance: Chance): Promise<string[]> => {
  const acknowledgements = `${path}.acknowledged`;
  let next = startAppending(path, acknowledgements, 'run0');
  for (let kill = 1; kill <= KILLS_A_LOG; kill++) {
    const running = next;
    await running.ready;
    next = startAppending(path, acknowledgements, `run${kill}`);
    const enough = acknowledgedIn(acknowledgements).length + chance.number(0, MOST_ACKNOWLEDGED);
    running.begin();
    while (acknowledgedIn(acknowledgements).length < enough && running.isAlive()) await pause(1);
    await pause(chance.number(0, LONGEST_AFTERWARDS));
    await running.kill();
    if (kill % KILLS_BETWEEN_LOOKS === 0) await expectSound(path, acknowledgements);
  }
  await next.kill();
  return acknowledgedIn(acknowledgements);
};

const acknowledgedIn = (acknowledgements: string): string[] =>
  readFileSync(acknowledgements, 'utf8').split('\n').slice(0, -1);

const startAppending = (path: string, acknowledgements: string, run: string) => {
  const program = join(import.meta.dirname, 'appending.ts');
  const loader = join(import.meta.dirname, 'typescript.mjs');
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--experimental-transform-types', '--import', loader, program, path, acknowledgements, run],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  started.add(child);
  const ended = once(child, 'close');
  return {
    ready: once(child.stdout, 'data'),
    begin: () => child.stdin.write('begin\n'),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Without warning. A process that had ended before by itself has failed. */
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      started.delete(child);
    },
  };
};

/** Before any append was acknowledged, every process may have been killed before it had made the log. */
const expectSound = async (path: string, acknowledgements: string): Promise<void> => {
  if (!isLogAt(path)) expect(acknowledgedIn(acknowledgements)).toEqual([]);
  else expect(await verifyLog(path)).toMatchObject({ ok: true, fault: null });
};

/** Every acknowledged append is there once and whole, and so is every other append that got in before its answer could. */
const expectWhole = async (path: string, acknowledged: readonly string[]): Promise<void> => {
  const store = SqliteEventStore.open(path, { clock: systemClock });
  const timesStored = new Map<string, number>();
  for (let page = await store.readAll(undefined); page.length > 0; page = await store.readAll(page.at(-1)!.position)) {
    for (const event of page) {
      timesStored.set(event.id, (timesStored.get(event.id) ?? 0) + 1);
      expect(event.data).toMatchObject({ text: expect.stringContaining(`Event ${event.id.slice(-1)} of `) });
    }
  }
  await store.close();
  const eventsOf = (append: string) => Array.from({ length: EVENTS_TOGETHER }, (_, index) => `${append}-${index}`);
  const missing = acknowledged.flatMap(eventsOf).filter((id) => !timesStored.has(id));
  const repeated = [...timesStored].filter(([, times]) => times !== 1);
  const appends = new Set([...timesStored.keys()].map((id) => id.slice(0, id.lastIndexOf('-'))));
  const halfWritten = [...appends].filter((append) => !eventsOf(append).every((id) => timesStored.has(id)));
  expect({ missing, repeated, halfWritten }).toEqual({ missing: [], repeated: [], halfWritten: [] });
  expect((await verifyLog(path)).events).toBe(timesStored.size);
};
