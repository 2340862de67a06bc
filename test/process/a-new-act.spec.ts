import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
  '.oxfmtrc.json',
  'oxlint.config.ts',
  'tsconfig.json',
  'jest.config.js',
  'jest.together.config.js',
];
/** The specs that would notice an act that was added by halves. */
const WATCHES = [
  'src/disputes/acts/lend-file/lend-file.spec.ts',
  'src/disputes/acts/all-acts.spec.ts',
  'src/disputes/acts/take-back-entry/take-back-entry.spec.ts',
  'projections/every-event.spec.ts',
  'test/golden/golden.spec.ts',
  'test/process/glossary.spec.ts',
  'test/journeys/routes.spec.ts',
  'test/journeys/allowed-acts.spec.ts',
  'test/access/matrix-file.spec.ts',
  'test/pages/every-page.spec.ts',
  'src/notices/table/table.spec.ts',
];
/** The only group of the copy, so that the program is loaded once for all of them; it has the name of a group that there is. */
const GROUPS = { rules: {}, proofs: { notices: WATCHES } };
const run = promisify(execFile);

/** The files that a change must pass, in the copy. */
const WRITTEN = ['src/disputes/acts/lend-file', 'src/disputes/acts/all-acts.ts', 'src/disputes/events.ts'];

interface JestResults {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly ancestorTitles: readonly string[]; readonly status: string }[];
  }[];
}

describe('A new act on a dispute, with a new event, as script/new leaves it', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'footprint-new-act-'));
    for (const each of COPIED) await cp(join(ROOT, each), join(copy, each), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    await writeFile(join(copy, 'test/together/groups.json'), JSON.stringify(GROUPS));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('is at most nine edits outside its own folder, and passes', async () => {
    const { stdout } = await run(process.execPath, [join(copy, 'script/new.mjs'), 'act', 'lend-file', 'FileLent']);
    expect(stdout.match(/^ {2}\S+$/gm)!.length).toBeLessThanOrEqual(9);

    await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit'], { cwd: copy });
    const lint = (tool: string, ...words: string[]): Promise<unknown> =>
      run(process.execPath, [join(ROOT, 'node_modules', tool), ...words, ...WRITTEN], { cwd: copy });
    await lint('oxfmt/bin/oxfmt', '--check');
    await lint('oxlint/bin/oxlint', '--deny-warnings');
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const flags = ['--experimental-vm-modules', '--no-warnings'];
    const options = [
      '--config',
      'jest.together.config.js',
      '--selectProjects',
      'proofs',
      '--forceExit',
      '--silent',
      '--json',
    ];
    const results = await run(process.execPath, [...flags, jest, ...options], {
      cwd: copy,
      env: { ...process.env, NODE_OPTIONS: '', FOOTPRINT_CASES: '' },
      maxBuffer: 1 << 26,
    });
    const { testResults } = JSON.parse(results.stdout) as JestResults;
    const passed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed');
    expect([...new Set(passed.map(({ ancestorTitles }) => ancestorTitles[0]))].sort()).toEqual([...WATCHES].sort());
  });
});
