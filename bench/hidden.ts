import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillLog } from '../src/demonstration/demonstration.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { readConfig } from '../src/platform/config/config.js';
import { prefixOf, referenceFor, referencesIn } from '../src/platform/ids.js';
import { Log } from '../src/platform/logging/log.js';
import { createService } from '../src/serve.js';
import { NO_LIMITS } from '../test/support/limits.js';
import { Times } from './support/latency.js';

/**
 * How long it takes to be told that there is no such thing: of each kind of record, one that is hidden from somebody of the demonstration
 * council, beside an id that nothing has, one after the other in turn (A2: within 10%). Both by reading and by acting.
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
/** Milliseconds until somebody is told that there is nothing. */
const timeOf = async (ask: () => ReturnType<typeof send>): Promise<number> => {
  const start = performance.now();
  const { statusCode } = await ask();
  const taken = performance.now() - start;
  if (statusCode !== 404) throw new Error(`Answered ${statusCode}`);
  return taken;
};

/** Both in turn, in either order, so that neither has the warmer machine. */
const compare = async (
  what: string,
  pairs: readonly { readonly absent: string; readonly hidden: string }[],
  ask: (id: string) => ReturnType<typeof send>,
): Promise<void> => {
  const times = { hidden: new Times(), absent: new Times() };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const pair = pairs[round]!;
    for (const which of round % 2 === 0 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const)) {
      const taken = await timeOf(() => ask(pair[which]));
      if (round >= WARM_UP) times[which].add(taken);
    }
  }
  const [ours, theirs] = [times.hidden.at(0.5), times.absent.at(0.5)];
  console.log(
    `being told that there is no such thing: ${what}: hidden ${ours.toFixed(3)} ms, absent ${theirs.toFixed(3)} ms in the middle ` +
      `of ${ROUNDS}, ratio ${(ours / theirs).toFixed(3)} (between 0.90 and 1.10 keeps A2)`,
  );
};

/** Records that people of the demonstration council are not shown: a child of another team, and a record of another IRO. */
interface Kind {
  readonly what: string;
  readonly asker: string;
  readonly prefix: string | null;
  /** The address of it, and of what is done to it. */
  readonly read: (id: string) => string;
  readonly act?: readonly [string, object];
}

const record = (what: string, asker: string, prefix: string, folder: string, act?: Kind['act']): Kind => ({
  what,
  asker,
  prefix,
  read: (id) => `/${folder}/${id}`,
  ...(act === undefined ? {} : { act }),
});
const [IRO, TEAM_MANAGER] = ['A. Hartwell', 'T. Ashdown'];
const ANOTHER_IRO = { id: 'c-marsden', name: 'C. Marsden' };
const YESTERDAY = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
const KINDS: readonly Kind[] = [
  record('a dispute, by an IRO', IRO, 'DRP', 'disputes', ['add-note', { text: 'In words.' }]),
  record('a dispute, by a team manager', TEAM_MANAGER, 'DRP', 'disputes', ['add-note', { text: 'In words.' }]),
  record('an acknowledgement, by an IRO', IRO, 'PA', 'acknowledgements', ['thank', {}]),
  record('a check, by an IRO', IRO, 'RVW', 'reviews', ['decide-not-to-raise', { standard: 'A', reason: 'In words.' }]),
  { what: 'a child, by a team manager', asker: TEAM_MANAGER, prefix: null, read: (id) => `/children/${id}` },
  { what: 'a history, by a team manager', asker: TEAM_MANAGER, prefix: null, read: (id) => `/children/${id}/history` },
];

/** Begins what the demonstration council has none of: a check of each child of another IRO. */
const beginChecks = async (iro: { id: string; name: string }): Promise<string[]> => {
  const token = await signIn(iro.name);
  const { items } = JSON.parse((await send('GET', '/children?limit=200', token)).body) as {
    items: { childId: string; iro: string | null }[];
  };
  const references: string[] = [];
  for (const { childId: child } of items.filter((each) => each.iro === iro.id)) {
    const { statusCode, body } = await send('POST', '/reviews', token, { kind: 'midway', child, heldOn: YESTERDAY });
    if (statusCode !== 201) throw new Error(`Answered ${statusCode}: ${body}`);
    references.push(...referencesIn(body));
  }
  return references;
};

/** Every id of the council, by the letters that it begins with; a child's begins with none. */
const everyId = async (manager: string): Promise<Map<string | null, Set<string>>> => {
  const ids = new Map<string | null, Set<string>>();
  const add = (prefix: string | null, id: string) => ids.set(prefix, (ids.get(prefix) ?? new Set()).add(id));
  for (let next: string | null = ''; next !== null;) {
    const { body } = await send('GET', `/children?limit=200${next && `&cursor=${next}`}`, manager);
    const page = JSON.parse(body) as { items: { childId: string }[]; next: string | null };
    for (const { childId } of page.items) {
      add(null, childId);
      const history = (await send('GET', `/children/${childId}/history?limit=200`, manager)).body;
      for (const reference of referencesIn(history)) add(prefixOf(reference), reference);
    }
    next = page.next;
  }
  return ids;
};

/** Those of them that somebody is answered 404 about. */
const hiddenFrom = async (token: string, { read }: Kind, ids: Iterable<string>): Promise<string[]> => {
  const hidden: string[] = [];
  for (const id of ids) if ((await send('GET', read(id), token)).statusCode === 404) hidden.push(id);
  return hidden.sort();
};

try {
  const { items } = JSON.parse((await send('GET', '/posts', await signIn(IRO))).body) as {
    items: { kind: string; person: string | null }[];
  };
  const head = items.find(({ kind, person }) => kind === 'iro-manager' && person !== null)!;
  const { name } = JSON.parse((await send('GET', `/people/${head.person}`, await signIn(IRO))).body) as {
    name: string;
  };
  const begun = await beginChecks(ANOTHER_IRO);
  const ids = await everyId(await signIn(name));
  for (const id of begun) ids.set(prefixOf(id), (ids.get(prefixOf(id)) ?? new Set()).add(id));

  for (const kind of KINDS) {
    const token = await signIn(kind.asker);
    const all = ids.get(kind.prefix) ?? new Set<string>();
    const hidden = await hiddenFrom(token, kind, all);
    if (hidden.length === 0) throw new Error(`Nothing is hidden: ${kind.what}`);
    /** An id that nothing has, and the hidden one that comes after it in order: so both weigh the same. */
    const pairs = Array.from({ length: 4 * ROUNDS }, (_, nth) =>
      kind.prefix === null ? String(1_000_000 + 7 * nth + 3) : referenceFor(kind.prefix, `absent ${nth}`),
    )
      .filter((absent) => !all.has(absent))
      .map((absent) => ({ absent, hidden: hidden.find((id) => id > absent) ?? hidden[0]! }));
    await compare(`${kind.what}, reading`, pairs, (id) => send('GET', kind.read(id), token));
    if (kind.act === undefined) continue;
    const [act, body] = kind.act;
    await compare(`${kind.what}, acting`, pairs, (id) => send('POST', `${kind.read(id)}/${act}`, token, body));
  }
} finally {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
