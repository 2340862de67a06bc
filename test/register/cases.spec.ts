import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileResult } from '../../src/register/check/check.js';
import { type CouncilOnDisk, worcestershire } from './on-the-command-line.js';

/*
 * Files that went wrong once, and messy ones made to be like those of councils. Each stands for its kind: every row of it is accounted
 * for, and no word of it is turned into its opposite.
 */
const CASES = join(import.meta.dirname, 'cases');

let council: CouncilOnDisk;
beforeAll(async () => {
  council = await worcestershire();
  await council.must('directory', 'import', join(CASES, 'teams.csv'));
});
afterAll(() => council.remove());

const checked = async (file: string, mapping: string): Promise<FileResult> => {
  const words = ['register', 'check', file, '--mapping', mapping];
  return (await council.json<{ files: FileResult[] }>(...words)).files[0]!;
};
const proposedFor = async (file: string): Promise<string> => council.must('register', 'mapping', file);
/** The mapping that is proposed, with an answer where it says DECIDE, as a file. */
const decided = async (file: string, answers: Record<string, string> = {}): Promise<string> => {
  let mapping = await proposedFor(file);
  for (const [word, answer] of Object.entries(answers))
    mapping = mapping.replace(`${word}: DECIDE`, `${word}: ${answer}`);
  await writeFile(council.path('proposed.yaml'), mapping);
  return council.path('proposed.yaml');
};
const file = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(council.path(name), content);
  return council.path(name);
};

describe('cases of registers that went wrong', () => {
  it.each(['quote-never-closed.csv', 'spaces-after-commas.csv'])('%s loses none of its four rows', async (name) => {
    const { rows, accepted, duplicates, refused } = await checked(join(CASES, name), join(CASES, 'words.mapping.yaml'));
    expect(rows).toBe(4);
    expect(accepted + duplicates.length + refused.length).toBe(4);
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatch(/quotation mark that opens in line \d+ of the file/);
  });

  it('takes no "Child view" for the record number of a child', async () => {
    expect(await proposedFor(join(CASES, 'quote-never-closed.csv'))).not.toMatch(/child: Child view/);
  });

  it('proposes no outcome for a text that negates, waits or doubts', async () => {
    const mapping = await proposedFor(join(CASES, 'outcomes-in-words.csv'));
    const outcomes = mapping.slice(mapping.indexOf('  outcomes:\n')).split('\n').slice(1, 15);
    expect(outcomes.filter((line) => !line.endsWith(': DECIDE'))).toEqual(['    Resolved: RES-FULL']);
    expect(outcomes).toHaveLength(14);
    const { code, said } = await council.run(
      ...['register', 'import', join(CASES, 'outcomes-in-words.csv')],
      ...['--mapping', await decided(join(CASES, 'outcomes-in-words.csv'))],
    );
    expect([code, said]).toEqual([1, expect.stringContaining('"DECIDE" cannot be used for outcomes')]);
  });

  it.each([
    ['title-rows.csv', { titles: [1, 2], totals: [8], headingsAgain: [], blank: 2 }],
    ['tabs.csv', { titles: [], totals: [], headingsAgain: [], blank: 0 }],
  ])('%s is read', async (name, passedOver) => {
    const path = join(CASES, name);
    expect(await checked(path, await decided(path))).toMatchObject({ rows: 2, accepted: 2, refused: [], passedOver });
  });

  it('takes the id of a case system for the child, and the reference of the dispute for its own', async () => {
    const path = join(CASES, 'case-system-id-first.csv');
    const mapping = await proposedFor(path);
    expect(mapping).toContain('reference: DRP Ref');
    expect(mapping).toContain('child: Mosaic ID');
    expect(mapping).toContain('# not read: "Initials"');
    expect(await checked(path, await decided(path))).toMatchObject({ rows: 2, accepted: 2 });
  });

  it('accepts a row that was closed without an outcome', async () => {
    const path = join(CASES, 'closed-without-outcome.csv');
    expect(await checked(path, await decided(path))).toMatchObject({ rows: 1, accepted: 1 });
  });

  it('offers to put sibling rows together: two disputes about three children', async () => {
    const path = join(CASES, 'sibling-rows.csv');
    const mapping = await proposedFor(path);
    expect(mapping).toContain('sibling rows: put together');
    expect(await checked(path, await decided(path))).toMatchObject({
      rows: 3,
      accepted: 3,
      refused: [],
      together: [{ row: 3, reference: 'F22/001', earlierRow: 2 }],
    });
    const refusing = await file(
      'refusing.yaml',
      mapping.replace('sibling rows: put together', 'sibling rows: refused'),
    );
    const { accepted, refused } = await checked(path, refusing);
    expect(accepted).toBe(2);
    expect(refused[0]!.reason).toMatch(/differ in the child alone: "sibling rows: put together" in the mapping/);
  });
});

