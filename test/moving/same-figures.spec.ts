import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';

/*
 * A log that has been moved, by backup and restore or by a copy of its events, says the same in every figure and every export, byte
 * for byte.
 */

const REPORTS = [
  ['report', 'annual', '2022/23'],
  ['report', 'annual', '2022/23', '--json'],
  ['report', 'themes', '--year', '2022/23', '--by', 'kind,team,quarter', '--json'],
  ['report', 'timeliness', '--year', '2022/23', '--by', 'stage,team,quarter', '--json'],
  ['report', 'how-far', '--year', '2021/22', '--json'],
  ['report', 'so-what', '--year', '2022/23', '--json'],
  ['register', 'imports', '--json'],
];

let council: CouncilOnDisk;
let here: string[];
beforeAll(async () => {
  council = await worcestershire();
  await council.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused');
  here = await everythingSaidIn('data');
});
afterAll(() => council.remove());

/** Every report, every exported file and every event of a data folder. */
const everythingSaidIn = async (folder: string): Promise<string[]> => {
  const said = [];
  const there = ['--data-dir', council.path(folder)];
  for (const report of REPORTS) said.push(await council.must(...report, ...there));
  const exported = council.path(`export-of-${basename(folder)}`);
  await council.must('register', 'export', exported, ...there);
  for (const file of (await readdir(exported)).sort()) said.push(await readFile(`${exported}/${file}`, 'base64'));
  said.push(await council.must('events', ...there));
  return said;
};

describe('Moved', () => {
  it('by backup and restore', async () => {
    await council.must('backup', council.path('backup.sqlite'));
    await council.must('restore', council.path('backup.sqlite'), '--data-dir', council.path('restored'));
    expect(await everythingSaidIn('restored')).toEqual(here);
    expect(await council.must('verify', '--data-dir', council.path('restored'))).toMatch(/^Log: no fault in itself/);
  });

  it('by a copy of its events, and proved again by a second run', async () => {
    const first = await council.json<object>('copy-log', '--from', council.path('data'), '--to', council.path('copy'));
    const again = await council.json<object>('copy-log', '--from', council.path('data'), '--to', council.path('copy'));
    const { events, digest } = first as { events: number; digest: string };
    expect(first).toMatchObject({ copied: events });
    expect(again).toMatchObject({ events, digest, copied: 0 });
    expect(await everythingSaidIn('copy')).toEqual(here);
    expect(await council.must('verify', '--data-dir', council.path('copy'))).toMatch(/^Log: no fault in itself/);
  });
});

describe('A command that would move a log onto something else is refused', () => {
  it.each([
    ['over a log', ['restore', 'backup.sqlite', '--data-dir', 'data'], /holds data already and is not overwritten/],
    ['from nowhere', ['restore', 'nowhere.sqlite', '--data-dir', 'new'], /There is no file/],
    ['from a folder without a log', ['copy-log', '--from', 'new', '--to', 'newer'], /There is no log at/],
    ['onto itself', ['copy-log', '--from', 'data', '--to', 'data/../data'], /are the same log/],
  ])('%s', async (_, words, sentence) => {
    const placed = words.map((word) =>
      word.startsWith('--') || !/[./]|data|new/.test(word) ? word : council.path(word),
    );
    const { code, out, said } = await council.run(...placed);
    expect({ code: code === 0, out }).toEqual({ code: false, out: '' });
    expect(said).toMatch(sentence);
    expect(existsSync(council.path('new'))).toBe(false);
  });
});
