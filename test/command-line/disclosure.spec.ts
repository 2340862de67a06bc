import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import type {
  DisclosureDto,
  DisclosuresListedDto,
} from '../../src/reports/publishing/disclosure-log/disclosures.dto.js';
import { type CouncilOnDisk, type Ran, MAPPING, REGISTERS, worcestershire } from '../register/on-the-command-line.js';

/* The disclosure log at the command line: a person who signs in enters and withdraws, by the rules of the API; the machine's own reads. */
describe('The disclosure log at the command line', () => {
  let council: CouncilOnDisk;
  const tokens = new Map<string, string>();
  const TOLD = ['--recipient', 'a newspaper', '--on', '2024-05-01', '--request-number', 'FOI-12'];
  const OF_THE_YEAR = ['--records', 'formal', '--from', '2022-04-01', '--to', '2023-03-31'];

  const typed = (person: string | null, ...words: string[]): Promise<Ran> =>
    council.runWith({ FOOTPRINT_TOKEN: person === null ? undefined : tokens.get(person) }, 'disclosure', ...words);
  const entered = async (...words: string[]): Promise<string> => {
    const { code, out, said } = await typed('G. Hope', ...words);
    expect([code, said]).toEqual([0, '']);
    return /DLE-\S{4}-\S{4}/.exec(out)![0];
  };

  beforeAll(async () => {
    council = await worcestershire();
    const people = council.path('people.csv');
    const posts = ['N. Abbot,IRO manager', 'G. Hope,Information governance', 'V. Ford,Performance analyst'];
    await writeFile(people, ['Name,Post', ...posts, ''].join('\n'));
    await council.must('directory', 'import', people);
    await council.must('register', 'import', ...REGISTERS, ...MAPPING, '--leave-out-refused');
    await council.open();
    for (const name of ['N. Abbot', 'G. Hope', 'V. Ford'])
      tokens.set(name, (await council.must('token', 'create', '--for', name, '--days', '1')).trim());
  });
  afterAll(() => council.remove());

  it('says that nothing was entered, and takes numbers as they were told, in names as people write them', async () => {
    expect(await council.must('disclosure', 'list')).toBe('Nothing was entered yet.\n');
    const entry = await entered(
      ...['enter', ...TOLD, ...OF_THE_YEAR, '--figure', '87'],
      ...['--figure', '12, team=Through Care 1, quarter=2022/23 Q2', '--figure', '3, theme=EDUC'],
    );
    const shown = await council.json<DisclosureDto>('disclosure', 'show', entry);
    expect(shown).toMatchObject({
      ...{ kind: 'information-request', on: '2024-05-01', recipient: 'a newspaper', requestNumber: 'FOI-12' },
      ...{ records: 'formal', enteredBy: { name: 'G. Hope' }, withdrawn: null },
      figures: [
        { team: null, theme: null, quarter: null, number: 87 },
        { team: { label: 'Through Care 1' }, theme: null, quarter: '2022/23 Q2', number: 12 },
        { team: null, theme: { code: 'EDUC' }, quarter: null, number: 3 },
      ],
    });
    expect(await council.must('disclosure', 'list')).toBe(
      `${entry}  2024-05-01  a newspaper: Formal DRPs, 1 April 2022 to 31 March 2023\n`,
    );
    const text = await council.must('disclosure', 'show', entry);
    expect(text).toContain('Number of the request: FOI-12');
    expect(text).toMatch(/^All teams +All themes +All days +87$/m);
    expect(text).toMatch(/^Through Care 1 +All themes +2022\/23 Q2 +12$/m);
  });

  it('withdraws an entry that was wrong, by information governance alone, and says so', async () => {
    const entry = await entered('enter', ...TOLD, ...OF_THE_YEAR, '--figure', '14');
    const reason = ['--reason', 'Another year was told.'];
    expect((await typed('V. Ford', 'withdraw', entry, ...reason)).code).toBe(1);
    expect(await typed('G. Hope', 'withdraw', entry, ...reason)).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('Withdrawn') },
    });
    expect(await council.must('disclosure', 'show', entry)).toContain('Withdrawn: Another year was told.');
    const { items } = await council.json<DisclosuresListedDto>('disclosure', 'list');
    expect(items.find(({ disclosure }) => disclosure === entry)).toMatchObject({ isWithdrawn: true });
    expect(await council.must('disclosure', 'list')).toContain('(withdrawn)');
  });

  it('enters that a published report was given to others, and refuses a draft', async () => {
    const manager = ['--as', 'N. Abbot'];
    const draft = await council.must('report', 'draft', '--year', '2022/23', '--audience', 'inside', ...manager);
    const report = /RPT-\S{4}-\S{4}/.exec(draft)![0];
    const early = await typed('G. Hope', 'enter-report', report, ...TOLD);
    expect(early).toMatchObject({ code: 1, said: expect.stringContaining('A draft may still change') });
    const { editions } = await council.json<{ editions: { sha256: string }[] }>('report', 'show', report);
    await council.must('report', 'check', report, '--digest', editions[0]!.sha256, '--as', 'G. Hope');
    await council.must('report', 'approve', report, '--digest', editions[0]!.sha256, ...manager);
    await council.must('report', 'publish', report, ...manager);
    const entry = await entered('enter-report', report, ...TOLD, '--kind', 'other');
    expect(await council.must('disclosure', 'show', entry)).toContain(`Report ${report}, edition 1`);
  });

  it('is not written by nobody, and names what does not fit', async () => {
    const enter = ['enter', ...TOLD, ...OF_THE_YEAR];
    expect(await typed(null, ...enter, '--figure', '1')).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('FOOTPRINT_TOKEN') },
    });
    for (const [figure, code, says] of [
      ['many', 2, 'A figure is a number'],
      ['12, colour=red', 2, 'A figure is a number'],
      ['12, team=', 2, 'A figure is a number'],
      ['12, theme=NO-THEME', 1, 'There is no theme NO-THEME'],
      ['12, quarter=2024/25 Q1', 1, 'is not within'],
    ] as const)
      expect([figure, await typed('G. Hope', ...enter, '--figure', figure)]).toMatchObject([
        figure,
        { code, said: expect.stringContaining(says) },
      ]);
    expect(await council.run('disclosure', 'show', 'DLE')).toMatchObject({ code: 2 });
    expect((await council.run('disclosure', 'show', 'DLE-0000-0000')).code).not.toBe(0);
  });
});
