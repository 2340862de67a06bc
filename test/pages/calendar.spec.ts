import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith, wrongWithWindow } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';

describe('The calendar of the council, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);

  const typeDay = async (page: Page, box: string, [day, month, year]: readonly [string, string, string]) => {
    await page.locator(`[name="${box}[day]"]`).fill(day);
    await page.locator(`[name="${box}[month]"]`).fill(month);
    await page.locator(`[name="${box}[year]"]`).fill(year);
  };
  const closingDays = async (): Promise<unknown> => (await council.get('Mona', '/calendar')).body.closingDays;

  it('shows everybody which days are no working days, and lets only those enter some who may', async () => {
    const page = await open('Walter', '/calendar');
    expect(await mainOf(page)).toMatch(/7 April 2023\s+Good Friday/);
    expect(await mainOf(page)).toContain('No closing day is to come.');
    expect(await page.getByRole('button', { name: 'Set the closing days' }).count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
    for (const path of ['/calendar/closing-days', '/calendar/bank-holidays'])
      expect((await page.request.get(path)).status()).toBe(403);
  });

  it('shows which dates a late closing day moves before it is recorded', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const page = await open('Mona', '/calendar');
    await pressed(page.getByRole('button', { name: 'Set the closing days' }));
    expect(await wrongWith(page)).toEqual([]);
    await typeDay(page, 'days[0][date]', ['12', '4', '2023']);
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toContain('Enter why the council is closed');
    expect(await page.locator('[name="days[0][date][day]"]').inputValue()).toBe('12');
    await page.getByLabel('Why is the council closed?').fill('The offices are moved.');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await page.getByRole('button', { name: 'Record the closing days' }).waitFor();
    const moved = page.getByRole('row', { name: new RegExp(`^${reference} Answer`) });
    expect(await moved.innerText()).toMatch(/Answer\s+13 Apr 2023\s+12 Apr 2023\s+Tom/);
    expect(await mainOf(page)).toMatch(
      /\d+ dates? moves?, 1 of them of an answer, which come first\. Restricted records are left out\./,
    );
    expect(await wrongWithWindow(page)).toEqual([]);
    expect(await closingDays()).toEqual([]);

    await pressed(page.getByRole('button', { name: 'Record the closing days' }));
    expect(await page.getByRole('alert').innerText()).toContain('The closing days are on record.');
    expect(await mainOf(page)).toContain('12 April 2023');
    expect(await closingDays()).toEqual(['2023-04-12']);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('opens with the closing days there are, of which one is taken off by emptying its boxes, without JavaScript too', async () => {
    const page = await open('Mona', '/calendar/closing-days', { javaScriptEnabled: false });
    expect(await page.locator('[name="days[0][date][month]"]').inputValue()).toBe('4');
    await pressed(page.getByRole('button', { name: 'Add another closing day' }));
    await typeDay(page, 'days[0][date]', ['', '', '']);
    await typeDay(page, 'days[1][date]', ['29', 'Dec', '23']);
    await page.getByLabel('Why is the council closed?').fill('Between the years.');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await page.getByRole('button', { name: 'Record the closing days' }).waitFor();
    expect(await mainOf(page)).toContain('No date moves.');
    await pressed(page.getByRole('button', { name: 'Record the closing days' }));
    expect(await page.getByRole('alert').innerText()).toContain('The closing days are on record.');
    expect(await closingDays()).toEqual(['2023-12-29']);
  });

  it('takes a bank holiday that was announced late', async () => {
    const page = await open('Mona', '/calendar');
    await pressed(page.getByRole('button', { name: 'Enter bank holidays' }));
    expect(await wrongWith(page)).toEqual([]);
    await typeDay(page, 'add[0][date]', ['17', '4', '2023']);
    await page.locator('[name="add[0][name]"]').fill('Day of thanks');
    await page.getByLabel('Where do they come from?').fill('GOV.UK, today.');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Record the bank holidays' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toMatch(/17 April 2023\s+Day of thanks\s+entered by the council/);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !/40[349]/.test(each))).toEqual([]);
  });
});
