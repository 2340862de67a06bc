import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';
import { readInWorcestershire } from '../support/worcestershire.js';

/* Worcestershire's report of 2022/23 from the registers of the example, in a browser: with JavaScript it would be the same. */
describe('The pages of a report that is given out', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const open = async (person: string, path: string): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person), { javaScriptEnabled: false })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };
  const shows = (page: Page, words: string): Promise<void> =>
    page.getByRole('main').filter({ hasText: words }).waitFor();
  const press = (page: Page, name: string): Promise<void> => pressed(page.getByRole('button', { name, exact: true }));
  const day = async (page: Page, name: string, [date, month, year]: readonly string[]): Promise<void> => {
    const group = page.getByRole('group', { name });
    await group.getByLabel('Day').fill(date!);
    await group.getByLabel('Month').fill(month!);
    await group.getByLabel('Year').fill(year!);
  };

  it('lead from a draft to what is published, each step to whom it is', async () => {
    const page = await open('Mona', '/published-reports');
    expect(await wrongWith(page)).toEqual([]);
    await press(page, 'Begin a report');
    await page.getByLabel('Annual report').check();
    await day(page, 'First day', ['1', '4', '2022']);
    await day(page, 'Last day', ['31', '3', '2023']);
    await page.getByLabel('for the public').check();
    await press(page, 'Begin it');
    await shows(page, 'Whoever writes it takes its figures.');
    const report = new URL(page.url()).pathname;

    await press(page, 'Take the figures');
    expect(await page.getByLabel('Informal disputes by quarter').isChecked()).toBe(true);
    await page.getByLabel('Informal disputes by service and quarter').check();
    await press(page, 'Take them');
    await shows(page, 'Read them as they will print.');
    expect(
      await page
        .getByRole('row', { name: /^Informal disputes/ })
        .first()
        .innerText(),
    ).toMatch(/111\s+103\s+\+8 \(\+7\.8%\)/);
    expect(await page.getByRole('main').innerText()).toContain('c: hidden');
    expect(await wrongWith(page)).toEqual([]);

    await page.goto(`${report}/write-section?section=summary`);
    await page.getByLabel('What does it say?').fill('Two of the three were about one team.');
    await press(page, 'Keep it');
    await shows(page, 'Numbers that were typed');

    const checker = await open('Gina', report);
    await press(checker, 'Check what could be worked out');
    await shows(checker, 'Two of the three');
    await press(checker, 'Nothing can be worked out');
    await shows(checker, 'Next is the IRO manager');

    await page.goto(report);
    await press(page, 'Approve');
    await press(page, 'Approve');
    await shows(page, 'who publishes it and says where');
    await press(page, 'Record that it was published');
    await day(page, 'On which day?', ['4', '10', '2023']);
    await page.getByLabel('At which address').fill('https://council.example/iro-2023');
    await press(page, 'Continue');
    await press(page, 'Record it');
    await shows(page, 'What it says never changes again.');
    await pressed(page.getByRole('link', { name: 'As published, beside what the records say now' }));
    await shows(page, 'The records of now say the same.');
    expect(await wrongWith(page)).toEqual([]);
    expect(heard).toEqual([]);
  });
});
