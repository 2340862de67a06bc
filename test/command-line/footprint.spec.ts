import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, Terminal } from './process.js';

const EXAMPLE = join(ROOT, 'examples/worcestershire');
const MAPPING = ['--mapping', join(EXAMPLE, 'mapping.yaml')];
const DISPUTES = join(EXAMPLE, 'disputes-2021-22.csv');

let terminal: Terminal;
beforeEach(async () => {
  terminal = await Terminal.open();
});
afterEach(() => terminal.remove());

const COMMANDS = [
  ['register', 'mapping'],
  ['register', 'check'],
  ['register', 'import'],
  ['register', 'imports'],
  ['register', 'withdraw'],
  ['register', 'correct'],
  ['register', 'take-on'],
  ['register', 'export'],
  ['directory', 'import'],
  ['directory', 'social-worker'],
  ['protocol', 'check'],
  ['protocol', 'list'],
  ['protocol', 'show'],
  ['protocol', 'compare'],
  ['protocol', 'adopt'],
  ['report', 'themes'],
  ['report', 'annual'],
  ['report', 'note'],
  ['report', 'published-total'],
  ['report', 'enter-other-councils'],
  ['council', 'first-administrator'],
  ['council', 'name'],
  ['council', 'show'],
  ['council', 'open'],
  ['council', 'proposals'],
  ['token', 'create'],
  ['token', 'list'],
  ['token', 'withdraw'],
  ['rebuild'],
  ['verify'],
  ['events'],
  ['backup'],
  ['restore'],
  ['copy-log'],
];

/** The folder of a council with teams and rules, made by the first test that needs one; each has a copy of its own. */
let council: Terminal | undefined;
afterAll(() => council?.remove());

const set = async (): Promise<void> => {
  council ??= await newCouncil();
  await cp(council.data, terminal.data, { recursive: true });
};

const newCouncil = async (): Promise<Terminal> => {
  const made = await Terminal.open();
  expect((await made.run('directory', 'import', join(EXAMPLE, 'teams.csv'))).code).toBe(0);
  expect((await made.run('protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-04-01')).code).toBe(0);
  return made;
};

/** A register of informal disputes of 2021/22, as long as wanted. */
const longRegister = async (rows: number): Promise<string> => {
  const lines = (await readFile(DISPUTES, 'utf8'))
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\n');
  const sample = lines[1]!;
  const many = Array.from({ length: rows }, (_, at) =>
    sample.replace('I21/001', `K/${at}`).replace('1568440', `${2_000_000 + at}`),
  );
  const file = join(terminal.folder, 'long.csv');
  await writeFile(file, [lines[0], ...many].join('\n'));
  return file;
};

describe('bin/footprint, as a process', () => {
  it.each([
    ['0, and prints what was asked for, where it is done', ['verify', '--help'], 0, /^Usage: footprint verify /, /^$/],
    [
      '1, and says why beside the output, where it could not be done',
      ['report', 'annual', '2022/23'],
      1,
      /^$/,
      /^footprint: There is no log at/,
    ],
    ['2, and says why beside the output, where it was called wrongly', ['fly'], 2, /^$/, /unknown command 'fly'/],
  ])('ends with %s', async (_, words, code, out, said) => {
    const ended = await terminal.start(...words).end();
    expect(ended).toEqual({ code, out: expect.stringMatching(out), said: expect.stringMatching(said) });
  });
});

