import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import type { MattersOpened } from '../../src/access/view-log/events.js';
import { systemClock } from '../../src/platform/clock/clock.js';
import { SqliteEventStore } from '../../src/platform/event-store/sqlite/sqlite-event-store.js';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';

/*
 * The view log at the command line: a reading is on record before it is printed, and the view log goes wherever the log goes.
 */

let council: CouncilOnDisk;
beforeAll(async () => {
  council = await worcestershire();
  await council.must('register', 'import', REGISTERS[0]!, ...MAPPING, '--leave-out-refused');
});
afterAll(() => council.remove());

const entriesIn = async (folder: string): Promise<{ person: string; opened: MattersOpened }[]> => {
  const store = SqliteEventStore.open(council.path(folder, 'views.sqlite'), { clock: systemClock, readOnly: true });
  try {
    const events = await store.readAll(undefined);
    return events.map(({ data, metadata }) => ({
      person: metadata.actor.person,
      opened: data as unknown as MattersOpened,
    }));
  } finally {
    await store.close();
  }
};

describe('The command line', () => {
  it('puts on record what it prints about children, and nothing else', async () => {
    await council.must('report', 'themes', '--year', '2021/22', '--by', 'kind');
    await council.must('register', 'export', council.path('export'));
    const [first] = (await entriesIn('data'))[0]!.opened.references;
    await council.must('events', '--stream', `dispute-${first}`);
    await council.must('events', '--stream', 'protocol-council');
    await council.must('events');
    const entries = await entriesIn('data');
    expect(new Set(entries.map(({ person }) => person))).toEqual(new Set(['command-line']));
    expect(entries.map(({ opened: { what, by } }) => `${what} ${by}`)).toEqual([
      'export register export',
      'history events',
      'export events',
    ]);
    expect(entries[0]!.opened.references).toHaveLength(158);
    expect(entries[1]!.opened.references).toEqual([first]);
    expect(entries[2]!.opened.references).toEqual(['*']);
  });

  it('prints nothing that it cannot put on record', async () => {
    const views = council.path('data', 'views.sqlite');
    renameSync(views, `${views}.away`);
    mkdirSync(views);
    try {
      for (const words of [['events'], ['register', 'export', council.path('more')]])
        expect(await council.run(...words)).toMatchObject({ code: 1, out: '' });
    } finally {
      rmdirSync(views);
      renameSync(`${views}.away`, views);
    }
  });

  it('backs it up, restores it, copies it and looks for faults in it, beside the log', async () => {
    const before = await entriesIn('data');
    const backup = council.path('backup.sqlite');
    expect(await council.must('backup', backup)).toContain(`Who opened what: 3 entries copied to ${backup}.views`);
    const restored = await council.must('restore', backup, '--data-dir', council.path('restored'));
    expect(restored).toContain('Who opened what: 3 entries restored');
    expect(await entriesIn('restored')).toEqual(before);
    const copied = await council.must('copy-log', '--from', council.path('data'), '--to', council.path('copied'));
    expect(copied).toContain('Who opened what: 3 entries copied, 3 entries in both');
    expect(await entriesIn('copied')).toEqual(before);
    expect(await council.must('verify')).toContain('Who opened what: no fault in itself, 3 entries.');

    const file = new Database(council.path('copied', 'views.sqlite'));
    file.exec('DROP TRIGGER events_are_never_changed');
    file.exec(`UPDATE events SET data = replace(data, 'export', 'list') WHERE position = 1`);
    file.close();
    const { code, said } = await council.run('verify', '--data-dir', council.path('copied'));
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('The log of who opened what is not as') });
  });
});
