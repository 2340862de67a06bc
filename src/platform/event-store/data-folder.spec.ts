import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../clock/clock.js';
import { ProjectionRunner } from '../projections/projection-runner.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';
import { DataFolder, DataFolderInUse, DataFolderUnusable } from './data-folder.js';

describe('The data folder', () => {
  let parent: string;
  let path: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'footprint-folder-'));
    path = join(parent, 'council', 'data');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is made where there is none, for its owner only', () => {
    const folder = DataFolder.open(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(folder.logFile).toBe(join(path, 'log.sqlite'));
    folder.close();
  });

  const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

  it('is closed to others where it was not, and every file in it', () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'log.sqlite-wal'), '');
    chmodSync(join(path, 'log.sqlite-wal'), 0o664);
    chmodSync(path, 0o755);
    DataFolder.open(path).close();
    expect(modeOf(path)).toBe('700');
    for (const file of readdirSync(path))
      expect({ file, mode: modeOf(join(path, file)) }).toEqual({ file, mode: '600' });
  });

  it('gives others nothing of the log and the read models, whatever the process would give them', async () => {
    const before = process.umask(0);
    try {
      const folder = DataFolder.open(path);
      const store = SqliteEventStore.open(folder.logFile, { clock: systemClock });
      const readModels = new ProjectionRunner({ store, path: folder.readModelsFile, projections: [] });
      await readModels.catchUp();
      const files = readdirSync(path);
      expect(files).toEqual(expect.arrayContaining(['log.sqlite-wal', 'log.sqlite-shm', 'read-models.sqlite-wal']));
      for (const file of files) expect({ file, mode: modeOf(join(path, file)) }).toEqual({ file, mode: '600' });
      await readModels.close();
      await store.close();
      folder.close();
    } finally {
      process.umask(before);
    }
  });

  it('is refused where every user may write, for it is not this program’s', () => {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o777);
    expect(() => DataFolder.open(path)).toThrow(DataFolderUnusable);
    expect(() => DataFolder.open(path)).toThrow(/every user of this machine may write to it/);
    expect(modeOf(path)).toBe('777');
  });

  it('is given to one writer only, and the second is told who has it', () => {
    const folder = DataFolder.open(path);
    expect(() => DataFolder.open(path)).toThrow(DataFolderInUse);
    expect(() => DataFolder.open(path)).toThrow(
      `The data folder ${path} is in use by another Footprint (process ${process.pid}). Stop it first, or use another folder.`,
    );
    folder.close();
  });

  it('can be taken again once it has been let go', () => {
    DataFolder.open(path).close();
    expect(() => DataFolder.open(path).close()).not.toThrow();
  });

  it('says whether it is in use, without taking it', () => {
    expect(DataFolder.isInUse(path)).toBe(false);
    const folder = DataFolder.open(path);
    expect(DataFolder.isInUse(path)).toBe(true);
    folder.close();
    expect(DataFolder.isInUse(path)).toBe(false);
  });

  it('is not taken, nor made, behind a network', () => {
    const open = () => DataFolder.open(path, { networkFileSystem: () => 'nfs4' });
    expect(open).toThrow(DataFolderUnusable);
    expect(open).toThrow(
      `The data folder ${path} is on a network file system (nfs4), where what is saved can be lost. ` +
        'Set FOOTPRINT_DATA_DIR to a folder on a disk of this machine.',
    );
    expect(existsSync(path)).toBe(false);
  });

  it('needs no lock to be read', () => {
    const folder = DataFolder.open(path);
    expect(DataFolder.open(path, { readOnly: true }).logFile).toBe(folder.logFile);
    folder.close();
  });

  it('is not made by one who only reads', () => {
    DataFolder.open(path, { readOnly: true }).close();
    expect(existsSync(path)).toBe(false);
  });

  it('is free again when the process that had it was killed', async () => {
    const other = await anotherProcessHolding(path);
    expect(() => DataFolder.open(path)).toThrow(new DataFolderInUse(path, other.pid));
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(DataFolder.isInUse(path)).toBe(false);
    expect(() => DataFolder.open(path).close()).not.toThrow();
  });

  it('that cannot be made is reported with the reason', () => {
    writeFileSync(join(parent, 'council'), 'a file where a folder should be');
    expect(() => DataFolder.open(path)).toThrow(DataFolderUnusable);
  });

  it('below a place where no folder can be made is reported at once', () => {
    expect(() => DataFolder.open('/proc/footprint/data')).toThrow(
      /^The data folder \/proc\/footprint\/data cannot be used: E/,
    );
  });
});

/** A process of its own that takes the lock as DataFolder does, and says when it has it. */
const anotherProcessHolding = async (path: string): Promise<ChildProcess> => {
  DataFolder.open(path).close();
  const program = `
    const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))});
    const fs = require('node:fs');
    new Database(${JSON.stringify(join(path, 'lock.sqlite'))}).exec('BEGIN EXCLUSIVE');
    fs.writeFileSync(${JSON.stringify(join(path, 'lock.holder'))}, String(process.pid));
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  return child;
};
