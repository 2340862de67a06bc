import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/calendar/dates.js';
import { RegistersUnderWay } from '../../src/register/bringing-in/registers-under-way.js';
import type { ImportDto, ImportsDto } from '../../src/register/imports/imports.dto.js';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { pictureOf } from '../support/pictures.js';

const ROWS = 600;
const MAPPING = `registers:
  - holds: disputes
    columns:
      reference: Ref
      child: Child ID
      iro: IRO
      team: Team
      kind: Type
      date raised: Date raised
      theme: Theme
      outcome: Outcome
      date resolved: Date resolved
words:
  kinds: { Formal: formal }
  themes: { Drift & Delay: DD }
  outcomes: { Resolved: RES-FULL }
`;

/** A register that is longer than anybody waits for, each row about another day. */
const register = (prefix: string, from: string): string =>
  [
    'Ref,Child ID,IRO,Team,Type,Date raised,Theme,Outcome,Date resolved',
    ...Array.from({ length: ROWS }, (_, row) => {
      const raised = addDays(from, row);
      return `${prefix}${row},${1000600 + (row % 50)},Iris,Locality North,Formal,${raised},Drift & Delay,Resolved,${addDays(raised, 20)}`;
    }),
  ].join('\n');

/** How far a long register is, while it is read in or taken back: said on a page of its own, and nobody waits for it. */
describe('a long register', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const readIn = async (page: Page, text: string): Promise<void> => {
    const files = [
      ['disputes.csv', text],
      ['mapping.yaml', MAPPING],
    ].map(([name, content]) => ({ name: name!, mimeType: 'text/csv', buffer: Buffer.from(content!) }));
    await page.goto('/imports/new');
    await page.getByLabel('Files of the register').setInputFiles(files);
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await pressed(page.getByRole('button', { name: `Read in ${ROWS} records` }));
  };
  const imports = async (): Promise<ImportDto[]> => (await council.get<ImportsDto>('Beth', '/imports')).body.items;
  const lookedAgainUntil = async (page: Page, words: string): Promise<void> => {
    while (!(await mainOf(page)).includes(words)) await pressed(page.getByRole('button', { name: 'Look again' }));
  };
  /** A program that ends as soon as it is on record that the rows will be written. */
  const programThatEnds = () =>
    jest.spyOn(council.app.get(RegistersUnderWay), 'begin').mockImplementation(() => undefined);

  it('is read in while its reader looks again, without JavaScript', async () => {
    const page = await inBrowser.open('Beth', '/imports', { javaScriptEnabled: false });
    await readIn(page, register('A', '2014-04-01'));
    await page.getByRole('heading', { name: 'Reading in a register' }).waitFor();
    await lookedAgainUntil(page, `All ${ROWS} rows are there.`);
    expect(await page.getByRole('button', { name: 'Look again' }).count()).toBe(0);
    await pressed(page.getByRole('link', { name: 'See all registers' }));
    expect(await mainOf(page)).toContain(`All ${ROWS} rows are there.`);
    expect(await imports()).toMatchObject([{ status: 'finished', rowsExpected: ROWS, rowsPresent: ROWS }]);
  });

  it('says that it has stopped where the program ended in between, and is finished by the same files', async () => {
    const page = await inBrowser.open('Beth', '/imports');
    const ended = programThatEnds();
    await readIn(page, register('B', '2016-04-01'));
    ended.mockRestore();
    await page.getByRole('heading', { name: 'Reading in a register' }).waitFor();
    expect(await mainOf(page)).toContain(`Reading in: 0 of ${ROWS} rows are there.`);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'register-under-way');

    // The open page looks for itself, and is drawn anew once it can tell.
    council.clock.set('2023-04-03T13:08:00.000Z');
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText(`It has stopped: 0 of ${ROWS} rows are there`).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: 'See all registers' }));
    expect(await mainOf(page)).toContain(`0 of ${ROWS} rows are there so far. It is under way, or it was cut short.`);
    await pressed(page.getByRole('link', { name: /^See how far it is/ }));
    await page.getByRole('heading', { name: 'Reading in a register' }).waitFor();

    await readIn(page, register('B', '2016-04-01'));
    await lookedAgainUntil(page, `All ${ROWS} rows are there.`);
    expect((await imports()).map(({ status, rowsPresent }) => [status, rowsPresent])).toEqual([
      ['finished', ROWS],
      ['finished', ROWS],
    ]);
  });

  it('is taken back in the same way', async () => {
    const page = await inBrowser.open('Mona', '/imports', { javaScriptEnabled: false });
    const takenBack = async (): Promise<void> => {
      await page.getByLabel('Why is it taken back?').fill('It was the draft of another year.');
      await pressed(page.getByRole('button', { name: 'Take it back' }));
      await page.getByRole('heading', { name: 'Taking a register back' }).waitFor();
    };
    await pressed(page.getByRole('link', { name: /^Take it back/ }).first());
    const ended = programThatEnds();
    await takenBack();
    ended.mockRestore();
    expect(await mainOf(page)).toContain(`Being taken back: 0 of ${ROWS} rows are.`);
    council.clock.set('2023-04-03T14:08:00.000Z');
    await pressed(page.getByRole('button', { name: 'Look again' }));
    expect(await mainOf(page)).toContain('Take the register back again: it finishes.');

    await pressed(page.getByRole('link', { name: 'See all registers' }));
    const half = (await imports()).find(({ status }) => status === 'withdrawing')!;
    await page.goto(`/imports/${half.importId}/withdraw`);
    await takenBack();
    await lookedAgainUntil(page, `${ROWS} rows withdrawn: they stay readable and are counted no more.`);
    expect(await imports()).toContainEqual(expect.objectContaining({ importId: half.importId, status: 'withdrawn' }));
  });

  it('is shown to those who may know of registers, at an address that is written right', async () => {
    const [{ importId }] = (await imports()) as [ImportDto];
    for (const [person, path, status] of [
      ['Beth', `/imports/${importId}`, 200],
      ['Beth', `/imports/${importId}?rows=many&since=2023-04-03T09:00:00.000Z`, 400],
      ['Beth', `/imports/${importId}?rows=5&since=today`, 400],
      ['Beth', '/imports/nothing-of-the-kind', 404],
      ['Iris', `/imports/${importId}`, 404],
    ] as const)
      expect([path, person, await inBrowser.statusOf(person, path)]).toEqual([path, person, status]);
    expect(inBrowser.heard).toEqual([]);
  });
});
