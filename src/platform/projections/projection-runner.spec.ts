import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { copyFileSync, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../clock/clock.js';
import type { EventToAppend, ExpectedRevision, JsonObject, Position } from '../event-store/event-store.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { decodeRow } from './rows.js';
import { type Projection, projection } from './projection.js';
import { ProjectionRunner, RebuildFailed } from './projection-runner.js';
import { ReadModelDatabase } from './read-model-database.js';

const clock = new SettableClock('2022-04-01T09:00:00.000Z');

/** Baskets with things in them: one row a thing, and one row a basket in the other read model. */
type ThingRow = { basket: string; thing: string; amount: number; tags: string[]; taken: boolean };

const things = projection<ThingRow>({
  name: 'things',
  version: 1,
  categories: ['basket'],
  columns: { basket: 'text', thing: 'text', amount: 'integer', tags: 'json', taken: 'boolean' },
  key: ['basket', 'thing'],
  indexes: [['thing']],
  partitionBy: (event) => event.stream.slice('basket-'.length),
  when: {
    ThingPut: (rows, { stream, data }) => {
      const thing = String(data.thing);
      const before = rows.find((row) => row.thing === thing);
      const basket = stream.slice('basket-'.length);
      const row = before
        ? { ...before, amount: before.amount + 1 }
        : { basket, thing, amount: 1, tags: [`${thing}!`], taken: false };
      return [...rows.filter((each) => each.thing !== thing), row];
    },
    ThingTaken: (rows, { data }) => rows.map((row) => (row.thing === data.thing ? { ...row, taken: true } : row)),
    ThingLost: (rows, { data }) => rows.filter((row) => row.thing !== data.thing),
  },
});

const counts = projection<{ basket: string; events: number }>({
  name: 'counts',
  version: 1,
  categories: ['basket'],
  columns: { basket: 'text', events: 'integer' },
  key: ['basket'],
  partitionBy: (event) => event.stream.slice('basket-'.length),
  when: Object.fromEntries(
    ['ThingPut', 'ThingTaken', 'ThingLost'].map((type) => [
      type,
      (rows: readonly { basket: string; events: number }[], { stream }: { stream: string }) => [
        { basket: stream.slice('basket-'.length), events: (rows[0]?.events ?? 0) + 1 },
      ],
    ]),
  ),
});

let store: MemoryEventStore;
let folder: string;
let file: string;
const runners: ProjectionRunner[] = [];
const revisions = new Map<string, number>();

const runnerOf = (projections: Projection[] = [things, counts], path = ':memory:'): ProjectionRunner => {
  const runner = new ProjectionRunner({ store, path, projections });
  runners.push(runner);
  return runner;
};

const happen = async (stream: string, ...events: [type: string, thing: string][]): Promise<Position> => {
  const before = revisions.get(stream);
  const expected: ExpectedRevision = before ?? 'no_stream';
  const toAppend = events.map(([type, thing], index) =>
    event(`${stream}/${(before ?? -1) + 1 + index}`, type, { thing }),
  );
  const { revision, position } = await store.append(stream, expected, toAppend);
  revisions.set(stream, revision);
  return position;
};

const event = (id: string, type: string, data: JsonObject): EventToAppend => ({
  id,
  type,
  data,
  metadata: {
    commandId: id,
    commandDigest: 'digest',
    $correlationId: id,
    $causationId: id,
    actor: { person: 'p-ames', post: null, role: null },
    occurredAt: '2022-04-01T09:00:00.000Z',
    schemaVersion: 1,
  },
});

const aBusyDay = async (afterEach: () => Promise<void> = async () => {}): Promise<void> => {
  for (let round = 0; round < 30; round++) {
    await happen(`basket-${round % 7}`, ['ThingPut', 'apple'], ['ThingPut', `pear ${round % 3}`]);
    if (round % 4 === 0) await happen(`basket-${round % 7}`, ['ThingTaken', 'apple']);
    if (round % 5 === 0) await happen(`basket-${round % 7}`, ['ThingLost', 'pear 1']);
    await afterEach();
  }
};

const rowsOf = (runner: ProjectionRunner): unknown => ({
  things: runner.all('SELECT * FROM things ORDER BY basket, thing'),
  counts: runner.all('SELECT * FROM counts ORDER BY basket'),
});

const stateOf = (runner: ProjectionRunner, name: string): string | undefined =>
  runner.status().find((each) => each.name === name)?.state;

const tablesOf = (runner: ProjectionRunner): string[] => namesOf(runner, "type = 'table' AND name GLOB '*__*'");
const indexesOf = (runner: ProjectionRunner): string[] => namesOf(runner, "type = 'index' AND sql IS NOT NULL");
const namesOf = (runner: ProjectionRunner, condition: string): string[] =>
  runner
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE ${condition} ORDER BY name`)
    .map(({ name }) => name);

beforeEach(async () => {
  store = new MemoryEventStore(clock);
  revisions.clear();
  folder = await mkdtemp(join(tmpdir(), 'read-models-'));
  file = join(folder, 'read-models.sqlite');
});

afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.close().catch(() => undefined);
  await store.close();
  await rm(folder, { recursive: true });
});

/** The same read model as `things`, unable to fold what was taken. */
const stuck = (): Projection => ({
  ...things,
  name: 'stuck',
  when: {
    ...things.when,
    ThingTaken: (_, { data }) => {
      throw new RangeError(`no room for ${String(data.thing)}`);
    },
  },
});

const later = (version: number): Projection => ({
  ...counts,
  version,
  when: { ThingPut: (rows, { stream }) => [{ basket: stream.slice(7), events: (Number(rows[0]?.events) || 0) + 10 }] },
});

describe('The revision of a stream', () => {
  const lids = projection<{ basket: string; open: boolean; revision: number }>({
    name: 'lids',
    version: 1,
    categories: ['basket'],
    columns: { basket: 'text', open: 'boolean', revision: 'integer' },
    key: ['basket'],
    revisionIn: 'revision',
    partitionBy: (event) => event.stream.slice('basket-'.length),
    when: {
      LidLifted: (_, { stream }) => [{ basket: stream.slice('basket-'.length), open: true, revision: -1 }],
      LidClosed: (rows) => rows.map((row) => ({ ...row, open: false })),
    },
  });
  const lidOf = (runner: ProjectionRunner) => runner.all('SELECT * FROM lids');

  it('is written by the runner after every event of it, those that the read model does not name among them', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['LidLifted', ''], ['ThingPut', 'pear']);
    const runner = runnerOf([lids, things]);
    await runner.catchUp();
    expect(lidOf(runner)).toEqual([{ basket: 'a', open: 1, revision: 2 }]);
    await happen('basket-a', ['ThingTaken', 'pear']);
    await runner.catchUp();
    expect(lidOf(runner)).toEqual([{ basket: 'a', open: 1, revision: 3 }]);
    await happen('basket-a', ['LidClosed', ''], ['ThingLost', 'pear']);
    await runner.catchUp();
    expect(lidOf(runner)).toEqual([{ basket: 'a', open: 0, revision: 5 }]);
  });

  it('is the same whether the read model is folded alone, later than others, or from the start again', async () => {
    await happen('basket-a', ['LidLifted', ''], ['ThingPut', 'pear']);
    const first = runnerOf([things], file);
    await first.catchUp();
    await first.close();
    const both = runnerOf([things, lids], file);
    await both.catchUp();
    await happen('basket-a', ['ThingPut', 'plum']);
    await both.catchUp();
    const live = lidOf(both);
    await both.rebuild();
    expect(live).toEqual([{ basket: 'a', open: 1, revision: 2 }]);
    expect(lidOf(both)).toEqual(live);
  });

  it('brings no row where there is none', async () => {
    await happen('basket-a', ['ThingPut', 'apple']);
    const runner = runnerOf([lids]);
    await runner.catchUp();
    expect(lidOf(runner)).toEqual([]);
  });
});

describe('reading the log', () => {
  it('keeps the rows that the folds give', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingPut', 'apple'], ['ThingPut', 'pear'], ['ThingLost', 'pear']);
    const runner = runnerOf();
    await runner.catchUp();
    const rows = runner.all<object>('SELECT * FROM things');
    expect(rows).toEqual([{ basket: 'a', thing: 'apple', amount: 2, tags: '["apple!"]', taken: 0 }]);
    expect(decodeRow(things, rows[0]!)).toEqual({
      basket: 'a',
      thing: 'apple',
      amount: 2,
      tags: ['apple!'],
      taken: false,
    });
    expect(runner.get('SELECT events FROM counts WHERE basket = ?', ['a'])).toEqual({ events: 4 });
    expect(runner.get('SELECT events FROM counts WHERE basket = :basket', { basket: 'a' })).toEqual({ events: 4 });
  });

  it('gives the same rows from one page as from single events', async () => {
    const oneByOne = runnerOf();
    const events = aBusyDay(() => oneByOne.catchUp());
    await events;
    const atOnce = runnerOf();
    await atOnce.catchUp();
    expect(rowsOf(atOnce)).toEqual(rowsOf(oneByOne));
    expect(oneByOne.get('SELECT count(*) AS n FROM things')).toEqual({ n: 25 });
  });

  it('gives the same rows stopped and started again as straight through', async () => {
    const straight = runnerOf();
    let stopped = runnerOf(undefined, file);
    await aBusyDay(async () => {
      await stopped.catchUp();
      await stopped.close();
      stopped = runnerOf(undefined, file);
    });
    await straight.catchUp();
    await stopped.catchUp();
    expect(rowsOf(stopped)).toEqual(rowsOf(straight));
  });

  it('lets nothing happen twice when events are delivered twice', async () => {
    await aBusyDay();
    const once = runnerOf();
    await once.catchUp();
    const readAll = store.readAll.bind(store);
    const twice = runnerOf();
    let before: Position | undefined;
    store.readAll = async (after, options) => {
      const page = await readAll(before, { ...options, limit: 7 });
      before = after;
      return page;
    };
    for (let page = 0; page < 40; page++) await twice.catchUp();
    store.readAll = readAll;
    await twice.catchUp();
    expect(rowsOf(twice)).toEqual(rowsOf(once));
  });

  it('passes over events of other categories and of types it does not know', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingPolished', 'apple']);
    const position = await happen('cupboard-a', ['ThingPut', 'plate']);
    const runner = runnerOf();
    await runner.catchUp();
    expect(runner.get('SELECT sum(amount) AS amount FROM things')).toEqual({ amount: 1 });
    expect(runner.status().map((each) => [each.state, each.position])).toEqual([
      ['live', position],
      ['live', position],
    ]);
  });

  it('is ready at once for an empty log', async () => {
    const runner = runnerOf();
    await runner.catchUp();
    expect(runner.all('SELECT * FROM things')).toEqual([]);
    expect(stateOf(runner, 'things')).toBe('live');
  });
});

describe('the live subscription', () => {
  it('follows the log, and a reader can wait for a write', async () => {
    const runner = runnerOf();
    runner.start();
    const first = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await runner.waitFor(first)).toBe(true);
    const second = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await runner.waitFor(second)).toBe(true);
    expect(runner.get('SELECT amount FROM things')).toEqual({ amount: 2 });
    expect(stateOf(runner, 'things')).toBe('live');
  });

  it('says no to a reader who has waited long enough', async () => {
    const runner = runnerOf();
    runner.start();
    await runner.stop();
    const position = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await runner.waitFor(position, 20)).toBe(false);
  });

  it('is not waited for where nothing ever followed, as in a command that works alone: it is read up to there', async () => {
    const position = await happen('basket-a', ['ThingPut', 'apple']);
    const runner = runnerOf();
    expect(await runner.waitFor(position, 20)).toBe(true);
    expect(runner.get('SELECT amount FROM things')).toEqual({ amount: 1 });
  });

  it('stopped, reads no further, and goes on where it was', async () => {
    const runner = runnerOf();
    runner.start();
    await runner.waitFor(await happen('basket-a', ['ThingPut', 'apple']));
    await runner.stop();
    const missed = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await runner.waitFor(missed, 20)).toBe(false);
    runner.start();
    expect(await runner.waitFor(missed)).toBe(true);
    expect(runner.get('SELECT amount FROM things')).toEqual({ amount: 2 });
  });

  it('reads on when a store that was away is back', async () => {
    const subscribe = store.subscribe.bind(store);
    let away = 2;
    store.subscribe = (after, options) => {
      if (away-- > 0) throw new Error('The store is away.');
      return subscribe(after, options);
    };
    const troubles: string[] = [];
    const onTrouble = (error: unknown): number => troubles.push((error as Error).message);
    const runner = new ProjectionRunner({ store, path: ':memory:', projections: [things], onTrouble });
    runners.push(runner);
    runner.start();
    const position = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await runner.waitFor(position, 5_000)).toBe(true);
    expect(await runner.waitFor(await happen('basket-a', ['ThingPut', 'apple']), 5_000)).toBe(true);
    expect(troubles[0]).toBe('The store is away.');
  });
});

describe('a projection that cannot fold an event', () => {
  const takeOne = async (): Promise<Position> => {
    await happen('basket-a', ['ThingPut', 'apple']);
    return happen('basket-a', ['ThingPut', 'pear'], ['ThingTaken', 'secret pear'], ['ThingPut', 'plum']);
  };

  it('stops alone in front of it; the others go on', async () => {
    const head = await takeOne();
    const runner = runnerOf([stuck(), counts]);
    await runner.catchUp();
    expect(runner.get('SELECT events FROM counts')).toEqual({ events: 4 });
    expect(runner.all('SELECT thing FROM stuck ORDER BY thing')).toEqual([{ thing: 'apple' }, { thing: 'pear' }]);
    expect(stateOf(runner, 'counts')).toBe('live');
    expect(runner.status().find(({ name }) => name === 'counts')?.position).toBe(head);
  });

  it('shows which event it was, and none of its text', async () => {
    await takeOne();
    const runner = runnerOf([stuck(), counts]);
    await runner.catchUp();
    expect(runner.status()[0]).toMatchObject({
      name: 'stuck',
      state: 'failed',
      failure: 'ThingTaken (basket-a, revision 2) could not be folded: RangeError.',
      position: (await store.read('basket-a'))[1]!.position,
    });
  });

  it('does not make readers wait for what cannot come', async () => {
    const head = await takeOne();
    const runner = runnerOf([stuck(), counts]);
    await runner.catchUp();
    // Far longer than a test may take.
    expect(await runner.waitFor(head, 3_600_000)).toBe(false);
  });

  it('is tried again when the program starts again, and skips nothing', async () => {
    await takeOne();
    const failing = runnerOf([stuck()], file);
    await failing.catchUp();
    await failing.close();
    const again = runnerOf([stuck()], file);
    await again.catchUp();
    expect(stateOf(again, 'stuck')).toBe('failed');
    await again.close();
    const mended = runnerOf([{ ...things, name: 'stuck' }], file);
    await mended.catchUp();
    expect(stateOf(mended, 'stuck')).toBe('live');
    expect(mended.all('SELECT thing FROM stuck ORDER BY thing')).toHaveLength(3);
  });

  it.each([
    ['text in a column for numbers', { basket: 'a', events: 'many' }],
    ['a row of another partition', { basket: 'b', events: 1 }],
    ['no key', { basket: null, events: 1 }],
  ])('counts as such when it gives rows that cannot be stored: %s', async (_, row) => {
    await happen('basket-a', ['ThingPut', 'apple']);
    const runner = runnerOf([{ ...counts, name: 'unfit', when: { ThingPut: () => [row] } }, things]);
    await runner.catchUp();
    expect(runner.status()[0]).toMatchObject({
      state: 'failed',
      failure: 'ThingPut (basket-a, revision 0) could not be folded: TypeError.',
      position: null,
    });
    expect(runner.all('SELECT * FROM unfit')).toEqual([]);
    expect(stateOf(runner, 'things')).toBe('live');
  });

  it('counts as such when two of its rows have one key', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingPut', 'apple']);
    const row = { basket: 'a', thing: 'apple', amount: 1, tags: [], taken: false };
    const runner = runnerOf([{ ...things, when: { ThingPut: () => [row, { ...row }] } }, counts]);
    await runner.catchUp();
    expect(stateOf(runner, 'things')).toBe('failed');
    expect(runner.all('SELECT * FROM things')).toEqual([]);
    expect(runner.get('SELECT events FROM counts')).toEqual({ events: 2 });

    const later = runnerOf([
      { ...things, when: { ThingPut: (rows) => (rows.length === 0 ? [row] : [...rows, { ...row, amount: 2 }]) } },
    ]);
    const readAll = store.readAll.bind(store);
    store.readAll = (after) => readAll(after, { limit: 1 });
    await later.catchUp();
    expect(stateOf(later, 'things')).toBe('failed');
  });

  it('counts as such when part of the key is empty', async () => {
    await happen('basket-a', ['ThingPut', 'apple']);
    const row = { basket: 'a', thing: null, amount: 1, tags: [], taken: false };
    const runner = runnerOf([{ ...things, when: { ThingPut: () => [row] } }, counts]);
    await runner.catchUp();
    expect(stateOf(runner, 'things')).toBe('failed');
    expect(runner.all('SELECT * FROM things')).toEqual([]);
    expect(stateOf(runner, 'counts')).toBe('live');
  });
});

describe('a crash between folding and storing', () => {
  it('loses nothing and repeats nothing', async () => {
    await aBusyDay();
    const straight = runnerOf();
    await straight.catchUp();

    const runner = runnerOf(undefined, file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    runner.all('PRAGMA busy_timeout = 10');
    await expect(runner.catchUp()).rejects.toThrow('locked');
    expect(runner.all('SELECT * FROM things')).toEqual([]);
    other.exec('COMMIT');
    other.close();

    await runner.catchUp();
    expect(rowsOf(runner)).toEqual(rowsOf(straight));
  });

  it('after any of its transactions loses nothing and repeats nothing', async () => {
    const left = await filesAfterEachTransaction(async () => {
      const runner = runnerOf(undefined, file);
      await aBusyDay(() => runner.catchUp());
    });
    const straight = runnerOf();
    await straight.catchUp();
    expect(left.length).toBeGreaterThan(30);
    for (const each of left) {
      const next = runnerOf(undefined, each);
      await next.catchUp();
      expect(rowsOf(next)).toEqual(rowsOf(straight));
      await next.close();
    }
  });
});

/** Copies of the file as a program would find it that was killed right after each transaction of `work`. */
const filesAfterEachTransaction = async (work: () => Promise<void>): Promise<string[]> => {
  const left: string[] = [];
  let within = 0;
  const { inTransaction } = ReadModelDatabase.prototype;
  ReadModelDatabase.prototype.inTransaction = function (this: ReadModelDatabase, part) {
    within++;
    try {
      inTransaction.call(this, part);
    } finally {
      within--;
    }
    if (within > 0) return;
    const copy = join(folder, `left-${left.length}.sqlite`);
    for (const ending of ['', '-wal']) if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending);
    left.push(copy);
  };
  try {
    await work();
  } finally {
    ReadModelDatabase.prototype.inTransaction = inTransaction;
  }
  return left;
};

describe('a rebuild', () => {
  it('gives the same rows, in new tables', async () => {
    await aBusyDay();
    const runner = runnerOf(undefined, file);
    await runner.catchUp();
    const before = rowsOf(runner);
    await runner.rebuild();
    expect(rowsOf(runner)).toEqual(before);
    expect(tablesOf(runner)).toEqual(['counts__2', 'things__2']);
    expect(indexesOf(runner)).toEqual(['things__2_0']);
    await happen('basket-a', ['ThingPut', 'apple']);
    await runner.catchUp();
    expect(await runner.verify()).toMatchObject([{ differences: 0 }, { differences: 0 }]);
  });

  it('lets the old rows serve until the moment of change', async () => {
    await happen('basket-a', ['ThingPut', 'apple']);
    const old = runnerOf([counts], file);
    await old.catchUp();
    await old.close();
    await happen('basket-a', ['ThingPut', 'pear']);

    const seen: unknown[] = [];
    const states: unknown[] = [];
    const runner: ProjectionRunner = new ProjectionRunner({
      store,
      path: file,
      projections: [later(2)],
      onProgress: () => {
        seen.push(runner.get('SELECT events FROM counts'));
        states.push(runner.status()[0]);
      },
    });
    runners.push(runner);
    expect(runner.get('SELECT events FROM counts')).toEqual({ events: 1 });
    await runner.catchUp();
    expect(seen).toEqual([{ events: 1 }]);
    expect(states).toMatchObject([{ version: 1, state: 'rebuilding' }]);
    expect(runner.get('SELECT events FROM counts')).toEqual({ events: 20 });
    expect(runner.status()[0]).toMatchObject({ version: 2, state: 'live' });
    expect(tablesOf(runner)).toEqual(['counts__2']);
  });

  it('begins by itself where the columns have changed under the same version', async () => {
    await happen('basket-a', ['ThingPut', 'apple']);
    const old = runnerOf([counts], file);
    await old.catchUp();
    await old.close();
    const wider: Projection = {
      ...counts,
      columns: { ...counts.columns, colour: 'text' },
      when: { ThingPut: () => [{ basket: 'a', events: 1, colour: 'red' }] },
    };
    const runner = runnerOf([wider], file);
    await runner.catchUp();
    expect(runner.get('SELECT colour FROM counts')).toEqual({ colour: 'red' });
  });

  it('goes on beside the live subscription and misses no event', async () => {
    await aBusyDay();
    const runner = runnerOf();
    runner.start();
    await runner.catchUp();
    const rebuilt = runner.rebuild();
    let last: Position | undefined;
    for (let i = 0; i < 50; i++) last = await happen('basket-live', ['ThingPut', 'apple']);
    await rebuilt;
    last = await happen('basket-live', ['ThingPut', 'apple']);
    expect(await runner.waitFor(last)).toBe(true);
    expect(runner.get("SELECT amount FROM things WHERE basket = 'live'")).toEqual({ amount: 51 });
    expect(await runner.verify()).toMatchObject([{ differences: 0 }, { differences: 0 }]);
  });

  it('called off, changes nothing and leaves nothing behind', async () => {
    await aBusyDay();
    const calledOff = new AbortController();
    const runner = new ProjectionRunner({
      store,
      path: file,
      projections: [things, counts],
      onProgress: ({ doing }) => doing === 'rebuilding' && calledOff.abort(),
    });
    runners.push(runner);
    await runner.catchUp();
    const before = rowsOf(runner);
    await expect(runner.rebuild({ signal: calledOff.signal })).rejects.toThrow();
    expect(rowsOf(runner)).toEqual(before);
    expect(tablesOf(runner)).toEqual(['counts__1', 'things__1']);
    expect(stateOf(runner, 'things')).toBe('live');
  });

  it('killed half way, changes nothing and leaves nothing behind', async () => {
    await aBusyDay();
    const killed = new ProjectionRunner({
      store,
      path: file,
      projections: [things, counts],
      onProgress: ({ doing }) => {
        if (doing === 'rebuilding') throw new Error('killed');
      },
    });
    runners.push(killed);
    await killed.catchUp();
    const before = rowsOf(killed);
    await expect(killed.rebuild()).rejects.toThrow('killed');
    const next = runnerOf(undefined, file);
    expect(tablesOf(next)).toEqual(['counts__1', 'things__1']);
    expect(rowsOf(next)).toEqual(before);
  });

  it('that fails for one projection leaves it as it was, and says so', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingTaken', 'apple']);
    const old = runnerOf([things, counts], file);
    await old.catchUp();
    await old.close();
    const broken: Projection = { ...stuck(), name: 'things', version: 2 };
    const runner = runnerOf([broken, later(2)], file);
    await runner.catchUp();
    expect(runner.get('SELECT thing FROM things')).toEqual({ thing: 'apple' });
    expect(runner.get('SELECT events FROM counts')).toEqual({ events: 10 });
    expect(runner.status()).toMatchObject([
      { name: 'things', version: 1, state: 'failed', failure: expect.stringContaining('ThingTaken') },
      { name: 'counts', version: 2, state: 'live', failure: null },
    ]);
    await expect(runner.rebuild()).rejects.toBeInstanceOf(RebuildFailed);
    expect(tablesOf(runner)).toEqual(['counts__3', 'things__1']);
  });

  it('lets go of read models that no longer exist', async () => {
    const old = runnerOf([things, counts], file);
    await old.close();
    const runner = runnerOf([counts], file);
    expect(tablesOf(runner)).toEqual(['counts__1']);
    expect(() => runner.all('SELECT * FROM things')).toThrow('no such table');
  });
});

describe('the views of a read model', () => {
  const inViews = (views: Projection['views']): Projection => ({
    ...things,
    ...(views === undefined ? {} : { views }),
  });
  const viewsOf = (runner: ProjectionRunner): string[] => namesOf(runner, "type = 'view'");
  const opened = async (...projections: Projection[]): Promise<ProjectionRunner> => {
    const runner = runnerOf(projections, file);
    await runner.catchUp();
    return runner;
  };

  it('each hold the rows of their condition, and those of before are gone', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingPut', 'pear'], ['ThingTaken', 'pear']);
    const first = await opened(things);
    expect(viewsOf(first)).toEqual(['things']);
    await first.close();
    const second = await opened(inViews({ things: 'NOT taken', things_taken: 'taken' }));
    expect(viewsOf(second)).toEqual(['things', 'things_taken']);
    expect(second.all('SELECT thing FROM things')).toEqual([{ thing: 'apple' }]);
    expect(second.all('SELECT thing FROM things_taken')).toEqual([{ thing: 'pear' }]);
    await second.rebuild();
    expect(second.all('SELECT thing FROM things_taken')).toEqual([{ thing: 'pear' }]);
    await second.close();
    const third = await opened(inViews({ things: 'amount > 0' }));
    expect(viewsOf(third)).toEqual(['things']);
    expect(third.all('SELECT thing FROM things ORDER BY thing')).toEqual([{ thing: 'apple' }, { thing: 'pear' }]);
    await third.close();
    expect(viewsOf(await opened(counts))).toEqual(['counts']);
  });
});

describe('verification', () => {
  it('finds nothing where the rows are what the log gives', async () => {
    await aBusyDay();
    const runner = runnerOf();
    await runner.catchUp();
    expect(await runner.verify()).toMatchObject([
      { name: 'things', rows: 25, differences: 0, failure: null },
      { name: 'counts', rows: 7, differences: 0, failure: null },
    ]);
  });

  it('counts rows that are missing, too many or different', async () => {
    await aBusyDay();
    const runner = runnerOf(undefined, file);
    await runner.catchUp();
    const other = new Database(file);
    other.exec(`DELETE FROM counts__1 WHERE basket = '0'`);
    other.exec(`UPDATE counts__1 SET events = 99 WHERE basket = '3'`);
    other.exec(`INSERT INTO counts__1 VALUES ('ghost', 1)`);
    other.close();
    expect(await runner.verify()).toMatchObject([
      { name: 'things', differences: 0 },
      { name: 'counts', rows: 7, differences: 3 },
    ]);
  });

  it('compares as of the position that the read models have reached', async () => {
    await aBusyDay();
    const runner = runnerOf();
    await runner.catchUp();
    await happen('basket-late', ['ThingPut', 'apple']);
    expect(await runner.verify()).toMatchObject([{ differences: 0 }, { differences: 0 }]);
  });
});

describe('a second process', () => {
  it('may ask beside the one that keeps the read models, and writes nothing', async () => {
    const keeper = runnerOf(undefined, file);
    keeper.start();
    const reader = new ProjectionRunner({ store, path: file, projections: [things, counts], readOnly: true });
    runners.push(reader);
    const position = await happen('basket-a', ['ThingPut', 'apple']);
    expect(await reader.waitFor(position)).toBe(true);
    expect(reader.get('SELECT thing FROM things')).toEqual({ thing: 'apple' });
    expect(await reader.verify()).toMatchObject([{ differences: 0 }, { differences: 0 }]);
    expect(() => reader.all('DELETE FROM counts__1')).toThrow();
  });
});

describe('several instances, each with read models of its own', () => {
  it('change over to a new version one after the other, while the others serve and go on', async () => {
    await aBusyDay();
    const [first, second] = [runnerOf(), runnerOf(undefined, file)];
    for (const runner of [first, second]) runner.start();
    for (const runner of [first, second]) await runner.catchUp();
    await second.close();

    const seen: unknown[] = [];
    const updated: ProjectionRunner = new ProjectionRunner({
      store,
      path: file,
      projections: [{ ...things, version: 2 }, counts],
      onProgress: ({ doing }) => {
        if (doing !== 'rebuilding') return;
        seen.push({
          updated: stateOf(updated, 'things'),
          serves: updated.all('SELECT * FROM things').length > 0,
          progress: updated.progress(),
          other: stateOf(first, 'things'),
        });
      },
    });
    runners.push(updated);
    const head = await happen('basket-0', ['ThingPut', 'plum']);
    updated.start();
    expect(await first.waitFor(head)).toBe(true);
    while (stateOf(updated, 'things') !== 'live') await new Promise((later) => setImmediate(later));

    const events = (await store.readAll(undefined)).length;
    const progress = { doing: 'rebuilding', events, position: head };
    expect(seen).toEqual([{ updated: 'rebuilding', serves: true, progress, other: 'live' }]);
    expect(updated.progress()).toBeNull();
    expect(await updated.waitFor(head)).toBe(true);
    expect(rowsOf(updated)).toEqual(rowsOf(first));
  });

  it('that begin with nothing report their progress until they have caught up', async () => {
    await aBusyDay();
    const told: unknown[] = [];
    const runner: ProjectionRunner = new ProjectionRunner({
      store,
      path: file,
      projections: [things, counts],
      onProgress: () => told.push([stateOf(runner, 'things'), runner.progress()?.events]),
    });
    runners.push(runner);
    expect(stateOf(runner, 'things')).toBe('catching-up');
    await runner.catchUp();
    expect(told).toEqual([['catching-up', (await store.readAll(undefined)).length]]);
    expect([stateOf(runner, 'things'), runner.progress()]).toEqual(['live', null]);
  });
});
