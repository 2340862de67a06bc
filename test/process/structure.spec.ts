import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Imports that a rule of the structure refuses, by the rule. */
const REFUSED: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['doors-ask-queries', 'src/cli/commands/planted-actions.ts', 'projections/tokens/tokens.queries.ts'],
  ['doors-ask-queries', 'src/cli/commands/planted-actions.ts', 'src/platform/store-tokens.ts'],
  ['doors-ask-queries', 'src/cli/commands/planted-actions.ts', 'src/platform/projections/projection-runner.ts'],
  ['doors-ask-queries', 'src/reports/planted/planted.api.ts', 'projections/index.ts'],
  ['doors-ask-queries', 'src/reports/planted/planted.page.ts', 'src/platform/store-tokens.ts'],
  ['doors-ask-queries', 'src/reports/planted/planted.text.ts', 'projections/names.ts'],
  ['doors-ask-queries', 'src/disputes/acts/planted/planted.route.ts', 'src/platform/store-tokens.ts'],
  ['web-knows-no-feature', 'src/web/planted.ts', 'src/reports/measures.ts'],
  ['platform-knows-no-domain', 'src/platform/planted.ts', 'src/disputes/dispute.ts'],
  ['read-models-start-nothing', 'projections/planted/planted.ts', 'src/disputes/decide.ts'],
  ['rules-of-disputes-keep-to-themselves', 'src/disputes/dispute.ts', 'src/reports/measures.ts'],
  ['rules-of-disputes-keep-to-themselves', 'src/disputes/acts/planted/planted.ts', 'src/notices/kinds.ts'],
  ['rules-of-challenge-keep-to-themselves', 'src/challenge/meeting/meeting.ts', 'src/disputes/dispute.ts'],
  ['rules-of-reviews-keep-to-themselves', 'src/reviews/recommendations/recommendations.ts', 'src/disputes/rules.ts'],
];

/** Imports of the same files that are meant. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['src/reviews/recommendations/recommendations.ts', 'src/disputes/time/late.ts'],
  ['src/cli/commands/planted-actions.ts', 'src/reports/planted/planted.query.ts'],
  ['src/cli/commands/log-actions.ts', 'src/platform/projections/projection-runner.ts'],
  ['src/disputes/dispute.ts', 'src/reports/events.ts'],
];

describe('The rules of the structure', () => {
  let tree: string;
  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'footprint-structure-'));
    await cp(join(ROOT, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    const imports = new Map<string, string[]>();
    for (const [from, to] of [...REFUSED.map(([, ...pair]) => pair), ...ALLOWED]) {
      imports.set(from, [...(imports.get(from) ?? []), to]);
      imports.set(to, imports.get(to) ?? []);
    }
    for (const [file, targets] of imports) {
      await mkdir(join(tree, dirname(file)), { recursive: true });
      const lines = targets.map((to) => {
        const path = relative(dirname(file), to).replace(/\.ts$/, '.js');
        return `import '${path.startsWith('.') ? path : `./${path}`}';\n`;
      });
      await writeFile(join(tree, file), `${lines.join('')}export {};\n`);
    }
  });
  afterAll(() => rm(tree, { recursive: true, force: true }));

  it('refuse each of some planted imports, and no other', async () => {
    const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const options = ['--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'json', 'src', 'projections'];
    const { stdout } = await run(process.execPath, [cruiser, ...options], { cwd: tree, maxBuffer: 16_000_000 }).catch(
      // It ends with the number of violations.
      (error: { stdout: string }) => error,
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    };
    const found = summary.violations.map(({ rule, from, to }) => [rule.name, from, to].join(' '));
    expect(found.sort()).toEqual(REFUSED.map((each) => each.join(' ')).sort());
  });
});

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string | readonly string[]; readonly pathNot?: string | readonly string[] };
}

describe('Every aggregate', () => {
  const isDefinition = /^export const \w+: Decider</m;
  const aggregates = globSync('src/**/*.ts', { cwd: ROOT }).filter(
    (file) => !file.endsWith('.spec.ts') && isDefinition.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  const matches = (patterns: string | readonly string[] = [], file: string): boolean =>
    [patterns].flat().some((pattern) => new RegExp(pattern).test(file));

  it.each(aggregates)('%s is held to be pure, and to its own feature', async (file) => {
    const { default: config } = (await import(join(ROOT, '.dependency-cruiser.js'))) as {
      default: { forbidden: readonly Rule[] };
    };
    const holding = config.forbidden
      .filter(({ from: { path, pathNot } }) => path !== undefined && matches(path, file) && !matches(pathNot, file))
      .map(({ name }) => name);
    expect(holding).toContain('deciders-stay-pure');
    expect(holding).toContain(`rules-of-${file.split('/')[1]}-keep-to-themselves`);
  });
});