const HEADINGS = 'Ref,Child ID,IRO,Team,Type,Date raised,Theme,Concern,Outcome';
const row = (
  reference: string,
  concern = 'ok',
  outcome = 'Resolved',
  raised = '10/05/2022',
  child = '151001',
): string => `${reference},${child},G. Rowe,Through Care 1,Formal,${raised},Drift & Delay,${concern},${outcome}`;

describe('messy files, each row of which is accounted for', () => {
  it.each<[string, string | Buffer, Partial<FileResult>]>([
    [
      'pipes and a line that names them',
      ['sep=|', ...[HEADINGS, row('F1'), row('F2')].map((line) => line.replaceAll(',', '|'))].join('\r\n'),
      { rows: 2, accepted: 2 },
    ],
    [
      'UTF-16 without a mark, parted by tabs',
      Buffer.from([HEADINGS, row('F1')].join('\n').replaceAll(',', '\t'), 'utf16le'),
      { rows: 1, accepted: 1 },
    ],
    [
      'headings that are repeated on each page',
      [HEADINGS, row('F1'), HEADINGS, row('F2'), ''].join('\n'),
      { rows: 2, accepted: 2 },
    ],
    ['a ditto mark', [HEADINGS, row('F1'), row('F2', '"'), row('F3')].join('\n'), { rows: 3, accepted: 1 }],
    [
      'a concern that quotes a child',
      [HEADINGS, row('F1', '"She said "no" to it"'), row('F2')].join('\n'),
      { rows: 2, accepted: 1 },
    ],
    [
      'actions as a list in one cell',
      [
        HEADINGS,
        row('F1', '"1. Visit, soon\n2. Plan, by May, with school, and health, and home, and more"'),
        row('F2'),
      ].join('\n'),
      { rows: 2, accepted: 2 },
    ],
    [
      'a subtotal and a grand total',
      [HEADINGS, row('F1'), 'Sub-total,1,,,,,,,', row('F2'), 'Grand total:,2,,,,,,,100%'].join('\n'),
      { rows: 2, accepted: 2 },
    ],
    [
      'children who are not known',
      [
        HEADINGS,
        row('F1', 'ok', 'Resolved', '10/05/2022', 'TBC'),
        row('F2', 'ok', 'Resolved', '10/05/2022', 'J.S.'),
        row('F3'),
      ].join('\n'),
      { rows: 3, accepted: 1 },
    ],
    [
      'references that are to come',
      [HEADINGS, row('TBC'), row('tbc', 'other'), row('N/A'), row('F1')].join('\n'),
      { rows: 4, accepted: 1 },
    ],
    [
      'a row of December 2011',
      [HEADINGS, row('F1', 'ok', 'Resolved', '05/12/2011')].join('\n'),
      { rows: 1, accepted: 1 },
    ],
    [
      'a cell of five megabytes',
      [HEADINGS, row('F1', 'x'.repeat(5_000_000)), row('F2')].join('\n'),
      { rows: 2, accepted: 1 },
    ],
    [
      'a row cut in two by a line break that nobody quoted',
      [
        HEADINGS,
        'F1,151001,G. Rowe,Through Care 1,Formal,10/05/2022,Drift & Delay,The plan',
        'has not moved,Resolved',
        row('F2'),
      ].join('\n'),
      { rows: 3, accepted: 2 },
    ],
    [
      'semicolons below a title with commas',
      [
        'Register of disputes, North, South and East',
        '',
        ...[HEADINGS, row('F1')].map((line) => line.replaceAll(',', ';')),
      ].join('\n'),
      { rows: 1, accepted: 1 },
    ],
  ])('%s', async (what, content, expected) => {
    const path = await file('messy.csv', content);
    const plain = await file('plain.csv', [HEADINGS, row('F1')].join('\n'));
    const result = await checked(path, await decided(plain));
    expect(result).toMatchObject(expected);
    expect(result.accepted + result.duplicates.length + result.refused.length).toBe(result.rows);
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
    expect(what).toBeTruthy();
  });

  it('says where American dates stand beside others, and proposes no order', async () => {
    const path = await file(
      'dates.csv',
      [
        HEADINGS,
        row('F1', 'ok', 'Resolved', '13/04/2022'),
        row('F2', 'ok', 'Resolved', '04/14/2022'),
        row('F3', 'ok', 'Resolved', '04/05/2022'),
      ].join('\n'),
    );
    expect(await proposedFor(path)).toContain('dates: DECIDE');
    const { said } = await council.run(
      'register',
      'check',
      path,
      '--mapping',
      await decided(path, { dates: 'day before month' }),
    );
    expect(said).toMatch(
      /under "Date raised" some dates have the day first \(1, such as row 2\) and others the month, as in America \(1, such as row 3\)\. 1 could be either \(row 4\)/,
    );
  });

  it.each([
    ['Satisfied', 'not', 'Not satisfied'],
    ['agreement', 'unable', 'Unable to agree'],
    ['complete', 'in-', 'Incomplete'],
    ['resolved', 'a question', 'Resolved?'],
    ['resolved', 'a doubt', 'Resolved (TBC)'],
    ['closed', 'no outcome', 'Closed'],
    ['withdrawn', 'not', 'Not withdrawn'],
    ['part', 'department', 'Departmental'],
  ])('never takes "%s" out of an outcome that says %s: %s', async (_part, _how, outcome) => {
    const path = await file('words.csv', [HEADINGS, row('F1', 'ok', outcome)].join('\n'));
    expect(await proposedFor(path)).toMatch(/outcomes:\n {4}.*: DECIDE\n/);
  });

  it('decides no kind, stage, answer, theme or yes that is not a known phrase', async () => {
    const path = await file(
      'doubts.csv',
      'Ref,Team,Type,Date raised,Theme,Response,Stage reached,Spoke first?\n' +
        'F1,North,Formal (was informal),10/05/2022,No drift,Not fully agreed,None,Not sure\n',
    );
    const mapping = await proposedFor(path);
    for (const word of ['Formal (was informal)', 'No drift', 'Not fully agreed', 'None', 'Not sure'])
      expect(mapping).toContain(`${word}: DECIDE`);
  });

  it.each([
    ['a web page', 'page.xls', '<html><body><table><tr><td>Ref</td></tr></table></body></html>'],
    ['an old Excel file', 'old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['one column of words', 'words.csv', 'Notes\nWe met.\n'],
    ['columns that no register has', 'other.csv', 'Colour,Size,Price,Weight\nred,1,2,3\n'],
  ])('proposes no mapping of %s, and says what to do', async (_, name, content) => {
    const { code, out, said } = await council.run('register', 'mapping', await file(name, content));
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(/save it as XLSX or CSV\.\n$/);
  });

  it('puts rows of one family together by a column of their own, and refuses one that says otherwise', async () => {
    const headings = `${HEADINGS},Sibling group`;
    const path = await file(
      'families.csv',
      [
        headings,
        `${row('F1', 'ok', 'Resolved', '10/05/2022', '1001')},Smiths`,
        `${row('F2', 'ok', 'Resolved', '10/05/2022', '1002')},smiths`,
        `${row('F3', 'another', 'Resolved', '10/05/2022', '1003')},Smiths`,
        `${row('F4', 'ok', 'Resolved', '10/05/2022', '1004')},No`,
        `${row('F5', 'ok', 'Resolved', '10/05/2022', '1005')},No`,
      ].join('\n'),
    );
    const { accepted, together, refused } = await checked(path, await decided(path));
    expect([accepted, together]).toEqual([4, [{ row: 3, reference: 'F2', earlierRow: 2 }]]);
    expect(refused.map(({ row: at, reason }) => [at, reason])).toEqual([
      [4, expect.stringMatching(/^Of the same siblings as row 2 .* these facts differ: concern\./)],
    ]);
    const words = ['--mapping', council.path('proposed.yaml'), '--leave-out-refused', '--expect-total', '4'];
    await council.must('register', 'import', path, ...words);
    expect(await council.must('register', 'import', path, ...words)).toContain('Nothing new');
    const { events } = await council.json<{ events: { type: string; data: { facts: { children: string[] } } }[] }>(
      'events',
    );
    const imported = events.filter(({ type }) => type === 'DisputeImported').map(({ data }) => data.facts.children);
    expect(imported.sort()).toEqual([['1001', '1002'], ['1004'], ['1005']]);
  });
});
