import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ImportsDto } from '../../src/register/imports/imports.dto.js';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith, wrongWithWindow } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { pictureOf } from '../support/pictures.js';

const HEADINGS = 'Ref,Child ID,IRO,Team,Type,Date raised,Theme,Outcome,Date resolved';
const REGISTER = [
  HEADINGS,
  'R1,1000592,Iris,Locality North,Formal,2022-05-03,Drift & Delay,Resolved,2022-06-01',
  'R2,1000593,Iris,Locality North,Informal,2022-07-04,Statutory visits,Not sure,2022-08-01',
  'R3,1000594,Iris,Locality Nowhere,Informal,2022-09-05,Statutory visits,Resolved,2022-10-03',
].join('\n');

describe('Registers, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const chosen = async (page: Page, ...files: readonly (readonly [name: string, text: string])[]): Promise<void> => {
    const all = files.map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
    await page.getByLabel('Files of the register').setInputFiles(all);
    await pressed(page.getByRole('button', { name: 'Continue' }));
  };
  /** The proposed choice of a list, as it reads. */
  const chosenFor = (page: Page, about: string): Promise<string | null> =>
    page.getByLabel(about, { exact: true }).locator('option[selected]').textContent();
  const imports = async (): Promise<ImportsDto['items']> =>
    (await council.get<ImportsDto>('Beth', '/imports')).body.items;

  it('are read in once the mapping was decided, everything was tried, and what is refused was left out', async () => {
    const page = await open('Beth', '/imports');
    await pressed(page.getByRole('button', { name: 'Read in a register' }));
    await pictureOf(page, 'register-choose');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toContain('Choose at least one file');

    await chosen(page, ['disputes.csv', REGISTER]);
    await page.getByRole('heading', { name: 'How the register is read' }).waitFor();
    expect(await mainOf(page)).toContain('One waits for you: only you can know it.');
    expect(await chosenFor(page, 'Drift & Delay')).toBe('Drift and delay');
    expect(await chosenFor(page, 'Date raised')).toBe('Date raised');
    expect(await chosenFor(page, 'Locality Nowhere')).toMatch(/^None: its rows/);
    await pictureOf(page, 'register-mapping');
    expect(await wrongWith(page)).toEqual([]);

    // A question that only a person can answer must be decided first.
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Choose what “Not sure” means (outcomes)');
    expect(await wrongWithWindow(page)).toEqual([]);
    await pictureOf(page, 'register-mapping-to-decide');
    await page.getByLabel('Not sure').selectOption('No agreement');
    await pressed(page.getByRole('button', { name: 'Try it' }));

    await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
    expect(
      await page
        .getByRole('row', { name: /disputes\.csv/ })
        .first()
        .innerText(),
    ).toMatch(/3\s+2\s+0\s+0\s+1\s+0/);
    expect(await page.getByRole('row', { name: /R3/ }).innerText()).toMatch(/4\s+R3\s+Team\s+Locality Nowhere/);
    expect(await imports()).toEqual([]);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'register-tried');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the rows refused in disputes.csv' }).click();
    const rows = readFileSync(await (await saved).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^"R3","1000594",.*"disputes\.csv, row 4, Team: Unknown team/);

    await pressed(page.getByRole('button', { name: 'Read in 2 records' }));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Some rows are refused');
    await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
    expect(await wrongWithWindow(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Change the mapping' }));
    expect(await chosenFor(page, 'Not sure')).toBe('No agreement');
    await pressed(page.getByRole('button', { name: 'Write it as a file' }));
    const written = await page.getByLabel('Mapping').inputValue();
    expect(written).toContain('Not sure: UNRES');
    expect(await wrongWithWindow(page)).toEqual([]);
    await page.getByLabel('Mapping').fill(written.replace('Not sure: UNRES', 'Not sure: PERHAPS'));
    await pressed(page.getByRole('button', { name: 'Try it' }));
    expect(await page.getByRole('alert').innerText()).toMatch(/Line \d+: "PERHAPS" cannot be used for outcomes/);
    await page.getByLabel('Mapping').fill(written);
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await page.getByLabel('Leave out the rows that are refused').check();
    await pressed(page.getByRole('button', { name: 'Read in 2 records' }));
    await page.getByRole('heading', { name: 'Registers', exact: true }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Read in: 2 records.');
    expect(await mainOf(page)).toMatch(/disputes\.csv\s+3\s+2\s+0\s+1\s+all accounted for/);
    await pictureOf(page, 'registers');
    const [brought] = await imports();
    expect(brought).toMatchObject({ status: 'finished', rowsExpected: 2, rowsPresent: 2 });
    expect(await wrongWithWindow(page)).toEqual([]);
  });

  it('say what is new when they are read in again, and are taken back with a reason', async () => {
    const page = await open('Mona', '/imports/new', { javaScriptEnabled: false });
    await chosen(page, ['disputes.csv', REGISTER], ['mapping.yaml', mappingOf('UNRES')]);
    await page.getByRole('heading', { name: 'How the register is read' }).waitFor();
    expect(await chosenFor(page, 'Not sure')).toBe('No agreement');
    await pressed(page.getByRole('button', { name: 'Write it as a file' }));
    expect(await page.getByLabel('Mapping').inputValue()).toContain('Not sure: UNRES');
    await pressed(page.getByRole('button', { name: 'Choose from lists' }));
    expect(await chosenFor(page, 'Not sure')).toBe('No agreement');
    await pressed(page.getByRole('button', { name: 'Try it' }));
    expect(await mainOf(page)).toContain('Nothing new: every row that can be taken is on record already.');
    expect(await page.getByRole('button', { name: /^Read in/ }).count()).toBe(0);

    await page.goto('/imports');
    await pressed(page.getByRole('link', { name: /^Take it back/ }));
    expect(await mainOf(page)).toContain('disputes.csv');
    await pressed(page.getByRole('button', { name: 'Take it back' }));
    expect(await mainOf(page)).toContain('Enter why it is taken back');
    await page.getByLabel('Why is it taken back?').fill('It was the draft of another year.');
    await pressed(page.getByRole('button', { name: 'Take it back' }));
    await page.getByRole('heading', { name: 'Registers', exact: true }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('The register is taken back.');
    const [brought] = await imports();
    expect(brought!.status).toBe('withdrawn');
    expect(await page.getByRole('link', { name: /^Take it back/ }).count()).toBe(0);
    const statusOf = async (path: string): Promise<number> => (await page.request.get(path)).status();
    expect(await statusOf(`/imports/${brought!.importId}/withdraw`)).toBe(409);
    expect(await statusOf('/imports/nothing-of-the-kind/withdraw')).toBe(404);
  });

  it('have open rows that are taken on, many at once', async () => {
    await council.done('Mona', '/children', { childId: '1000595', initials: 'DD', population: 'looked-after' });
    await council.done('Mona', '/children/1000595/allocate', { team: 'north', iro: 'iris', from: '2023-04-03' });
    const open2023 = [
      HEADINGS,
      'R8,1000595,Iris,Locality North,Formal,2023-03-06,Drift & Delay,Ongoing,',
      'R9,1000595,Iris,Locality North,Formal,2023-03-07,Statutory visits,Ongoing,',
    ].join('\n');
    const page = await open('Mona', '/imports/new');
    await chosen(page, ['open.csv', open2023], ['mapping.yaml', mappingOf('open', 'Ongoing')]);
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await pressed(page.getByRole('button', { name: 'Read in 2 records' }));
    await page.getByText('Read in: 2 records.').waitFor();
    await pressed(page.getByRole('link', { name: 'Take on what is open' }));
    expect(await mainOf(page)).toMatch(/DRP-[\w-]+\s+[\s\S]*Locality North, raised 6 Mar 2023/);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'register-take-on');
    await pressed(page.getByRole('button', { name: 'Take them on' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toContain('Select those that are taken on');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await pressed(page.getByRole('button', { name: 'Take them on' }));
    await page.getByText('Taken on: 2.').waitFor();
    expect((await page.request.get('/disputes/take-on')).status()).toBe(409);
    expect((await (await open('Tom', '/my-work')).request.get('/disputes/take-on')).status()).toBe(403);
  });

  it('show an administrator where a refused cell stands and why, and not what is in it', async () => {
    const page = await open('Adam', '/imports/new');
    await chosen(page, ['disputes.csv', REGISTER], ['mapping.yaml', mappingOf('UNRES')]);
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
    const text = await mainOf(page);
    expect(text).toMatch(/4\s+Team\s+/);
    expect(text).not.toMatch(/\bR3\b/);
    expect(text).not.toContain('Locality Nowhere');
    const body = {
      files: [{ fileName: 'disputes.csv', base64: Buffer.from(REGISTER).toString('base64') }],
      mapping: mappingOf('UNRES'),
    };
    const tried = await council.post('Adam', '/imports/try', body);
    expect(tried.status).toBe(200);
    expect(JSON.stringify(tried.body)).not.toMatch(/R3|Locality Nowhere/);
    expect(await page.getByRole('button', { name: /^Save the rows/ }).count()).toBe(0);
    expect(JSON.stringify((await council.post('Beth', '/imports/try', body)).body)).toContain('Locality Nowhere');
  });

  it('are read in by nobody else', async () => {
    const page = await open('Iris', '/my-work');
    for (const path of ['/imports/new', '/imports/x/withdraw'])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 403]);
    expect((await council.post('Iris', '/imports/propose-mapping', { files: [] })).status).toBe(403);
  });

  it('are tried over the API, which says what is wrong with a file', async () => {
    const tried = async (...files: object[]) => council.post('Beth', '/imports/propose-mapping', { files });
    const file = { fileName: 'disputes.csv', base64: Buffer.from(REGISTER).toString('base64') };
    expect((await tried(file)).body).toMatchObject({ mapping: expect.stringContaining('Not sure: DECIDE') as unknown });
    for (const [files, message] of [
      [[{ ...file, base64: 'no base64 at all!' }], /must be the bytes of the file in base64/],
      [[file, file], /Two files are called disputes.csv/],
      [[], /Choose at least one file/],
      [[{ ...file, base64: Buffer.from('a,b\n1,2\n').toString('base64') }], /does not look like a register/],
    ] as const) {
      const { status, text } = await tried(...files);
      expect([status, text]).toEqual([400, expect.stringMatching(message)]);
    }
  });

  it('of Worcestershire are read in through the page, with the mapping of the example', async () => {
    const example = (name: string): readonly [string, string] => [
      name,
      readFileSync(new URL(`../../examples/worcestershire/${name}`, import.meta.url), 'utf8'),
    ];
    const page = await open('Beth', '/imports/new');
    const files = ['disputes-2021-22.csv', 'disputes-2022-23.csv', 'acknowledgements-2022-23.csv', 'mapping.yaml'];
    await chosen(page, ...files.map(example));
    await pressed(page.getByRole('button', { name: 'Try it' }));
    // The teams of this council are others, so every row is accounted for by being refused.
    await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
    const rows = await page.getByRole('row', { name: /22\.csv|23\.csv/ }).allInnerTexts();
    expect(rows).toHaveLength(3);
    expect(await wrongWith(page)).toEqual([]);
    // Rows that are refused are answered with 409, which a browser writes into its console.
    expect(inBrowser.heard.filter((each) => !each.includes('409'))).toEqual([]);
  });

  const mappingOf = (meaning: string, word = 'Not sure'): string =>
    [
      'registers:',
      '  - holds: disputes',
      '    columns:',
      ...['reference: Ref', 'child: Child ID', 'iro: IRO', 'team: Team', 'kind: Type', 'date raised: Date raised'],
      ...['theme: Theme', 'outcome: Outcome', 'date resolved: Date resolved'],
      'words:',
      '  kinds: { Formal: formal, Informal: informal }',
      '  themes: { Drift & Delay: DD, Statutory visits: VISIT }',
      `  outcomes: { Resolved: RES-FULL, ${word}: ${meaning} }`,
    ]
      .map((line) =>
        /^(?:reference|child|iro|team|kind|date raised|theme|outcome|date resolved):/.test(line)
          ? `      ${line}`
          : line,
      )
      .join('\n');
});
