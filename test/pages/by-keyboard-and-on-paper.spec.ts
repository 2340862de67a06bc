import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { beginChromium, endChromium, pressed, served, windowOf } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/** The screens on which most of the work is done, for people without a mouse, and as they are printed. */
describe('the screens of daily work', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let reference: string;
  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
    await council.caughtUp();
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  /** One window for each person: to open another takes longer than most pages. */
  const windows = new Map<string, Page>();
  const open = async (person: string, path: string): Promise<Page> => {
    const page = windows.get(person) ?? (await (await windowOf(browser, address, cookieOf(person))).newPage());
    windows.set(person, page);
    await page.emulateMedia({ media: null });
    await page.goto(path);
    return page;
  };
  const SCREENS: readonly (readonly [person: string, path: () => string])[] = [
    ['Iris', () => '/my-work'],
    ['Iris', () => '/disputes/new'],
    ['Iris', () => '/disputes'],
    ['Iris', () => `/disputes/${reference}`],
    ['Tom', () => `/disputes/${reference}/answer`],
    ['Mona', () => '/board'],
    ['Iris', () => '/children'],
  ];

  it.each(SCREENS)(
    'let the Tab key of %s come to everything that can be used, and leave it (%s)',
    async (person, path) => {
      const page = await open(person, path());
      const usable = (await page.evaluate(USABLE)) as string[];
      expect(usable.length).toBeGreaterThan(3);
      const reached: string[] = [];
      for (let pressedTimes = 0; pressedTimes <= usable.length + 5; pressedTimes++) {
        await page.keyboard.press('Tab');
        const at = (await page.evaluate(FOCUSED)) as { readonly what: string; readonly isSeen: boolean } | null;
        // Past the last one the focus leaves the page, and may come to its first one again at once.
        if (at === null || at.what === reached[0]) break;
        expect([at.what, at.isSeen]).toEqual([at.what, true]);
        reached.push(at.what);
      }
      expect(usable.filter((each) => !reached.includes(each))).toEqual([]);
      expect(new Set(reached).size).toBe(reached.length);
    },
  );

  it.each(SCREENS)('are printed for %s without anything to press, and without addresses (%s)', async (person, path) => {
    const page = await open(person, path());
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(PRESSABLE)).toEqual([]);
    expect(await page.evaluate(ADDRESSES_PRINTED)).toEqual([]);
  });

  it('are marked on paper where they are for the child’s file, and not where they are a letter for the child', async () => {
    const markedBy = async (path: string): Promise<unknown> => {
      const page = await open('Iris', path);
      await page.emulateMedia({ media: 'print' });
      const marked = await page.evaluate('getComputedStyle(document.body).page');
      return marked;
    };
    expect(await markedBy(`/disputes/${reference}/print`)).toBe('record-copy');
    expect(await markedBy(`/disputes/${reference}/letter`)).toBe('auto');
  });

  it('let an act be done by the keyboard alone', async () => {
    const page = await open('Iris', `/disputes/${reference}`);
    const to = async (what: string): Promise<void> => {
      for (let pressedTimes = 0; pressedTimes < 100; pressedTimes++) {
        await page.keyboard.press('Tab');
        const at = (await page.evaluate(FOCUSED)) as { readonly name: string } | null;
        if (at?.name === what) return;
      }
      throw new Error(`The Tab key does not come to ${what}.`);
    };
    const enter = async (): Promise<void> => {
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
    };
    await to('Chase');
    await enter();
    await to('How did you chase it?');
    await page.keyboard.type('Rang the team.');
    await to('Record the chase');
    await enter();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(page.url()).toBe(`${address}/disputes/${reference}`);
  });

  it('let somebody skip what stands above the page', async () => {
    const page = await open('Iris', '/my-work');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
  });

  it('lead on from a list that was sorted to the list', async () => {
    const page = await open('Iris', '/disputes');
    await pressed(page.getByRole('link', { name: /: sort/ }).first());
    expect(page.url()).toContain('#list');
  });
});

/** The name of an element, in words that a failure is understood by, with its place among all. */
const NAMED = `const named = (each) => [...document.querySelectorAll('*')].indexOf(each) + ' ' + each.tagName + ' ' +
  (each.getAttribute('name') || each.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60));`;

/** The controls that can be used and are in sight. Of radio buttons with one name the Tab key comes to one. */
const USABLE = `(() => { ${NAMED}
  const names = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden' && each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => each.type !== 'radio' || (!names.has(each.name) && names.add(each.name)))
    .map(named);
})()`;

/** The element that has the focus; null if none has it. It is seen by an outline, a shadow or another background. */
const FOCUSED = `(() => { ${NAMED}
  const at = document.activeElement;
  if (at === null || at === document.body || !document.hasFocus()) return null;
  const label = at.labels && at.labels[0] ? at.labels[0].textContent : at.textContent;
  const drawn = at.type === 'radio' || at.type === 'checkbox' ? getComputedStyle(at.nextElementSibling, '::before') : getComputedStyle(at);
  const isSeen = drawn.outlineStyle !== 'none' || drawn.boxShadow !== 'none';
  return { what: named(at), name: label.trim().replace(/\\s+/g, ' '), isSeen };
})()`;

/** Links that print their address behind their words. */
const ADDRESSES_PRINTED = `[...document.querySelectorAll('main a[href]')]
  .filter((link) => getComputedStyle(link, '::after').content.includes('('))
  .map((link) => link.getAttribute('href'))`;

/** Controls that would be printed although nobody can press them on paper. */
const PRESSABLE = `[...document.querySelectorAll('button, .govuk-button, nav, input[type="submit"]')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1 && each.innerText.trim() !== '')
  .map((each) => each.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60))`;
