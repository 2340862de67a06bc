import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillLog } from '../src/demonstration/demonstration.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { readConfig } from '../src/platform/config/config.js';
import { referenceFor } from '../src/platform/ids.js';
import { Log } from '../src/platform/logging/log.js';
import { createService } from '../src/serve.js';
import { NO_LIMITS } from '../test/support/limits.js';
import { Times } from './support/latency.js';

/**
 * How long it takes to be told that there is nothing: of disputes that are hidden from an IRO of the demonstration council, beside
 * references that nothing has, one after the other in turn (A2: within 10%). Both by reading and by acting.
 */
const ROUNDS = 1_500;
const WARM_UP = 200;

const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-hidden-'));
const config = { ...readConfig({ ...NO_LIMITS, FOOTPRINT_DATA_DIR: folder, FOOTPRINT_DEMONSTRATION: 'on' }), port: 0 };
const service = await createService(config, {}, new Log(systemClock, () => {}));
await service.init();
await fillLog(service, () => {});

const send = async (method: 'GET' | 'POST', url: string, token?: string, payload?: object) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return service.inject({ method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
};
const signIn = async (name: string): Promise<string> =>
  (JSON.parse((await send('POST', '/demonstration/sign-in', undefined, { name })).body) as { token: string }).token;
const disputesOf = async (token: string): Promise<string[]> => {
  const references: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { body } = await send('GET', `/disputes?limit=200${next && `&cursor=${next}`}`, token);
    const page = JSON.parse(body) as { items: { reference: string }[]; next: string | null };
    references.push(...page.items.map(({ reference }) => reference));
    next = page.next;
  }
  return references;
};

/** Milliseconds until somebody is told that there is nothing. */
const timeOf = async (ask: () => ReturnType<typeof send>): Promise<number> => {
  const start = performance.now();
  const { statusCode } = await ask();
  const taken = performance.now() - start;
  if (statusCode !== 404) throw new Error(`Answered ${statusCode}`);
  return taken;
};

try {
  const { items } = JSON.parse((await send('GET', '/posts', await signIn('A. Hartwell'))).body) as {
    items: { kind: string; person: string | null }[];
  };
  const token = await signIn('A. Hartwell');
  const manager = items.find(({ kind, person }) => kind === 'iro-manager' && person !== null)!;
  const { name } = JSON.parse((await send('GET', `/people/${manager.person}`, token)).body) as { name: string };
  const everything = await disputesOf(await signIn(name));
  const own = new Set(await disputesOf(token));
  const inOrder = everything.toSorted();
  /** A reference that nothing has, and the hidden dispute that is looked at in its place: so both weigh the same. */
  const pairs = Array.from({ length: 4 * ROUNDS }, (_, nth) => {
    const absent = referenceFor('DRP', `absent ${nth}`);
    return { absent, hidden: inOrder.find((reference) => reference > absent) ?? inOrder[0]! };
  }).filter(({ hidden }) => !own.has(hidden));

  for (const [what, ask] of [
    ['reading', (reference: string) => send('GET', `/disputes/${reference}`, token)],
    ['acting', (reference: string) => send('POST', `/disputes/${reference}/add-note`, token, { text: 'In words.' })],
  ] as const) {
    const times = { hidden: new Times(), absent: new Times() };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const pair = pairs[round]!;
      for (const kind of round % 2 === 0 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const)) {
        const taken = await timeOf(() => ask(pair[kind]));
        if (round >= WARM_UP) times[kind].add(taken);
      }
    }
    const [ours, theirs] = [times.hidden.at(0.5), times.absent.at(0.5)];
    console.log(
      `being told that there is nothing, ${what}: hidden ${ours.toFixed(3)} ms, absent ${theirs.toFixed(3)} ms in the middle of ` +
        `${ROUNDS}, ratio ${(ours / theirs).toFixed(3)} (between 0.90 and 1.10 keeps A2)`,
    );
  }
} finally {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