/** Lines that decide by themselves what is late, each of which lint refuses. */
const COMPARISONS = [
  'export const a = (dueOn: string, today: string) => dueOn < today;',
  'export const b = ({ dueAt }: { dueAt: string }, now: string) => now >= dueAt;',
  'export const c = (row: { due_at: string }, now: string) => row.due_at <= now;',
  'export const d = (round: { deadline: { dueAt: string } | null }, now: string) => now > round.deadline!.dueAt;',
  'export const e = (action: { by: string; doneOn: string }) => action.doneOn > action.by;',
  'export const f = (by: string, today: string, later: (day: string) => string) => later(by) < today;',
  'export const g = (item: { nextLookOn: string }, heldOn: string) => item.nextLookOn <= heldOn;',
  'export const h = `SELECT reference FROM deadlines WHERE due_at <= :now`;',
  "export const i = 'SELECT reference FROM deadlines AS date WHERE :today > date.due_on';",
  'export const j = `SELECT reference FROM actions AS action WHERE action."by" < :today`;',
] as const;

/** Lines that compare something else. */
const OTHERS = [
  'export const k = (by: number) => (by > 0 ? `+${by}` : String(by));',
  'export const l = (raisedOn: string, today: string) => raisedOn <= today;',
  'export const m = (due: { late: boolean }[]) => due.filter(({ late }) => late).length > 0;',
  'export const n = `SELECT due_on FROM deadlines ORDER BY due_at`;',
] as const;

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

describe('Lint', () => {
  /** The lines that lint refuses, by file, of files with the same lines in a tree with the rules of this one. */
  const linted = async (files: readonly string[]): Promise<Record<string, number[]>> => {
    const tree = await mkdtemp(join(tmpdir(), 'footprint-lint-'));
    try {
      for (const shared of ['oxlint.config.ts', 'node_modules']) await symlink(join(ROOT, shared), join(tree, shared));
      for (const file of files) {
        await mkdir(dirname(join(tree, file)), { recursive: true });
        await writeFile(join(tree, file), [...COMPARISONS, ...OTHERS].join('\n'));
      }
      const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
      const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', 'src', 'projections'], {
        cwd: tree,
        encoding: 'utf8',
      });
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
      const restricted = diagnostics.filter(({ code }) => code === 'eslint-js(no-restricted-syntax)');
      const linesOf = (file: string): number[] =>
        restricted
          .filter(({ filename }) => filename === file)
          .map(({ labels }) => labels[0]!.span.line)
          .sort((one, other) => one - other);
      return Object.fromEntries(files.map((file) => [file, linesOf(file)]));
    } finally {
      await rm(tree, { recursive: true });
    }
  };

  it('lets no file but the room for time compare a due date with a moment or a day', async () => {
    const everyOne = COMPARISONS.map((_, index) => index + 1);
    const files = ['src/reports/planted.ts', 'projections/planted/planted.ts', 'src/disputes/time/planted.ts'];
    expect(await linted(files)).toEqual({ [files[0]!]: everyOne, [files[1]!]: everyOne, [files[2]!]: [] });
  });
});

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('The file of a route', () => {
  it.each(globSync('src/**/*.{api,route}.ts', { cwd: ROOT }))(
    '%s names beside each method the row of the access table that lets people in',
    (file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const methods = count(text, /^ *@(Get|Post|Put|Patch|Delete|ActOn)\(/gm);
      expect(methods).toBeGreaterThan(0);
      expect(count(text, /^ *@(Permits\(('|\.\.\.[A-Z])|OpenToAll\()/gm)).toBe(methods);
    },
  );
});

describe('The API of a reading', () => {
  it.each(globSync('src/**/*.api.ts', { cwd: ROOT }))('%s is given the queries and nothing else', (file) => {
    const given = readFileSync(join(ROOT, file), 'utf8').matchAll(/(private|public|protected)? ?readonly \w+: (\w+)/g);
    expect([...given].map(([, , type]) => type)).toEqual(['QueryBus']);
  });
});
