import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { beginChromium, endChromium, pressed, served, windowOf } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/** A dispute is raised between two reviews, so what it takes is counted: each box that is filled and each thing that is pressed. */
describe('raising a dispute, with all that a careful IRO writes', () => {
  const MOST = 25;
  let council: Council;
  let browser: Browser;
  let page: Page;
  let taken = 0;
  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    const context = await windowOf(browser, await served(council.app), cookieOf('Iris'));
    page = await context.newPage();
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const counted = async (act: Promise<unknown>): Promise<void> => {
    taken++;
    await act;
  };
  const fill = (label: string, text: string) => counted(page.getByLabel(label, { exact: true }).fill(text));
  const tick = (name: string, group: string) =>
    counted(page.getByRole('group', { name: group }).getByLabel(name, { exact: true }).check());
  const press = (name: string) => counted(pressed(page.getByRole('button', { name, exact: true })));

  it(`takes at most ${MOST} inputs and clicks on four pages`, async () => {
    await page.goto('/my-work');
    await press('Raise a dispute');
    await fill('Record number or initials of the child', 'C1');
    await fill('Whom did you speak to first? (optional)', 'Tom');
    await fill('Day', '31');
    await fill('Month', '3');
    await fill('Year', '2023');
    await fill('What came of it? (if you spoke to somebody)', 'We agreed that it should be written down.');
    await tick('Formally: it goes up the stages of the protocol', 'How do you raise it?');
    await press('Continue');
    expect(await page.getByText('Page 2 of 4').count()).toBe(1);
    await counted(page.getByRole('radio', { name: 'Permanence planning', exact: true }).check());
    await fill('What is happening?', 'There is no permanence plan.');
    await fill(
      'What is it like for the child if nothing changes? (optional)',
      'She does not know where she will live.',
    );
    await fill('What is good, or hard for those involved? (optional)', 'Her worker has kept every visit.');
    await press('Continue');
    expect(await page.getByText('Page 3 of 4').count()).toBe(1);
    await fill('What', 'Agree the permanence plan at panel.');
    await fill('Who (optional)', 'Tom');
    await fill('By when (optional)', '21 4 2023');
    await fill('What does the child want, in their own words? (optional)', 'To know where I will live.');
    await tick('Yes', 'Has the child been told about this? (optional)');
    await tick('Yes', 'Was an advocate offered? (optional)');
    await press('Continue');
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    await press('Send');
    await page.getByRole('alert').waitFor();
    expect(page.url()).toMatch(/\/disputes\/DRP-/);
    expect(taken).toBeLessThanOrEqual(MOST);
  });
});
