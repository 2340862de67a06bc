import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Drafts } from '../../src/drafts/drafts.js';
import { copyDrafts } from '../../src/drafts/store/copy-drafts.js';
import { SqliteDrafts } from '../../src/drafts/store/sqlite-drafts.js';
import { Sealing } from '../../src/platform/sealing/sealing.js';
import { keptSealingKey } from '../../src/platform/sealing/sealing-key.js';
import { Council } from '../journeys/council.js';

const CANARY = 'Quince-coloured words that nobody may find';
const ID = 'draft-of-tom-on-disk';

describe('a draft in the data folder', () => {
  let folder: string;
  let council: Council;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-drafts-on-disk-'));
    council = await Council.begin('house', { dataDir: join(folder, 'data') });
    await council.app.get(Drafts).save({
      ...{ id: ID, writer: 'iris', read: 0, command: 'command-1' },
      form: { act: 'dispute.raise', address: '/disputes/new', actingFor: null },
      content: { typed: { concern: CANARY }, lines: [] },
    });
  });
  afterEach(async () => {
    await council.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The text of a draft of a folder, opened with the key of that folder. */
  const textIn = async (path: string): Promise<string | null> => {
    const drafts = new SqliteDrafts(join(path, 'drafts.sqlite'));
    try {
      const { sealed } = (await drafts.find(ID))!;
      return new Sealing(keptSealingKey(join(path, 'sealing.key'))).open(`draft ${ID}`, sealed!);
    } finally {
      drafts.onApplicationShutdown();
    }
  };

  it('is on the disk as soon as it is called saved, so that a server which is killed loses nothing', async () => {
    // The files as they are, and not as they are left by a service that is stopped.
    cpSync(join(folder, 'data'), join(folder, 'killed'), { recursive: true });
    expect(await textIn(join(folder, 'killed'))).toContain(CANARY);
  });

  it('stands in no file in words, nor in what is logged', () => {
    for (const name of readdirSync(join(folder, 'data')).filter((each) =>
      statSync(join(folder, 'data', each)).isFile(),
    ))
      expect(readFileSync(join(folder, 'data', name), 'latin1')).not.toContain('Quince-coloured');
    expect(council.lines.join('')).not.toContain('Quince-coloured');
  });

  it('comes back from a copy, which holds no word of it and no key', async () => {
    expect(await copyDrafts(join(folder, 'data', 'drafts.sqlite'), join(folder, 'backup.drafts'))).toBe(1);
    expect(readFileSync(join(folder, 'backup.drafts'), 'latin1')).not.toContain('Quince-coloured');
    const restored = join(folder, 'restored');
    cpSync(join(folder, 'data', 'sealing.key'), join(restored, 'sealing.key'));
    expect(await copyDrafts(join(folder, 'backup.drafts'), join(restored, 'drafts.sqlite'))).toBe(1);
    expect(await textIn(restored)).toContain(CANARY);
    rmSync(join(restored, 'sealing.key'));
    expect(await textIn(restored)).toBeNull();
  });

  it('is not restored from a file that is something else', async () => {
    const target = join(folder, 'restored.sqlite');
    await expect(copyDrafts(join(folder, 'data', 'sessions.sqlite'), target)).rejects.toThrow('No backup was made');
    await expect(copyDrafts(join(folder, 'data', 'sealing.key'), target)).rejects.toThrow('No backup was made');
  });
});
