import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '../../src/platform/event-store/event-store.js';
import { openForWriting } from '../../src/platform/event-store/sqlite/log-file.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { verifyLog } from '../../src/platform/event-store/sqlite/verify-log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { aConcern, type Answer, Council, type Written } from '../journeys/council.js';

/*
 * Promise R7. A file that may not grow any more is to SQLite what a full disk is: it says SQLITE_FULL.
 */

interface Problem {
  readonly code: string;
  readonly detail: string;
}

const MOST = 400;
/** Unaided, in milliseconds. */
const RECOVERS_WITHIN = 60_000;
const FILLS_A_PAGE = 'There is no permanence plan. '.repeat(150);

describe('A full disk', () => {
  let folder: string;
  let council: Council;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-full-'));
  });
  afterEach(async () => {
    await council.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const raise = (number: number): Promise<Answer<Written & Problem>> =>
    council.post('Iris', '/disputes', aConcern({ concern: FILLS_A_PAGE }), { 'idempotency-key': `raise-${number}` });
  const read = async (reference: string): Promise<number> =>
    (await council.get('Iris', `/disputes/${reference}`)).status;

  it('of the log is said, keeps what was saved, stops no reader, and is over when there is room', async () => {
    const file = join(folder, 'log.sqlite');
    const log = openForWriting(file);
    council = await Council.begin('house', { store: (clock) => new SqliteEventStore(log, clock) });
    fill(log);
    const saved: string[] = [];
    let refused: Answer<Written & Problem> | undefined;
    for (let number = 0; refused === undefined && number < MOST; number++) {
      const answer = await raise(number);
      if (answer.status === 201) saved.push(answer.body.reference);
      else refused = answer;
    }
    expect(refused).toMatchObject({
      status: 503,
      headers: { 'retry-after': '60' },
      body: { code: 'disk-full', detail: expect.stringContaining('make room') },
    });
    await council.caughtUp();
    for (const reference of saved) expect(await read(reference)).toBe(200);
    expect((await council.get('Mona', '/disputes')).status).toBe(200);
    const before = await council.events();
    expect(await raise(saved.length)).toMatchObject({ status: 503 });
    expect(await council.events()).toBe(before);

    makeRoom(log);
    const done = await raise(saved.length);
    expect(done.status).toBe(201);
    expect((await raise(saved.length)).body).toEqual({ ...done.body, repeated: true });
    await council.caughtUp();
    expect(await read(done.body.reference)).toBe(200);
    expect(await verifyLog(file)).toMatchObject({ ok: true, fault: null });
  });

  it('of the read models stops no command and no reader, says that a list is behind, and is over when there is room', async () => {
    council = await Council.begin('house', { dataDir: folder });
    const runner = council.app.get(ProjectionRunner);
    const readModels = runner['database']['connection'];
    fill(readModels);
    const listed = async (position: string) =>
      (await council.get('Mona', '/disputes', { 'footprint-position': position })).headers[
        'footprint-position-reached'
      ];
    let behind: Written | undefined;
    for (let number = 0; behind === undefined && number < MOST; number++) {
      const answer = await raise(number);
      expect(answer.status).toBe(201);
      if (number % 20 === 19 && (await listed(answer.body.position)) === 'false') behind = answer.body;
    }
    expect(behind).toBeDefined();
    expect(await read(behind!.reference)).toBe(200);

    makeRoom(readModels);
    expect(await runner.waitFor(behind!.position as Position, RECOVERS_WITHIN)).toBe(true);
    expect(await listed(behind!.position)).toBe('true');
    expect((await runner.verify()).filter(({ differences, failure }) => differences > 0 || failure)).toEqual([]);
  });
});

/** From here on the file may not grow. */
const fill = (database: Database.Database): void =>
  void database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`);

const makeRoom = (database: Database.Database): void => void database.pragma('max_page_count = 1073741823');
