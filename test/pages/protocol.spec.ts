import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith, wrongWithWindow } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';

const HOUSE = readFileSync(new URL('../../protocols/house.yaml', import.meta.url), 'utf8');
/** The head of service answers too, so it waits for a second person; and the team manager has a day more. */
const CHANGED = HOUSE.replace(
  'addressees: service-manager\n    copy-to: team-manager\n    clock: 5 working-days',
  'addressees: [service-manager, head-of-service]\n    copy-to: team-manager\n    clock: 6 working-days',
);

describe('The protocol, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const choose = async (page: Page, yaml: string, from: readonly [string, string, string]): Promise<void> => {
    await page.getByLabel('The file of the protocol').setInputFiles({
      ...{ name: 'protocol.yaml', mimeType: 'text/yaml', buffer: Buffer.from(yaml) },
    });
    for (const [at, part] of ['Day', 'Month', 'Year'].entries()) await page.getByLabel(part).fill(from[at]!);
    await pressed(page.getByRole('button', { name: 'Read it' }));
  };

  it('shows the ladder in force to everybody, with dates worked out for three days', async () => {
    const page = await open('Walter', '/protocol');
    const text = await mainOf(page);
    expect(text).toContain('House protocol. Version 1, from 1 Apr 2020, in force today');
    const row = page.getByRole('row', { name: /^Team manager/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      ...['team manager or assistant team manager', '5 working days', '12 Apr 2023', '17 Apr 2023', '9 May 2023'],
    ]);
    expect(await page.getByRole('button', { name: 'Put another in force' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Put another in force' }).count()).toBe(0);
    expect(await page.locator('svg.app-staircase rect').count()).toBe(5);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('gives away the file of each version, and one to start from, and takes them again', async () => {
    const page = await open('Adam', '/protocol');
    const link = page.getByRole('link', { name: /^Take its file\s?: version 1$/ });
    const saved = await page.request.get((await link.getAttribute('href'))!);
    expect(saved.headers()['content-disposition']).toContain('attachment; filename="protocol-version-1.yaml"');
    expect(await saved.text()).toBe(HOUSE);
    const starter = await page.request.get('/protocol/starter');
    expect(starter.headers()['content-disposition']).toContain('protocol-to-start-from.yaml');
    await page.goto('/protocol/new');
    expect(await page.getByRole('link', { name: 'take one to start from' }).count()).toBe(1);
    await choose(page, await starter.text(), ['1', '5', '2023']);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect((await page.request.get('/protocol/file?version=9')).status()).toBe(404);
    expect((await council.get('Walter', '/protocol/file?version=1')).text).toBe(HOUSE);
  });

  it('says of a file that cannot be used what is wrong on which line, beside the box and in the summary', async () => {
    const page = await open('Adam', '/protocol/new');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Read it' }));
    expect(await page.getByRole('alert').innerText()).toMatch(/Choose the file of the protocol[\s\S]*first day/i);
    await choose(page, HOUSE.replace('clock: 5 working-days', 'clock: soon'), [...(['1', '5', '2023'] as const)]);
    expect(await page.getByRole('alert').innerText()).toMatch(/Line \d+: .*clock/);
    expect(await page.getByLabel('Year').inputValue()).toBe('2023');
    await choose(page, HOUSE, ['31', '2', '2023']);
    expect(await page.getByRole('alert').innerText()).toContain('The first day must be a real date, such as 27 3 2026');
    expect(await wrongWithWindow(page)).toEqual([]);
    expect((await council.get<{ items: object[] }>('Adam', '/protocol')).body.items).toHaveLength(1);
  });

  it('is compared in words, proposed from a day, and in force once a second person has read the same and agreed', async () => {
    const page = await open('Adam', '/protocol');
    await pressed(page.getByRole('button', { name: 'Put another in force' }));
    await choose(page, CHANGED, ['1', '5', '2023']);
    const text = await mainOf(page);
    expect(text).toContain('Check, and propose this protocol');
    expect(text).toContain('Answered by: service manager');
    expect(text).toContain('Answered by: service manager or head of service');
    expect(text).toMatch(/stage 2, clock\s+Time: 5 working days\s+Time: 6 working days/);
    expect(await wrongWithWindow(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Propose it' }));
    expect(await page.getByRole('alert').innerText()).toMatch(/Proposed as PRP-/);
    await council.caughtUp();

    const second = await open('Mona', '/protocol');
    await pressed(second.getByRole('link', { name: /^See the proposal/ }));
    await pressed(second.getByRole('button', { name: 'Agree' }));
    expect(await mainOf(second)).toMatch(/stage 2, clock\s+Time: 5 working days\s+Time: 6 working days/);
    expect(await wrongWith(second)).toEqual([]);
    await pressed(second.getByRole('button', { name: 'Agree', exact: true }));
    await second.getByText('Agreed. It counts from now on.').waitFor();
    await council.caughtUp();
    const { items } = (await council.get<{ items: { from: string }[] }>('Adam', '/protocol')).body;
    expect(items.map(({ from }) => from)).toEqual(['2020-04-01', '2023-05-01']);
  });

  it('is put in force at once where it gives nobody more, also without JavaScript', async () => {
    const page = await open('Mona', '/protocol/new', { javaScriptEnabled: false });
    await choose(page, CHANGED.replace('clock: 6 working-days', 'clock: 7 working-days'), ['1', '6', '2023']);
    expect(await mainOf(page)).toContain('Check, and put this protocol in force');
    expect(await mainOf(page)).toContain('Nobody else need agree');
    await pressed(page.getByRole('button', { name: 'Put it in force' }));
    expect(await page.getByRole('alert').innerText()).toContain('The protocol is on record.');
    expect(await mainOf(page)).toContain('Version 3: House protocol, from 1 Jun 2023');
    await pressed(page.getByRole('link', { name: 'Version 3', exact: true }));
    expect(await mainOf(page)).toContain('Version 3, from 1 Jun 2023, not in force today');
  });

  it('is not agreed to by the person who proposed it, and not tried by those who may not adopt one', async () => {
    const wider = CHANGED.replace(
      'addressees: assistant-director',
      'addressees: [assistant-director, chief-executive]',
    );
    const { reference } = await council.done('Adam', '/protocol', { yaml: wider, from: '2023-07-03' });
    const own = await open('Adam', '/protocol');
    await pressed(own.getByRole('link', { name: /^See the proposal/ }));
    expect(own.url()).toContain(reference);
    expect(await own.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Take it back']);
    expect((await (await open('Iris', '/protocol')).request.get('/protocol/new')).status()).toBe(403);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !/40[349]/.test(each))).toEqual([]);
  });
});
