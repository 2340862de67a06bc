import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { type CouncilOnDisk, worcestershire } from './on-the-command-line.js';

let council: CouncilOnDisk;
beforeEach(async () => {
  council = await worcestershire();
});
afterEach(() => council.remove());

/** As somebody with the file in their hands would do. */
const tamper = (file: string, statement: string): void => {
  const database = new Database(council.path('data', file));
  database.exec(statement);
  database.close();
};

/** A read model is a view of the table that serves at the moment. */
const tableBehind = (view: string): string => {
  const database = new Database(council.path('data', 'read-models.sqlite'), { readonly: true });
  const { sql } = database
    .prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .get(view)!;
  database.close();
  return /FROM (\S+)/.exec(sql)![1]!;
};

const REWRITTEN = `
  DROP TRIGGER events_are_never_changed;
  UPDATE events SET data = '{}' WHERE position = 4`;

describe('verify', () => {
  it('says before anything else, on both outputs, that the log was tampered with', async () => {
    tamper('log.sqlite', REWRITTEN);
    const { code, out, said } = await council.run('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^The log is not as it was written: /);
    expect(said).toMatch(/^footprint: The log is not as it was written: /m);
    const json = await council.run('verify', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, log: { ok: false } });
  });

  it('says before the tables that are right which one is not', async () => {
    await council.must('verify');
    tamper('read-models.sqlite', `DELETE FROM ${tableBehind('teams')}`);
    const { code, out, said } = await council.run('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^Not as recomputed: teams/);
    expect(said).toMatch(/^footprint: Not as recomputed: teams/m);
  });
});
