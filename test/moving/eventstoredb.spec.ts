import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemClock } from '../../src/platform/clock/clock.js';
import { copyLog } from '../../src/platform/event-store/copy-log.js';
import { EventStoreDbEventStore } from '../../src/platform/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { run } from '../../src/cli/run.js';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';
import { EventStoreDbServer } from '../support/eventstoredb/server.js';
import { type ServerAlone, serverAlone } from '../support/eventstoredb/server-alone.js';
import { WHICH_SERVER } from '../support/eventstoredb/under-test.js';

/*
 * A council that moves from its folder to EventStoreDB, works there, and moves back, takes every event along. The server is the one
 * in this process, unless FOOTPRINT_TEST_ESDB names real ones.
 */

let council: CouncilOnDisk;
let server: ServerAlone;
let address: string;
beforeAll(async () => {
  server = await serverAlone();
  address = server.connectionString;
  process.stdout.write(`Moving to and from ${WHICH_SERVER}\n`);
  council = await worcestershire();
  await council.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused');
});
afterAll(async () => {
  await council.remove();
  server?.end();
});

const copy = async (from: string, to: string): Promise<{ events: number; copied: number; digest: string }> =>
  JSON.parse(await council.must('copy-log', '--from', from, '--to', to, '--json')) as Awaited<ReturnType<typeof copy>>;

const REPORTS = [
  ['report', 'annual', '2022/23', '--json'],
  ['report', 'timeliness', '--year', '2022/23', '--by', 'stage,team,quarter', '--json'],
  ['register', 'imports', '--json'],
];
const reportsFrom = async (folder: string): Promise<string[]> => {
  const said = [];
  for (const report of REPORTS) said.push(await council.must(...report, '--data-dir', council.path(folder)));
  return said;
};

it('goes there and back, with the same digest on every side and the same figures at home', async () => {
  const there = await copy(council.path('data'), address);
  expect(there.copied).toBe(there.events);
  expect(await copy(council.path('data'), address)).toMatchObject({ copied: 0, digest: there.digest });
  const back = await copy(address, council.path('back'));
  expect(back).toMatchObject({ events: there.events, copied: there.events, digest: there.digest });
  expect(await reportsFrom('back')).toEqual(await reportsFrom('data'));
  expect(await council.must('verify', '--data-dir', council.path('back'))).toMatch(/^Log: no fault in itself/);
});

it('takes along what was written there, when it comes back', async () => {
  const store = EventStoreDbEventStore.open(address);
  const [last] = (await store.read('protocol-council')).slice(-1);
  const { data, metadata, type, revision } = last!;
  const added = { ...metadata, commandId: 'added-there' };
  await store.append('protocol-council', revision, [
    { id: '6f1f1a2e-0b6c-4a53-9b0a-1d2f2c1b7a11', type, data, metadata: added },
  ]);
  await store.close();
  expect((await copy(address, council.path('back'))).copied).toBe(1);
  await expect(copy(council.path('data'), address)).rejects.toThrow(/holds events that the source does not/);
});

/** A command of an installation whose log is in EventStoreDB. */
const inProduction = async (...words: string[]): Promise<{ code: number; out: string; said: string }> => {
  let [out, said] = ['', ''];
  const code = await run(words, {
    environment: { FOOTPRINT_LOG: address, FOOTPRINT_DATA_DIR: council.path('instance') },
    print: (text) => void (out += text),
    say: (text) => void (said += text),
  });
  return { code, out, said };
};

it('takes the address from the setting, and shows no password where it cannot be used', async () => {
  const { code, out } = await inProduction('copy-log', '--from', council.path('back'), '--to', 'FOOTPRINT_LOG');
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^0 events copied, .* one by one the same, digest/),
  });
  const wrong = await council.run('copy-log', '--from', council.path('back'), '--to', 'mongodb://user:secret@host');
  expect(wrong).toMatchObject({ code: 1, said: expect.not.stringContaining('secret') });
  expect(await council.run('copy-log', '--from', council.path('back'), '--to', 'FOOTPRINT_LOG')).toMatchObject({
    code: 2,
  });
});

it('gives the same figures there, verifies, and says what is done otherwise', async () => {
  const { out } = await inProduction('report', 'annual', '2022/23', '--json');
  expect(out).toBe((await reportsFrom('back'))[0]);
  expect(await inProduction('verify')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Log: no fault in itself, .* head \d{20}-\d{20}:/),
  });
  const { out: verified } = await inProduction('verify', '--json');
  const { head } = (JSON.parse(verified) as { log: { head: string } }).log;
  expect(await inProduction('verify', '--against', head)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`It holds the head noted at ${head.split(':')[0]}`),
  });
  const another = `${head.slice(0, -1)}${head.endsWith('0') ? '1' : '0'}`;
  expect(await inProduction('verify', '--against', another)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^The log is not as it was written: Event .* is not what it was when a head was noted/),
  });
  for (const words of [['backup', council.path('copy')], ['restore', council.path('copy')], ['rebuild']]) {
    const { code, said } = await inProduction(...words);
    expect({ words, code, said }).toEqual({
      words,
      code: 1,
      said: expect.stringContaining('The log is in EventStoreDB.'),
    });
  }
});

it('is continued where the server was lost in the middle, again and again', async () => {
  const fresh = await EventStoreDbServer.start({ clock: systemClock });
  const source = SqliteEventStore.open(`${council.path('data')}/log.sqlite`, { clock: systemClock, readOnly: true });
  const unlucky = EventStoreDbEventStore.open(fresh.connectionString, { timeLimit: 1_000 });
  let [left, finished] = [40, 0];
  const failing = new Proxy(unlucky, {
    get: (store, name) => {
      if (name === 'append' && left-- === 0) throw new Error('killed');
      const member: unknown = Reflect.get(store, name, store);
      return typeof member === 'function' ? (member.bind(store) as unknown) : member;
    },
  });
  for (let runs = 0; finished === 0 && runs < 100; runs++) {
    left = 40 + runs;
    finished = await copyLog(source, failing).then(
      ({ events }) => events,
      () => 0,
    );
  }
  expect(finished).toBeGreaterThan(400);
  await Promise.all([source.close(), unlucky.close()]);
  fresh.stop();
});
