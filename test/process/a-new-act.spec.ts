import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const COPIED = [
  'src',
  'projections',
  'test',
  'bench',
  'docs',
  'protocols',
  'script',
  'package.json',
  '.prettierrc.json',
  'eslint.config.js',
  'tsconfig.json',
  'jest.config.js',
];
/** What would notice an act that was added by halves. */
const WATCHES = [
  'src/disputes/acts/lend-file',
  'src/disputes/acts/all-acts',
  'src/disputes/acts/take-back-entry',
  'projections/every-event',
  'test/golden/golden',
  'test/process/glossary',
  'test/journeys/routes',
  'test/journeys/allowed-acts',
  'test/access/matrix-file',
  'test/pages/every-page',
  'src/notices/table',
];
const run = promisify(execFile);

/** What a change must pass, in the copy. */
const WRITTEN = ['src/disputes/acts/lend-file', 'src/disputes/acts/all-acts.ts', 'src/disputes/events.ts'];

describe('A new act on a dispute, with a new event, as script/new leaves it', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'footprint-new-act-'));
    for (const each of COPIED) await cp(join(ROOT, each), join(copy, each), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('is at most nine edits outside its own folder, and passes', async () => {
    const { stdout } = await run(process.execPath, [join(copy, 'script/new.mjs'), 'act', 'lend-file', 'FileLent']);
    expect(stdout.match(/^ {2}\S+$/gm)!.length).toBeLessThanOrEqual(9);

    await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit'], { cwd: copy });
    const lint = (tool: string, ...words: string[]): Promise<unknown> =>
      run(process.execPath, [join(ROOT, 'node_modules', tool), ...words, ...WRITTEN], { cwd: copy });
    await lint('prettier/bin/prettier.cjs', '--check');
    await lint('eslint/bin/eslint.js', '--max-warnings', '0');
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const options = ['--experimental-vm-modules', '--no-warnings', jest, '--forceExit', '--silent', ...WATCHES];
    const { stderr } = await run(process.execPath, options, {
      cwd: copy,
      env: { ...process.env, NODE_OPTIONS: '', FOOTPRINT_CASES: '' },
    });
    expect(stderr).toMatch(/^Test Suites: 11 passed, 11 total$/m);
  });
});
