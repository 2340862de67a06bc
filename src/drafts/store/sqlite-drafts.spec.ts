import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '../draft.js';
import { SqliteDrafts } from './sqlite-drafts.js';

const draft: Draft = {
  ...{ id: 'draft-1', origin: 'draft-1', revision: 1, writer: 'tom', readers: [], passedOnBy: null },
  form: { act: 'dispute.answer', address: '/disputes/DRP-7K4M-2QXH/answer', actingFor: null },
  ...{ command: 'command-1', begunAt: '2023-04-03T12:00:00.000Z', savedAt: '2023-04-03T12:00:00.000Z' },
  sealed: 'SEALEDTEXTONE',
};

describe('drafts in a file', () => {
  let folder: string;
  let file: string;
  let drafts: SqliteDrafts;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-drafts-'));
    file = join(folder, 'drafts.sqlite');
    drafts = new SqliteDrafts(file);
  });
  afterEach(() => {
    drafts.onApplicationShutdown();
    rmSync(folder, { recursive: true, force: true });
  });
  const bytesInFolder = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');

  it('outlive the process, in a file for its owner alone', async () => {
    expect(await drafts.put(draft, 0)).toBe(true);
    drafts.onApplicationShutdown();
    drafts = new SqliteDrafts(file);
    expect(await drafts.find('draft-1')).toEqual(draft);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are kept only in the place of the revision that was read', async () => {
    expect(await drafts.put(draft, 0)).toBe(true);
    expect(await drafts.put({ ...draft, sealed: 'another' }, 0)).toBe(false);
    expect(await drafts.put({ ...draft, revision: 2, sealed: 'second' }, 1)).toBe(true);
    expect(await drafts.put({ ...draft, revision: 2, sealed: 'third' }, 1)).toBe(false);
    expect((await drafts.find('draft-1'))?.sealed).toBe('second');
    expect(await drafts.put({ ...draft, id: 'draft-9', revision: 8 }, 7)).toBe(false);
  });

  it('are found by their writer and by those who are named to read them, the last saved first', async () => {
    await drafts.put(draft, 0);
    await drafts.put({ ...draft, id: 'draft-2', writer: 'mona', readers: ['tom', 'sven'], savedAt: later(1) }, 0);
    await drafts.put({ ...draft, id: 'draft-3', sealed: null, savedAt: later(2) }, 0);
    const idsOf = async (person: string): Promise<string[]> => (await drafts.of(person)).map(({ id }) => id);
    expect(await idsOf('tom')).toEqual(['draft-2', 'draft-1']);
    expect(await idsOf('sven')).toEqual(['draft-2']);
    expect(await idsOf('to')).toEqual([]);
  });

  it('leave nothing behind in any file once they are forgotten', async () => {
    await drafts.put(draft, 0);
    expect(bytesInFolder()).toContain('SEALEDTEXTONE');
    await drafts.forgetBefore(later(1));
    expect(await drafts.find('draft-1')).toBeUndefined();
    expect(bytesInFolder()).not.toContain('SEALEDTEXTONE');
  });
});

const later = (minutes: number): string => `2023-04-03T12:0${minutes}:00.000Z`;
