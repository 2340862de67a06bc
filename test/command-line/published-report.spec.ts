import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import type { PublishedReportDto, TablesProposedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';

const MANAGER = ['--as', 'N. Abbot'];
const DIRECTOR = ['--as', 'D. Ames'];
const GOVERNANCE = ['--as', 'G. Hope'];

const escaped = (text: string): string => text.replace(/[+]/g, '\\$&');

/* Every act of a report that is given out, as people carry it out at the command line. */
describe('A report at the command line', () => {
  let council: CouncilOnDisk;
  let report: string;
  const must = (act: string, ...words: string[]) => council.must('report', act, report, ...words);
  const read = () => council.json<PublishedReportDto>('report', 'show', report);
  const newest = async () => (await read()).editions.at(-1)!;

  beforeAll(async () => {
    council = await worcestershire();
    const people = council.path('people.csv');
    const posts = ['N. Abbot,IRO manager', 'D. Ames,Director', 'G. Hope,Information governance'];
    await writeFile(people, ['Name,Post', ...posts, ''].join('\n'));
    await council.must('directory', 'import', people);
    await council.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused');
    const said = await council.must('report', 'draft', '--year', '2022/23', '--method', 'rounded', ...MANAGER);
    report = /RPT-\S{4}-\S{4}/.exec(said)![0];
  });
  afterAll(() => council.remove());

  it('is drafted by the method that was named, and takes its figures again with tables of one’s own', async () => {
    expect((await newest()).figures!.method).toBe('rounded');
    expect(await must('take-figures', '--table', 'formal:quarter', '--method', 'hidden', ...MANAGER)).toContain(
      'Taken',
    );
    const { figures } = await newest();
    expect(figures).toMatchObject({ method: 'hidden', layout: [{ records: 'formal', table: 'quarter' }] });
    const wrong = await council.run('report', 'take-figures', report, '--table', 'formal:colour', ...MANAGER);
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('is no table') });
  });

  it('is proposed tables that print something, by the method that is named, under the names by which they are taken', async () => {
    const proposed = await council.json<TablesProposedDto>('report', 'tables', report);
    const { method, items } = proposed;
    expect(method).toBe('hidden');
    expect(items.map(({ records }) => records)).toEqual(['informal', 'formal', 'acknowledgement']);
    const said = await must('tables');
    for (const { records, tables, ofNoUse } of items) {
      for (const { code, printed, figures } of tables)
        expect(said).toMatch(new RegExp(`^${escaped(`${records}:${code}`)} .*${printed} of ${figures}\\b`, 'm'));
      for (const { code } of ofNoUse) expect(said).toContain(`Not ${records}:${code}. `);
    }
    const proposedFirst = /^(\S+:\S+) .* proposed$/m.exec(said)![1]!;
    expect(await must('take-figures', '--table', proposedFirst, '--method', 'hidden', ...MANAGER)).not.toContain(
      'Left out',
    );
    expect(await must('tables', '--method', 'rounded')).toContain('rounded to the nearest 5');
    const wrong = await council.run('report', 'tables', report, '--method', 'guessed');
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('--method is one of') });
  });

  it('leaves as a file, whole or table by table, the same as the pages give out', async () => {
    await must('take-figures', '--table', 'informal:quarter', '--table', 'formal:quarter', ...MANAGER);
    const { tables } = (await newest()).figures!;
    for (const [index, { title }] of tables.entries()) {
      const [csv, ods] = [council.path(`${index}.csv`), council.path(`${index}.ods`)];
      await must('file', '--table', `${index + 1}`, '--out', csv);
      await must('file', '--table', `${index + 1}`, '--out', ods);
      // In the words of the council, as its papers are.
      expect(await readFile(csv, 'utf8')).toContain(title.replace('disputes', 'DRPs'));
      // A spreadsheet is an archive that names first what it is.
      expect((await readFile(ods)).toString('latin1')).toContain('application/vnd.oasis.opendocument.spreadsheet');
    }
    await must('file', '--out', council.path('first.csv'));
    expect(await readFile(council.path('first.csv'))).toEqual(await readFile(council.path('0.csv')));
    const run = (...words: string[]) => council.run('report', 'file', report, '--out', ...words);
    const noTable = { code: 1, said: expect.stringContaining('There is no table 99 in it') };
    expect(await run(council.path('no.csv'), '--table', '99')).toMatchObject(noTable);
    const noEdition = { code: 1, said: expect.stringContaining('There is no edition 7') };
    expect(await run(council.path('no.pdf'), '--edition', '7')).toMatchObject(noEdition);
    const noFolder = { code: 1, said: expect.stringContaining('check that its folder is there') };
    expect(await run(council.path('none/no.pdf'))).toMatchObject(noFolder);
    expect(await run(council.path('no.pdf'), '--table', '1')).toMatchObject({ code: 2 });
    expect(await run(council.path('no.txt'))).toMatchObject({ code: 2, said: expect.stringContaining('.csv or .ods') });
  });

  it('is written: a section, figures that are entered, and a story that another person signs off', async () => {
    await must('write-section', '--section', 'summary', '--text', 'Fewer children wait.', ...MANAGER);
    const figure = ['--section', 'caseloads', '--source', 'Return', '--definition', 'On that day.', '--as-of'];
    const enter = (label: string, value: string, ...more: string[]) =>
      must('enter-figure', '--label', label, '--value', value, ...figure, '2023-03-31', ...more, ...MANAGER);
    await enter('Audits', '64');
    await enter('Good', '40', '--part-of', 'Audits');
    await enter('Fair', '21', '--part-of', 'Audits');
    await enter('Poor', '3', '--part-of', 'Audits');
    await enter('Wrong', '50');
    await must('take-out', '--figure', 'Wrong', ...MANAGER);
    const action = ['--what', 'Halve the drift', '--holder', 'The service', '--sentence', 'It is halved.'];
    await must('enter-action', ...action, '--progress', 'done', '--as-of', '2023-03-31', ...MANAGER);
    const story = ['--kind', 'learnt', '--title', 'Plans that moved', '--text', 'They moved.', '--signer', 'D. Ames'];
    await must('write-story', ...story, ...MANAGER);
    await must('sign-off', '--story', 'S1', ...DIRECTOR);
    await must('comment', '--text', 'A team had another name.', ...DIRECTOR);
    expect(await newest()).toMatchObject({
      sections: [{ section: 'summary', text: 'Fewer children wait.' }],
      entered: [{ shown: 64 }, { shown: 40 }, { shown: 'c' }, { shown: 'c' }],
      stories: [{ story: 'S1', isSignedOff: true }],
      actions: [{ action: 'A1', what: 'Halve the drift', progress: 'done' }],
      comments: [{ text: 'A team had another name.' }],
    });
  });

  it('says what is wrong with an action, with what is to be taken out, and with a table that is not there', async () => {
    const run = (...words: string[]) => council.run('report', ...words);
    const rest = ['--holder', 'H', '--sentence', 'S.', '--as-of', '2023-03-31', ...MANAGER];
    const enter = (...words: string[]) => run('enter-action', report, ...words, ...rest);
    expect(await council.must('report', 'actions', report)).toContain('No earlier report');
    expect(await enter('--progress', 'done')).toMatchObject({ code: 2, said: expect.stringContaining('--priority') });
    expect(await enter('--priority', '1', '--progress', 'done')).toMatchObject({ code: 1 });
    expect(await enter('--what', 'W', '--progress', 'half')).toMatchObject({ code: 2 });
    expect(await run('take-out', report, ...MANAGER)).toMatchObject({ code: 2 });
    expect(await run('take-out', report, '--figure', 'None', ...MANAGER)).toMatchObject({ code: 1 });
    expect(await run('take-out', report, '--figure', 'Audits', ...MANAGER)).toMatchObject({ code: 1 });
    expect(await run('take-out', report, '--action', 'A1')).toMatchObject({ code: 1 });
  });

  it('is of a year of which there can be records, as every report of the command line is', async () => {
    const protocol = ['--protocol', 'protocols/barnet.yaml'];
    for (const year of ['1899/00', '2098/99'])
      for (const words of [
        ['themes', '--by', 'kind', '--year', year],
        ['annual', year],
        ['timeliness', '--year', year],
        ['years', '--year', year],
        ['what-if', ...protocol, '--year', year],
        ['note', year, 'informal', '--text', 'Lost.', ...MANAGER],
        ['published-total', year, 'formal', '48', '--source', 'Page 9', ...MANAGER],
        ['draft', '--year', year, ...MANAGER],
      ]) {
        const { code, said } = await council.run('report', ...words);
        expect([words, code, said]).toEqual([words, 2, expect.stringContaining(`No record can be of ${year}`)]);
      }
  });

  it('is checked, approved, presented, published, corrected and withdrawn', async () => {
    const { sha256 } = await newest();
    await must('check', '--digest', sha256, ...GOVERNANCE);
    await must('approve', '--digest', sha256, ...MANAGER);
    await must('present', '--board', 'Corporate parenting board', ...MANAGER);
    await must('publish', '--address', 'https://council.example/iro', ...MANAGER);
    await must('correct', '--reason', 'Rows came late.', ...MANAGER);
    await must('give-up', '--reason', 'They were there.', ...MANAGER);
    await must('withdraw', '--reason', 'A child could be known.', ...MANAGER);
    expect((await read()).editions).toMatchObject([
      { standing: 'withdrawn', presented: { to: 'Corporate parenting board' }, withdrawn: 'A child could be known.' },
      { standing: 'given-up', givenUp: 'They were there.' },
    ]);
  });

  it('is not written by nobody, nor signed off by anybody else', async () => {
    const nobody = await council.run('report', 'comment', report, '--text', 'Said.');
    expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining('--as') });
  });
});
