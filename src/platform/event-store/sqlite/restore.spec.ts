import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { SettableClock } from '../../clock/clock.js';
import type { EventToAppend, RecordedEvent } from '../event-store.js';
import { eventsOf } from '../events-of.js';
import { restoreLog } from './restore.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const DAMAGES = 300;
const clock = new SettableClock('2022-06-01T09:00:00.000Z');
const seed = Number(process.env['FOOTPRINT_SEED'] ?? Date.now() % 1_000_000);

const event = (id: string): EventToAppend => ({
  id,
  type: 'NoteAdded',
  data: { text: `Text of ${id}: ${'Żółć '.repeat(20)}` },
  metadata: {
    commandId: id,
    commandDigest: 'a-digest',
    $correlationId: id,
    $causationId: id,
    actor: { person: 'ines-iro', post: null, role: null },
    occurredAt: '2022-06-01T08:00:00.000Z',
    schemaVersion: 1,
  },
});

const everyEventOf = async (path: string): Promise<RecordedEvent[]> => {
  const store = SqliteEventStore.open(path, { clock });
  const events: RecordedEvent[] = [];
  for await (const each of eventsOf(store)) events.push(each);
  await store.close();
  return events;
};

let folder: string;
let backup: string;
let recorded: RecordedEvent[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footprint-restore-'));
  backup = join(folder, 'backup.sqlite');
  const store = SqliteEventStore.open(join(folder, 'log.sqlite'), { clock });
  for (let turn = 0; turn < 60; turn++)
    await store.append(`dispute-${turn % 6}`, turn < 6 ? 'no_stream' : Math.floor(turn / 6) - 1, [event(`e${turn}`)]);
  await store.backup(backup);
  await store.close();
  recorded = await everyEventOf(join(folder, 'log.sqlite'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('A backup', () => {
  it('becomes a log with every event, that takes new ones', async () => {
    const restored = join(folder, 'restored.sqlite');
    expect(await restoreLog(backup, restored)).toMatchObject({ ok: true, events: 60 });
    expect(await everyEventOf(restored)).toEqual(recorded);
    const store = SqliteEventStore.open(restored, { clock });
    await store.append('dispute-new', 'no_stream', [event('new')]);
    await store.close();
    expect(await verifyLog(restored)).toMatchObject({ ok: true, events: 61 });
  });

  it('is for its owner alone to read', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o600);
  });

  it('never overwrites a log', async () => {
    const there = join(folder, 'there.sqlite');
    writeFileSync(there, 'somebody’s');
    await expect(restoreLog(backup, there)).rejects.toThrow(/is there already and is not overwritten/);
    expect(readFileSync(there, 'utf8')).toBe('somebody’s');
  });
});

describe('A damaged backup', () => {
  let damaged: string;
  let target: string;
  beforeAll(() => {
    damaged = join(folder, 'damaged.sqlite');
    target = join(folder, 'target.sqlite');
  });

  const expectRefused = async (what: RegExp): Promise<void> => {
    await expect(restoreLog(damaged, target)).rejects.toThrow(what);
    expect(readdirSync(folder).filter((name) => name.startsWith('target'))).toEqual([]);
  };

  const tamper = (sql: string): void => {
    copyFileSync(backup, damaged);
    const database = new Database(damaged);
    database.exec(sql);
    database.close();
  };

  it.each([
    ['nothing', '', /^Nothing was restored from .*There is no log at/],
    ['a text', 'This is no log. '.repeat(1_000), /^Nothing was restored from .*is not a log/],
  ])('that is %s is refused', async (_, text, sentence) => {
    writeFileSync(damaged, text);
    await expectRefused(sentence);
  });

  it('that is another database is refused', async () => {
    rmSync(damaged, { force: true });
    const other = new Database(damaged);
    other.exec('CREATE TABLE events (position INTEGER)');
    other.close();
    await expectRefused(/is not a log of Footprint/);
  });

  it('that is cut off, at any page or within one, is refused', async () => {
    const whole = readFileSync(backup).length;
    for (let length = 1; length < whole; length += 1_500) {
      copyFileSync(backup, damaged);
      truncateSync(damaged, length);
      await expectRefused(/^Nothing was restored/);
    }
  });

  it.each([
    [
      'whose chain is broken',
      `UPDATE events SET data = '{"text":"Kinder words"}' WHERE position = 7`,
      /Event 0*7 is not what was recorded/,
    ],
    ['whose end is cut off', 'DELETE FROM events WHERE position > 50', /The end after event 0*50 is cut off/],
    ['that has lost its rules', 'SELECT 1', /lost the rules by which no event can be changed/],
  ])('%s is refused', async (_, sql, what) => {
    tamper(`DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_taken_away; ${sql}`);
    await expectRefused(what);
  });

  it(`with one bit turned anywhere, ${DAMAGES} times, is refused, or harmed in nothing that anybody reads`, async () => {
    process.stdout.write(`Bits turned at places chosen by FOOTPRINT_SEED=${seed}\n`);
    const chance = xoroshiro128plus(seed);
    const bytes = readFileSync(backup);
    let refused = 0;
    for (let damage = 0; damage < DAMAGES; damage++) {
      const turned = Buffer.from(bytes);
      // The header and the rules are small, and are aimed at as often as the rest.
      const place = uniformInt(chance, 0, damage % 2 === 0 ? 4_095 : bytes.length - 1);
      turned[place]! ^= 1 << uniformInt(chance, 0, 7);
      writeFileSync(damaged, turned);
      try {
        await restoreLog(damaged, target);
        expect(await everyEventOf(target)).toEqual(recorded);
        expect(await verifyLog(target)).toMatchObject({ ok: true, events: 60 });
      } catch (error) {
        expect((error as Error).name).toBe('RestoreRefused');
        refused++;
      }
      for (const left of [target, `${target}-wal`, `${target}-shm`]) rmSync(left, { force: true });
    }
    process.stdout.write(`${refused} of ${DAMAGES} refused, the others whole\n`);
    expect(refused).toBeGreaterThan(DAMAGES / 3);
    expect(existsSync(target)).toBe(false);
  });
});
