import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
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

  describe('of a log whose end was cut off and mended', () => {
    let head: string;
    beforeEach(async () => {
      const { out } = await council.run('verify');
      head = /head (\d{16}:[0-9a-f]{64})/.exec(out)![1]!;
      expect(await council.must('backup', council.path('backup.sqlite'))).toContain(`head ${head}`);
      tamper('log.sqlite', cutAndMended(council.path('data', 'log.sqlite')));
    });

    it('says so, by what the read models know, and not to make them anew', async () => {
      const { code, out, said } = await council.run('verify');
      expect(code).toBe(1);
      expect(out).toMatch(
        /^The end of the log is cut off: the read models know events up to \d{16}, and the log ends with \d{16}/,
      );
      expect(said).toMatch(/^footprint: The end of the log is cut off/m);
      expect(out).not.toContain('rebuild');
    });

    it('claims no more than the log can show where the read models are gone too, and finds it against a head or a backup', async () => {
      rmSync(council.path('data', 'read-models.sqlite'));
      const alone = await council.run('verify');
      expect(alone.code).toBe(0);
      expect(alone.out).toMatch(/^Log: no fault in itself, .*\nThis does not show that nothing was cut off its end/);
      expect(alone.out).not.toMatch(/intact|prove/);
      for (const against of [head, council.path('backup.sqlite')]) {
        const { code, out } = await council.run('verify', '--against', against);
        expect({ code, out }).toEqual({
          code: 1,
          out: expect.stringMatching(
            /^The log is not as it was written: The end after event \d{16} is cut off: when a head/,
          ),
        });
      }
    });
  });

  it('says that a log that went on still holds the head that was noted', async () => {
    const before = JSON.parse(await council.must('verify', '--json')) as { log: { head: string; comparedWith: null } };
    expect(before.log.comparedWith).toBeNull();
    const after = JSON.parse(await council.must('verify', '--json', '--against', before.log.head)) as typeof before;
    expect(after.log).toEqual({ ...before.log, comparedWith: before.log.head });
    const { out, code } = await council.run('verify', '--against', before.log.head);
    expect(code).toBe(0);
    expect(out).toMatch(/\nIt holds the head noted at \d{16}: up to there nothing was changed, added or taken away.\n/);
  });

  it.each([
    ['nothing known', 'yesterday', 'takes a head as verify or backup printed it'],
    ['half a head', '0000000000000007', 'takes a head as verify or backup printed it'],
    ['a head of EventStoreDB', `${'0'.repeat(20)}-${'0'.repeat(20)}:${'a'.repeat(64)}`, 'of another kind of log'],
  ])('takes %s for no head', async (_what, against, sentence) => {
    expect(await council.run('verify', '--against', against)).toMatchObject({
      code: 2,
      said: expect.stringContaining(sentence),
    });
  });
});

/** Ten events less, with everything put right that would tell of it. */
const cutAndMended = (log: string): string => {
  const database = new Database(log, { readonly: true });
  const rules = database.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  database.close();
  return [
    'DROP TRIGGER events_are_never_changed',
    'DROP TRIGGER events_are_never_taken_away',
    'DROP TRIGGER events_are_added_at_the_end',
    'DELETE FROM events WHERE position > (SELECT max(position) - 10 FROM events)',
    "UPDATE sqlite_sequence SET seq = (SELECT max(position) FROM events) WHERE name = 'events'",
    ...rules,
  ].join(';\n');
};
