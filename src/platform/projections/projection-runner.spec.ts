import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../clock/clock.js';
import type { EventToAppend, ExpectedRevision, JsonObject, Position } from '../event-store/event-store.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { type Projection, type ProjectionRow, projection } from './projection.js';
import { ProjectionRunner, RebuildFailed } from './projection-runner.js';

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

const aBusyDay = async (): Promise<void> => {
  for (let round = 0; round < 30; round++) {
    await happen(`basket-${round % 7}`, ['ThingPut', 'apple'], ['ThingPut', `pear ${round % 3}`]);
    if (round % 4 === 0) await happen(`basket-${round % 7}`, ['ThingTaken', 'apple']);
    if (round % 5 === 0) await happen(`basket-${round % 7}`, ['ThingLost', 'pear 1']);
  }
};

const rowsOf = (runner: ProjectionRunner): unknown => ({
  things: runner.all('SELECT * FROM things ORDER BY basket, thing'),
  counts: runner.all('SELECT * FROM counts ORDER BY basket'),
});

const stateOf = (runner: ProjectionRunner, name: string): string | undefined =>
  runner.status().find((each) => each.name === name)?.state;

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

describe('reading the log', () => {
  it('keeps the rows that the folds give', async () => {
    await happen('basket-a', ['ThingPut', 'apple'], ['ThingPut', 'apple'], ['ThingPut', 'pear'], ['ThingLost', 'pear']);
    const runner = runnerOf();
    await runner.catchUp();
    expect(runner.all('SELECT * FROM things')).toEqual([
      { basket: 'a', thing: 'apple', amount: 2, tags: '["apple!"]', taken: 0 },
    ]);
    expect(runner.get('SELECT events FROM counts WHERE basket = ?', ['a'])).toEqual({ events: 4 });
    expect(runner.get('SELECT events FROM counts WHERE basket = :basket', { basket: 'a' })).toEqual({ events: 4 });
  });
});
