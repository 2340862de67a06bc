import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf, pastCookieOf } from '../support/page-sessions.js';

describe('drafts in the browser', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let form: string;
  let commands = 0;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });
  beforeEach(async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern(), {
      'idempotency-key': `draft-in-browser-${++commands}`,
    });
    form = `/disputes/${reference}/answer`;
  });

  const contextOf = (person: string, javaScriptEnabled = true): Promise<BrowserContext> =>
    windowOf(browser, address, cookieOf(person), { javaScriptEnabled });
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };
  const reasons = (page: Page) => page.getByLabel('Your reasons', { exact: true });
  const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const goOn = (page: Page) => pressed(page.getByRole('link', { name: /^Go on with your draft/ }).first());

  it('save themselves when a field is left, and go on where they were', async () => {
    const context = await contextOf('Tom');
    const page = await open(context, form);
    await reasons(page).fill('Typed and left');
    await page.getByLabel('Agree', { exact: true }).focus();
    await said(page, 'Saved at 10:00am');
    await page.goto(form);
    await goOn(page);
    expect(await reasons(page).inputValue()).toBe('Typed and left');
    expect(await wrongWith(page)).toEqual([]);
    await context.close();
  });

  it('save themselves after five seconds of quiet', async () => {
    const context = await contextOf('Tom');
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(form);
    await reasons(page).pressSequentially('Still in the field');
    await page.clock.runFor(4_900);
    expect(await page.getByText('Saved at').count()).toBe(0);
    await page.clock.runFor(200);
    await said(page, 'Saved at 10:00am');
    await context.close();
  });

  it('warn the older of two windows, which overwrites nothing', async () => {
    const context = await contextOf('Tom');
    const first = await open(context, form);
    await reasons(first).fill('First');
    await pressed(first.getByRole('button', { name: 'Save and come back' }));
    const [newer, older] = [await open(context, first.url()), await open(context, first.url())];
    await reasons(newer).fill('Newer');
    // Both windows say already when the draft was saved: only the answer shows that the newer one has saved first.
    const saved = newer.waitForResponse((answer) => answer.request().method() === 'POST');
    await newer.getByLabel('Agree', { exact: true }).focus();
    expect((await saved).status()).toBe(200);
    await reasons(older).fill('Older');
    await older.getByLabel('Agree', { exact: true }).focus();
    await said(older, 'saved in another window');
    await pressed(older.getByRole('button', { name: 'Save and come back' }));
    await older.getByRole('alert').getByText('saved in another window').waitFor();
    expect(await wrongWith(older)).toEqual([]);
    await pressed(older.getByRole('link', { name: 'Open the newer draft' }));
    expect(await reasons(older).inputValue()).toBe('Newer');
    await context.close();
    // The older window was told with 412, which a browser writes into its console.
    heard.length = 0;
  });

  it('outlive the connection: what was typed stays on its page, is said to be unsent, and is saved once there is one', async () => {
    const context = await contextOf('Tom');
    const page = await open(context, form);
    await context.setOffline(true);
    await page.getByLabel('Agree', { exact: true }).check();
    await reasons(page).fill('Typed on a train');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await said(page, 'There is no connection: nothing was sent. Your text is still here.');
    expect(await reasons(page).inputValue()).toBe('Typed on a train');
    await context.setOffline(false);
    await said(page, 'Saved at 10:00am');
    await page.goto(form);
    await goOn(page);
    expect(await reasons(page).inputValue()).toBe('Typed on a train');
    await context.close();
    // A request that does not reach the server is written into the console.
    heard.length = 0;
  });

  it('outlive a server that is gone when a button is pressed', async () => {
    const context = await contextOf('Tom');
    const page = await open(context, form);
    await context.route('**/*', (route) => route.abort('connectionrefused'));
    await reasons(page).fill('Typed while the server was started again');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await said(page, 'There is no connection: nothing was sent.');
    expect(await reasons(page).inputValue()).toBe('Typed while the server was started again');
    await context.unroute('**/*');
    await pressed(page.getByRole('button', { name: 'Save and come back' }));
    expect(await reasons(page).inputValue()).toBe('Typed while the server was started again');
    await context.close();
    heard.length = 0;
  });

  it.each([true, false])('outlive a session that ran out (with JavaScript: %s)', async (javaScriptEnabled) => {
    const context = await contextOf('Tom', javaScriptEnabled);
    const page = await open(context, form);
    await reasons(page).fill('Half a page, typed while the session ran out');
    const cookieFrom = (cookie: string) => {
      const [name, value] = cookie.split('=') as [string, string];
      return { name, value, url: address };
    };
    await context.clearCookies();
    await context.addCookies([cookieFrom(pastCookieOf('tom'))]);
    await pressed(page.getByRole('button', { name: 'Save and come back' }));
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    const to = new URL((await page.getByRole('link', { name: 'Sign in' }).getAttribute('href'))!, address);
    await context.addCookies([cookieFrom(cookieOf('tom'))]);
    await page.goto(to.searchParams.get('to')!);
    expect(await reasons(page).inputValue()).toBe('Half a page, typed while the session ran out');
    await context.close();
    heard.length = 0;
  });

  it('stand on a tab of My work, where they are shown, passed on and thrown away', async () => {
    const context = await contextOf('Tom');
    const page = await open(context, form);
    await reasons(page).fill('For Sven to see');
    await pressed(page.getByRole('button', { name: 'Save and come back' }));
    await page.goto('/my-work?tab=drafts');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: /^Show, pass on or throw away/ }).first());
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('Show it to').fill('Nobody of this name');
    await pressed(page.getByRole('button', { name: 'Show the draft' }));
    await page.getByText('Enter the name of one person in office').first().waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('Show it to').fill('Sven');
    await pressed(page.getByRole('button', { name: 'Show the draft' }));
    await page.getByRole('button', { name: 'Stop showing it to Sven' }).waitFor();
    await pressed(page.getByRole('button', { name: 'Throw the draft away' }));
    await page.getByText('The draft was thrown away.').waitFor();
    await context.close();
  });
});
