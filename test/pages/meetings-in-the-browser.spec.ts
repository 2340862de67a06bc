import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, windowOf, wrongWith, wrongWithWindow } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

/** Next week's meeting, run from the screen: arranged, its agenda put together, held, written up and closed. */
describe('meetings in the browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let meeting: string;
  let dispute: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin('leicestershire'));
    council = inBrowser.council;
    dispute = (await council.done('Iris', '/disputes', aConcern({ theme: 'PLACE' }))).reference;
    await council.done('Ivan', '/disputes', aConcern({ theme: 'PLACE', children: ['C3'] }));
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, javaScriptEnabled = true): Promise<Page> =>
    inBrowser.open(person, path, { javaScriptEnabled });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  /** Sends a form, which may wait for a save that is under way, until the page is there to which it leads. */
  const sends = async (page: Page, name: string, to: string | RegExp): Promise<void> => {
    await pressed(button(page, name));
    await page.waitForURL((url) => (typeof to === 'string' ? url.pathname === to : to.test(url.pathname)));
  };
  const fillDay = async (page: Page, legend: string, [day, month, year]: readonly [string, string, string]) => {
    const group = page.getByRole('group', { name: legend, exact: true });
    await group.getByLabel('Day', { exact: true }).fill(day);
    await group.getByLabel('Month', { exact: true }).fill(month);
    await group.getByLabel('Year', { exact: true }).fill(year);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (process.env.PICTURES === undefined) return;
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('a meeting is arranged in a form that works for everybody', async () => {
    const page = await open('Mona', '/challenge');
    expect(await mainOf(page)).toContain('There is none that you may see by your post.');
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '1-empty');
    await pressed(button(page, 'Start a series'));
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '1-series-form');
    await page.goto('/challenge');
    await pressed(button(page, 'Arrange a single one'));
    await page.getByLabel('Challenge meeting', { exact: true }).check();
    await page.getByLabel('What is it called?', { exact: true }).fill('Special meeting');
    await fillDay(page, 'On which day?', ['3', '4', '2023']);
    await page.getByLabel('When does it begin?', { exact: true }).fill('14:00');
    await page.getByLabel('Assistant director', { exact: true }).check();
    await page.getByLabel('IRO manager', { exact: true }).check();
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '2-arrange');
    await sends(page, 'Arrange the meeting', /^\/challenge\/meetings\/CM-[\w-]+$/);
    meeting = new URL(page.url()).pathname;
    expect(await mainOf(page)).toContain('Nothing is on the agenda that you may see.');
    for (const path of ['add-items', 'add-theme', 'move', 'cancel']) {
      await page.goto(`${meeting}/${path}`);
      expect([path, await wrongWith(page)]).toEqual([path, []]);
      if (path === 'add-items') await picture(page, '3-pick');
    }
    await page.context().close();
  });

  it('its agenda is put together and ordered without JavaScript', async () => {
    const page = await open('Mona', meeting, false);
    await pressed(button(page, 'Put cases on the agenda'));
    await page.getByLabel('A case that is not in these lists, by its reference').fill(dispute);
    await sends(page, 'Put on the agenda', meeting);
    await pressed(button(page, 'Put a theme on the agenda'));
    await page.getByLabel('Theme', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('What is it, in one line?', { exact: true }).fill('Life story work waits in every team');
    await sends(page, 'Put on the agenda', meeting);
    expect(await mainOf(page)).toMatch(/1\.[\s\S]*2\. Life story work waits/);
    await pressed(page.getByRole('button', { name: /^Move up\s?: item 2$/ }));
    expect(await mainOf(page)).toMatch(/2\. Life story work waits[\s\S]*1\. /);
    await page.context().close();
    const seen = await open('Mona', meeting);
    expect(await wrongWith(seen)).toEqual([]);
    await picture(seen, '4-agenda');
    await seen.context().close();
  });

  it('its papers hold in one pack what everybody named may read, and the room shows one item alone', async () => {
    const page = await open('Mona', meeting);
    await pressed(page.getByRole('link', { name: 'Papers, to print', exact: true }));
    expect(await mainOf(page)).toMatch(/For\s+Mona, IRO manager; Anton, Assistant director/);
    expect(await mainOf(page)).not.toContain('Separate sheet');
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '10-papers');
    await page.goto(meeting);
    await pressed(page.getByRole('link', { name: 'In the room, for a projector', exact: true }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('2. Life story work waits in every team');
    expect(await page.getByRole('link', { name: 'Notices' }).count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '11-room');
    await pressed(page.getByRole('link', { name: 'Next item', exact: true }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^1\. /);
    await page.context().close();
  });

  it('the text that the note-taker types is the meeting’s: another one continues with it, and overwrites nothing unread', async () => {
    const mona = await open('Mona', `${meeting}/begin`);
    await picture(mona, '5-begin');
    expect(await wrongWith(mona)).toEqual([]);
    await sends(mona, 'Begin the meeting', meeting);
    await mona.goto(`${meeting}/notes/I2`);
    const discussed = (page: Page) => page.getByLabel('What was discussed?', { exact: true });
    await discussed(mona).fill('Every team waits for');
    await mona.getByLabel('Deferred', { exact: true }).focus();
    await mona.getByRole('status').filter({ hasText: 'Saved at 10:00am' }).waitFor();
    expect(await wrongWith(mona)).toEqual([]);
    await picture(mona, '6-notes');
    const quentin = await open('Quentin', `${meeting}/notes/I2`);
    expect(await discussed(quentin).inputValue()).toBe('Every team waits for');
    await discussed(quentin).fill('Every team waits for a worker.');
    const saved = quentin.waitForResponse((answer) => answer.request().method() === 'POST');
    await quentin.getByLabel('Deferred', { exact: true }).focus();
    expect((await saved).status()).toBe(200);
    await discussed(mona).fill('Another sentence');
    await mona.getByLabel('Deferred', { exact: true }).focus();
    await mona.getByRole('status').filter({ hasText: 'Somebody else has saved' }).waitFor();
    await mona.getByLabel('Deferred', { exact: true }).check();
    await pressed(button(mona, 'Record the decision'));
    await mona.getByRole('alert').filter({ hasText: 'Somebody else has saved' }).waitFor();
    expect(await discussed(mona).inputValue()).toBe('Another sentence');
    await pressed(mona.getByRole('link', { name: 'Open the newer draft' }));
    expect(await discussed(mona).inputValue()).toBe('Every team waits for a worker.');
    // The older window was told with 412, which a browser writes into its console.
    inBrowser.heard.length = 0;
    const room = await (await windowOf(inBrowser.browser, inBrowser.address, cookieOf('Anton'))).newPage();
    await room.clock.install();
    await room.goto(`${meeting}/room`);
    expect(await room.getByRole('heading', { level: 1 }).innerText()).toMatch(/^2\. /);
    await quentin.getByLabel('Returned: more action first', { exact: true }).check();
    await quentin.getByLabel('What', { exact: true }).fill('Count them');
    await quentin.getByLabel('Who', { exact: true }).fill('Anton');
    await fillDay(quentin, 'By', ['20', '4', '2023']);
    await sends(quentin, 'Record the decision', `${meeting}/notes/I1`);
    expect(await discussed(quentin).inputValue()).toBe('');
    await room.clock.runFor(10_000);
    await room.getByRole('heading', { level: 1, name: /^1\. / }).waitFor();
    await room.context().close();
    await discussed(quentin).fill('It is settled.');
    await quentin.getByLabel('Dropped', { exact: true }).check();
    await sends(quentin, 'Record the decision', meeting);
    await pressed(button(quentin, 'Close the meeting'));
    expect(await wrongWith(quentin)).toEqual([]);
    await picture(quentin, '7-close');
    await sends(quentin, 'Close the meeting', meeting);
    expect(await mainOf(quentin)).toMatch(/Closed[\s\S]*Record[\s\S]*Count them\s+Anton\s+20 Apr 2023/);
    expect(await wrongWith(quentin)).toEqual([]);
    await picture(quentin, '8-record');
    await quentin.goto('/challenge');
    await picture(quentin, '9-list');
    expect(await wrongWith(quentin)).toEqual([]);
  });

  it('the notes ask where the meeting is, and are locked after an hour in which nothing is typed', async () => {
    const { reference } = await council.done('Mona', '/challenge/meetings', {
      ...{ kind: 'challenge', name: 'A long meeting', heldOn: '2023-04-03', startsAt: '09:00' },
      posts: ['assistant-director', 'iro-manager'],
    });
    const path = `/challenge/meetings/${reference}`;
    await council.done('Mona', `${path}/add-items`, { items: [{ theme: 'LIFE', title: 'Life story work' }] });
    await council.done('Mona', `${path}/begin`, { present: [{ post: 'iro-manager', person: 'mona' }] });
    const page = await (await windowOf(inBrowser.browser, inBrowser.address, cookieOf('Mona'))).newPage();
    await page.clock.install();
    await page.goto(`${path}/notes/I1`);
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/now'));
    await page.clock.runFor(60_000);
    expect(await (await asked).json()).toEqual({ isBegun: true, item: 'I1' });
    const discussed = page.getByLabel('What was discussed?', { exact: true });
    const locked = page.getByRole('heading', { name: 'These notes are locked', exact: true });
    const warning = page.getByRole('status').filter({ hasText: 'locked in 2 minutes' });
    await discussed.fill('Every team');
    await page.clock.fastForward(57 * 60_000);
    await page.clock.runFor(60_000);
    await warning.waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await picture(page, '12-locks-soon');
    await button(page, 'Keep them open').click();
    await warning.waitFor({ state: 'detached' });
    await page.clock.runFor(2 * 60_000);
    expect(await locked.count()).toBe(0);
    await page.clock.fastForward(57 * 60_000);
    await page.clock.runFor(60_000);
    await locked.waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('These notes are locked');
    expect(await wrongWithWindow(page)).toEqual([]);
    await picture(page, '13-locked');
    expect(await discussed.count()).toBe(0);
    await page.getByRole('link', { name: 'Go on with the notes', exact: true }).click();
    await discussed.waitFor();
    expect(await discussed.inputValue()).toBe('Every team');
    await page.context().close();
  });

  it('no page says anything on the console, or asks anybody else', () => expect(inBrowser.heard).toEqual([]));
});