describe('A command line', () => {
  it('explains every command, with an example, and opens nothing', async () => {
    for (const words of COMMANDS) {
      const { code, out, said } = await terminal.run(...words, '--help');
      expect({ words, code, said }).toEqual({ words, code: 0, said: '' });
      expect(out).toMatch(new RegExp(`^Usage: footprint ${words.join(' ')} `));
      expect(out).toContain('--data-dir <folder>');
      expect(out).toMatch(new RegExp(`Example:\\n {2}\\$ footprint ${words.join(' ')}`));
    }
    expect(existsSync(terminal.data)).toBe(false);
  });

  it.each([
    ['nothing at all', []],
    ['an unknown command', ['fly']],
    ['an unknown option', ['verify', '--quickly']],
    ['a missing option', ['register', 'check', DISPUTES]],
    ['a missing word', ['report', 'annual']],
    ['a year that is none', ['report', 'annual', '2022']],
    ['neither a year nor a day', ['report', 'years']],
    ['a dimension that is none', ['report', 'themes', '--year', '2022/23', '--by', 'colour']],
    ['a number that is none', ['register', 'import', DISPUTES, ...MAPPING, '--expect-total', 'many']],
    ['a date that does not exist', ['protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-02-30']],
  ])('ends with 2 for bad use: %s', async (_, words) => {
    const { code, out, said } = await terminal.run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).not.toMatch(/ {4}at |Error:/);
    expect(said).not.toBe('');
    expect(existsSync(terminal.data)).toBe(false);
  });

  it.each([
    ['no log', ['report', 'annual', '2022/23'], /There is no log at .* yet/],
    ['no such file', ['protocol', 'check', 'nowhere.yaml'], /nowhere\.yaml cannot be opened/],
    [
      'no such mapping',
      ['register', 'import', DISPUTES, '--mapping', 'nowhere.yaml'],
      /nowhere\.yaml cannot be opened/,
    ],
    ['nobody of that name', ['rebuild', '--as', 'Nobody'], /unknown option '--as'/],
  ])('says in one sentence what could not be done: %s', async (_, words, sentence) => {
    const { code, out, said } = await terminal.run(...words);
    expect(out).toBe('');
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(words.includes('--as') ? 2 : 1);
  });

  it('prints nothing but JSON with --json', async () => {
    await set();
    const importing = ['register', 'import', DISPUTES, ...MAPPING, '--leave-out-refused'];
    const calls = [
      ['directory', 'import', join(EXAMPLE, 'teams.csv')],
      ['protocol', 'check', join(EXAMPLE, 'protocol.yaml')],
      ['protocol', 'list'],
      ['protocol', 'show'],
      ['protocol', 'compare', join(EXAMPLE, 'protocol.yaml')],
      ['register', 'check', DISPUTES, ...MAPPING],
      importing,
      importing,
      ['register', 'imports'],
      ['register', 'export', join(terminal.folder, 'export')],
      ['report', 'themes', '--year', '2021/22', '--by', 'kind'],
      ['report', 'annual', '2021/22'],
      ['verify'],
      ['events', '--stream', 'protocol-council'],
      ['backup', join(terminal.folder, 'copy.sqlite')],
      ['restore', join(terminal.folder, 'copy.sqlite'), '--data-dir', join(terminal.folder, 'restored')],
      ['copy-log', '--from', terminal.data, '--to', join(terminal.folder, 'copied')],
    ];
    for (const words of calls) {
      const { code, out } = await terminal.run(...words, '--json');
      expect({ words, code }).toEqual({ words, code: 0 });
      expect(JSON.parse(out)).toEqual(expect.any(Object));
    }
  });

  it('gives the result as JSON also where it then fails', async () => {
    await set();
    const { code, out, said } = await terminal.run('register', 'import', DISPUTES, ...MAPPING, '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { files: { refused: object[] }[] }).files[0]!.refused).toHaveLength(5);
    expect(said).toMatch(/5 rows are refused, so nothing was imported/);
  });

  it('takes the data folder from --data-dir before the environment', async () => {
    const other = join(terminal.folder, 'other');
    await terminal.run(
      'protocol',
      'adopt',
      join(EXAMPLE, 'protocol.yaml'),
      '--from',
      '2021-04-01',
      '--data-dir',
      other,
    );
    expect(existsSync(join(other, 'log.sqlite'))).toBe(true);
    expect(existsSync(terminal.data)).toBe(false);
  });

  it('records who acts with --as, and refuses a person nobody knows, and one whose posts may not', async () => {
    await set();
    const people = join(terminal.folder, 'people.csv');
    await writeFile(people, 'Name,Post\nN. Abbot,IRO manager\n');
    expect((await terminal.run('directory', 'import', people)).code).toBe(0);
    await terminal.run('register', 'import', DISPUTES, ...MAPPING, '--leave-out-refused');
    const correction = ['register', 'correct', 'I21/001', '--set', 'Theme=LIFE', '--reason', 'Miscoded.'];
    expect((await terminal.run(...correction, '--as', 'Nobody')).said).toMatch(/Nobody in the directory has the name/);
    expect((await terminal.run(...correction, '--as', 'G. Rowe')).said).toMatch(/holds no post today that may do this/);
    expect((await terminal.run(...correction, '--as', 'N. Abbot')).code).toBe(0);
    const { out } = await terminal.run('events');
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; metadata: { actor: object } });
    const corrected = events.find(({ type }) => type === 'ImportedDisputeCorrected')!;
    expect(corrected.metadata.actor).toMatchObject({
      role: 'iro-manager',
      person: 'n-abbot',
    });
    const imported = events.find(({ type }) => type === 'DisputeImported')!;
    expect(imported.metadata.actor).toEqual({ person: 'command-line', post: null, role: null });
  });

  it('puts notes and published totals beside the figures', async () => {
    await set();
    await terminal.run('register', 'import', DISPUTES, ...MAPPING, '--leave-out-refused');
    const published = ['report', 'published-total', '2020/21', 'formal', '48', '--source', 'Annual report, page 9'];
    expect(await terminal.run(...published)).toMatchObject({ code: 0, out: 'Entered: formal of 2020/21 is 48.\n' });
    const note = ['report', 'note', '2021/22', 'informal', '--text', 'Records of May were lost.', '--not-comparable'];
    expect((await terminal.run(...note)).code).toBe(0);
    const { out } = await terminal.run('report', 'annual', '2021/22', '--json');
    const { measures } = JSON.parse(out) as { measures: { code: string; note: string | null }[] };
    const measure = (code: string) => measures.find((each) => each.code === code);
    expect(measure('formal')).toMatchObject({ value: 55, previous: 48, change: 7 });
    expect(measure('informal')!.note).toContain('Records of May were lost.');
    expect((await terminal.run('report', 'note', '2021/22', 'nothing', '--text', 'x')).code).toBe(1);
    expect((await terminal.run(...published.with(4, 'many'))).code).toBe(2);
    expect((await terminal.run('rebuild')).code).toBe(0);
    expect((await terminal.run('report', 'annual', '2021/22', '--json')).out).toBe(out);
  });

  it('finishes an import whose progress nobody reads any more', async () => {
    await set();
    const importing = terminal.start('register', 'import', await longRegister(1_500), ...MAPPING);
    importing.child.stderr?.destroy();
    const { code, out } = await importing.end();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/1,500 rows written/) });
  });

  it('finishes an import whose process was killed', async () => {
    await set();
    const file = await longRegister(2_500);
    const words = ['register', 'import', file, ...MAPPING, '--expect-total', '2500'];

    const killed = await terminal.startToBeKilled(/1,000 rows of 2500 written/, ...words).end();
    expect(killed).toMatchObject({ code: null, said: expect.stringMatching(/1,000 rows of 2500 written/) });
    expect((await terminal.run('report', 'themes', '--year', '2021/22', '--by', 'kind')).out).toMatch(
      /cut short|not finished/i,
    );
    expect((await terminal.run('register', 'imports')).out).toMatch(/cut short: run it again to finish it/);

    expect((await terminal.run(...words)).code).toBe(0);
    const { out } = await terminal.run('report', 'themes', '--year', '2021/22', '--by', 'kind', '--json');
    expect((JSON.parse(out) as { rows: object[] }).rows).toContainEqual({ kind: 'informal', count: 2_500 });
    expect((await terminal.run('verify')).code).toBe(0);
  });
});

describe('the README of the example', () => {
  it('is six lines, and each runs as printed', async () => {
    const lines = (await readFile(join(EXAMPLE, 'README.md'), 'utf8')).split('\n').filter((line) => line.trim() !== '');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/published.*invented/);
    const commands = lines.slice(1).map((line) => line.trim());
    const { code, out } = await terminal.shell(commands.join('\n'));
    expect(code).toBe(0);
    expect(out).toMatch(/^informal +Through Care 1 +2022\/23 Q1 +\d+/m);
  });
});
