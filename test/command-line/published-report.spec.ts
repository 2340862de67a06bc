import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { type CouncilOnDisk, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';

const MANAGER = ['--as', 'N. Abbot'];
const DIRECTOR = ['--as', 'D. Ames'];
const GOVERNANCE = ['--as', 'G. Hope'];

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

  it('is written: a section, figures that are entered, and a story that another person signs off', async () => {
    await must('write-section', '--section', 'summary', '--text', 'Fewer children wait.', ...MANAGER);
    const figure = ['--section', 'caseloads', '--source', 'Return', '--definition', 'On that day.', '--as-of'];
    const enter = (label: string, value: string, ...more: string[]) =>
      must('enter-figure', '--label', label, '--value', value, ...figure, '2023-03-31', ...more, ...MANAGER);
    await enter('Audits', '64');
    await enter('Good', '40', '--part-of', 'Audits');
    await enter('Fair', '21', '--part-of', 'Audits');
    await enter('Poor', '3', '--part-of', 'Audits');
    const story = ['--kind', 'learnt', '--title', 'Plans that moved', '--text', 'They moved.', '--signer', 'D. Ames'];
    await must('write-story', ...story, ...MANAGER);
    await must('sign-off', '--story', 'S1', ...DIRECTOR);
    await must('comment', '--text', 'A team had another name.', ...DIRECTOR);
    expect(await newest()).toMatchObject({
      sections: [{ section: 'summary', text: 'Fewer children wait.' }],
      entered: [{ shown: 64 }, { shown: 40 }, { shown: 'c' }, { shown: 'c' }],
      stories: [{ story: 'S1', isSignedOff: true }],
      comments: [{ text: 'A team had another name.' }],
    });
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
