import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportTo } from '../../src/cli/commands/register-actions.js';
import type { FileResult } from '../../src/register/check/check.js';
import { MAPPING, REGISTERS, worcestershire, type CouncilOnDisk } from './on-the-command-line.js';
import { register, row, SmallCouncil } from './small-council.js';

const CASES = join(import.meta.dirname, 'cases');
const FEW_COLUMNS = [join(CASES, 'few-columns.csv'), '--mapping', join(CASES, 'few-columns.mapping.yaml')];

interface Imported {
  type: string;
  data: { ownReference: string; facts: unknown };
}
const councils: { remove(): Promise<void> }[] = [];
afterAll(async () => {
  for (const council of councils) await council.remove();
});
const kept = <Each extends { remove(): Promise<void> }>(council: Each): Each => {
  councils.push(council);
  return council;
};

/** The facts of every imported row, by its own reference. */
const factsIn = (events: Imported[]): Map<string, unknown> =>
  new Map(
    events
      .filter(({ type }) => type.endsWith('Imported'))
      .map(({ type, data }) => [`${type} ${data.ownReference}`, data.facts]),
  );
const eventsOf = async (council: CouncilOnDisk): Promise<Imported[]> =>
  (await council.json<{ events: Imported[] }>('events')).events;

describe('a register written back', () => {
  it('gives the same rows in every column when it is imported into an empty folder', async () => {
    const first = kept(await worcestershire());
    await first.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused');
    await first.must('register', 'export', first.path('export'));

    const second = kept(await worcestershire());
    const files = ['disputes.csv', 'acknowledgements.csv'].map((name) => first.path('export', name));
    const words = ['--mapping', first.path('export', 'mapping.yaml'), '--expect-total', '414'];
    const { files: results } = await second.json<{ files: FileResult[] }>('register', 'import', ...files, ...words);
    expect(results.map(({ accepted, refused }) => [accepted, refused.length])).toEqual([
      [356, 0],
      [58, 0],
    ]);
    const facts = factsIn(await eventsOf(first));
    expect(facts.size).toBe(414);
    expect(factsIn(await eventsOf(second))).toEqual(facts);
    await second.must('register', 'export', second.path('export'));
    for (const name of ['disputes.csv', 'acknowledgements.csv', 'mapping.yaml'])
      expect(await readFile(second.path('export', name), 'utf8')).toBe(
        await readFile(first.path('export', name), 'utf8'),
      );
  });

  it('is for its owner alone, as are refused rows, also where a file of that name could be read by others', async () => {
    const council = kept(await worcestershire());
    await council.run('register', 'check', ...REGISTERS, ...MAPPING, '--refused', council.path('refused.csv'));
    await council.must('register', 'import', REGISTERS[0]!, ...MAPPING, '--leave-out-refused');
    await council.must('register', 'export', council.path('new'));
    const modeOf = async (...path: string[]): Promise<string> =>
      ((await stat(council.path(...path))).mode & 0o777).toString(8);
    expect([await modeOf('refused.csv'), await modeOf('new'), await modeOf('new', 'disputes.csv')]).toEqual([
      '600',
      '700',
      '600',
    ]);

    await mkdir(council.path('old'));
    for (const file of [council.path('read.csv'), council.path('old', 'disputes.csv')])
      await writeFile(file, 'Anybody may read this.', { mode: 0o644 });
    await council.run('register', 'check', ...REGISTERS, ...MAPPING, '--refused', council.path('read.csv'));
    await council.must('register', 'export', council.path('old'));
    expect([await modeOf('read.csv'), await modeOf('old', 'disputes.csv')]).toEqual(['600', '600']);
    expect(await readFile(council.path('old', 'disputes.csv'), 'utf8')).not.toContain('Anybody');
  });

  it('has a file of its own for rows whose register had fewer columns, and says "not collected" again', async () => {
    const first = kept(await worcestershire());
    await first.must('directory', 'import', join(CASES, 'teams.csv'));
    await first.must('register', 'import', REGISTERS[0]!, ...MAPPING, '--leave-out-refused');
    await first.must('register', 'import', ...FEW_COLUMNS);
    const said = await first.must('register', 'export', first.path('export'));
    expect(said).toContain('disputes-2.csv has no column for child, stage,');
    const [headings] = (await readFile(first.path('export', 'disputes-2.csv'), 'utf8')).slice(1).split('\r\n');
    expect(headings).not.toMatch(/Child|Stage reached|Answer due|"Outcome"|Date resolved/);

    const second = kept(await worcestershire());
    await second.must('directory', 'import', join(CASES, 'teams.csv'));
    const covers = [...said.matchAll(/--covers (\S+)/g)].flatMap(([, covered]) => ['--covers', covered!]);
    const files = ['disputes.csv', 'disputes-2.csv'].map((name) => first.path('export', name));
    await second.must('register', 'import', ...files, '--mapping', first.path('export', 'mapping.yaml'), ...covers);
    for (const year of ['2021/22', '2022/23'])
      expect(await second.json('report', 'annual', year)).toEqual(await first.json('report', 'annual', year));
    expect(await second.must('report', 'annual', '2022/23')).toMatch(/children +not collected/i);
  });

  it('lets a row be corrected whose register had no column for the child', async () => {
    const council = kept(await worcestershire());
    await council.must('directory', 'import', join(CASES, 'teams.csv'));
    await council.must('register', 'import', ...FEW_COLUMNS);
    const reference = (await eventsOf(council)).find(({ type }) => type === 'DisputeImported')!.data.ownReference;
    const words = ['register', 'correct', reference, '--reason', 'Miscoded.', '--set'];
    expect(await council.must(...words, 'Theme=LIFE')).toMatch(/^Corrected: /);
    expect(await council.must(...words, 'Child=151001')).toMatch(/^Corrected: /);
  });

  it('adds nothing when it is imported where it came from', async () => {
    const council = kept(await worcestershire());
    await council.must('register', 'import', REGISTERS[0]!, ...MAPPING, '--leave-out-refused');
    await council.must('register', 'export', council.path('export'));
    const files = [council.path('export', 'disputes.csv'), '--mapping', council.path('export', 'mapping.yaml')];
    expect(await council.must('register', 'import', ...files)).toContain('Nothing new');
  });

  it('keeps any text exactly, and no text that a spreadsheet would run', async () => {
    const council = kept(await SmallCouncil.make());
    const texts = [
      '=HYPERLINK("http://x")',
      '+44',
      '-1',
      '@SUM(1)',
      '\t=1',
      "'=1",
      "'tis",
      'a "quoted" word',
      'two\r\nlines\nand three',
      '  spaces  ',
      '\u200fשלום עולם\u200f',
      'a;b,c',
      '👩‍👧 Zoë',
      'a\u2028b',
    ];
    const anyText = fc
      .sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { seed: 20220401, numRuns: 200 })
      .filter((text) => text.trim() !== '');
    const all = [...texts, ...anyText];
    // As a spreadsheet holds them: what would run has its apostrophe already.
    const cells = all.map((text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text));
    const rows = cells.map((Concern, at) => row({ Ref: `T${at}`, Concern }));
    await council.import(register(...rows));
    const concerns = (await council.events())
      .filter(({ type }) => type === 'DisputeImported')
      .map(({ data }) => (data as unknown as { facts: { concern: string } }).facts.concern);
    expect([...concerns].sort()).toEqual([...all].sort());

    const folder = council.path('export');
    await council.acting((open) => exportTo(open, council.terminal(), folder, {}));
    const exported = await readFile(`${folder}/disputes.csv`, 'utf8');
    expect(exported).not.toMatch(/(^|,)"[=+\-@\t\r]/m);

    const other = kept(await SmallCouncil.make());
    await writeFile(other.path('mapping.yaml'), await readFile(`${folder}/mapping.yaml`));
    await other.import(exported);
    const facts = async (each: SmallCouncil) => factsIn((await each.events()) as unknown as Imported[]);
    expect(await facts(other)).toEqual(await facts(council));
  });
});
