import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { pictureOf } from '../support/pictures.js';

const WRITTEN = 'Nobody has planned where she will live.';

describe('The register, taken away in a browser', () => {
  let pages: CouncilInBrowser;
  let council: Council;
  let reference: string;
  let restricted: string;

  beforeAll(async () => {
    pages = await CouncilInBrowser.begin(Council.begin());
    council = pages.council;
    reference = (await council.done('Iris', '/disputes', aConcern({ concern: WRITTEN }))).reference;
    restricted = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'VISIT' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', good);
    await council.caughtUp();
  });
  afterAll(() => pages.end());

  const savedFrom = async (page: Page, name: string): Promise<string> => {
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    return readFileSync(await (await saved).path(), 'utf8');
  };

  it('is what the command line writes, without what is restricted, and is put on record', async () => {
    const page = await pages.open('Mona', '/imports');
    await pressed(page.getByRole('link', { name: 'Take the register away' }));
    expect(await page.getByRole('row', { name: /^disputes\.csv/ }).innerText()).toMatch(/disputes\.csv\s+1\s+nothing/);
    expect(await page.getByRole('row', { name: /^acknowledgements\.csv/ }).innerText()).toMatch(/\s+1\s+nothing/);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'register-export');

    const disputes = await savedFrom(page, 'disputes.csv');
    expect(disputes).toContain(WRITTEN);
    expect(disputes).toContain(reference);
    expect(disputes).not.toContain(restricted);
    expect(await savedFrom(page, 'acknowledgements.csv')).toContain('A life story.');
    expect(await savedFrom(page, 'mapping.yaml')).toContain('registers:');
    const { body } = await council.get<{ items: { what: string }[] }>('Mona', `/disputes/${reference}/views`);
    expect(body.items.map(({ what }) => what)).toContain('export');
  });

  it('is of one year where one is chosen', async () => {
    const page = await pages.open('Mona', '/imports/export', { javaScriptEnabled: false });
    await page.getByText('Filter', { exact: true }).click();
    await page.getByLabel('Raised or given in').selectOption('2021/22');
    await pressed(page.getByRole('button', { name: 'Apply filters' }));
    expect(await page.getByRole('row', { name: /^disputes\.csv/ }).innerText()).toMatch(/disputes\.csv\s+0\s/);
    expect(await savedFrom(page, 'disputes.csv')).not.toContain(reference);
    await page.goto('/imports/export?year=2023-24');
    expect(await savedFrom(page, 'disputes.csv')).toContain(reference);
  });

  it('is for those who read every case, and there is no other file of it', async () => {
    for (const person of ['Beth', 'Adam', 'Iris', 'Dora'])
      for (const path of ['/imports/export', '/imports/export/file?name=disputes.csv'])
        expect([person, path, await pages.statusOf(person, path)]).toEqual([person, path, 404]);
    expect(await mainOf(await pages.open('Beth', '/imports'))).not.toContain('Take the register away');
    expect(await pages.statusOf('Mona', '/imports/export/file?name=other.csv')).toBe(404);
    expect(pages.heard).toEqual([]);
  });
});
