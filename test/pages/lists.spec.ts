import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ViewsDto } from '../../src/disputes/views/views.dto.js';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

const CONCERN = 'There is no permanence plan, and the second review was in February.';

describe('The lists', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  const references: string[] = [];

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    for (const [child, theme] of [
      ['C1', 'DD-PERM'],
      ['C2', 'DD-PERM'],
    ])
      references.push(
        (await council.done('Iris', '/disputes', aConcern({ children: [child], theme, urgent: false }))).reference,
      );
    await council.done('Iris', '/disputes', {
      ...aConcern({ children: ['C1'], kind: 'informal', concern: `${CONCERN} Another.` }),
    });
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', good);
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const rows = (page: Page) => page.locator('tbody tr').count();

  it('of disputes says with whom each open one is, and since when', async () => {
    const page = await open('Iris', '/disputes');
    const row = page.locator('tbody tr', { hasText: references[0]! });
    expect(await row.innerText()).toContain('with Tom, Alma since 3 Apr 2023');
    const counted = await open('Percy', '/disputes');
    expect(await counted.getByRole('main').innerText()).not.toContain('with Tom');
  });

  it('of disputes is narrowed by a form whose address can be sent on, with JavaScript and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('Iris', '/my-work', { javaScriptEnabled });
      await pressed(page.getByRole('link', { name: 'Disputes', exact: true }));
      expect(await rows(page)).toBe(3);
      await page.getByText('Filter', { exact: true }).click();
      await page.getByLabel('Kind', { exact: true }).selectOption('informal');
      await pressed(page.getByRole('button', { name: 'Apply filters' }));
      expect(new URL(page.url()).searchParams.get('kind')).toBe('informal');
      expect(await rows(page)).toBe(1);
      expect(page.url()).not.toMatch(/C1|AB/);
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      const sent = await open('Mona', new URL(page.url()).pathname + new URL(page.url()).search);
      expect(await rows(sent)).toBe(1);
    }
  });

  it('is sorted by links, says by what, keeps the filters, and gives focus back to the table', async () => {
    const page = await open('Iris', '/disputes?kind=formal');
    expect(await page.getByRole('columnheader', { name: /^Raised/ }).getAttribute('aria-sort')).toBe('descending');
    await pressed(page.getByRole('link', { name: /^Due/ }));
    expect(page.url()).toBe(`${inBrowser.address}/disputes?kind=formal&sort=dueOn#list`);
    expect(await page.getByRole('columnheader', { name: /^Due/ }).getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("#list") !== null')).toBe(true);
    await pressed(page.getByRole('link', { name: /^Due/ }));
    expect(await page.getByRole('columnheader', { name: /^Due/ }).getAttribute('aria-sort')).toBe('descending');
    expect(await wrongWith(page)).toEqual([]);
  });

  it('is remembered as it was last narrowed and sorted, until the filters are cleared', async () => {
    const page = await open('Iris', '/disputes?kind=informal&sort=dueOn');
    await page.goto('/disputes');
    expect(page.url()).toBe(`${inBrowser.address}/disputes?kind=informal&sort=dueOn`);
    await pressed(page.getByRole('link', { name: 'Clear filters' }).first());
    expect(await rows(page)).toBe(3);
    await page.goto('/disputes');
    expect(page.url()).toBe(`${inBrowser.address}/disputes`);
  });

  it('says what to do where nothing fits, and what is wrong with an address that was changed by hand', async () => {
    const page = await open('Iris', '/disputes?status=withdrawn');
    expect(await page.getByRole('main').innerText()).toMatch(
      /Nothing fits the filter that you set here before; without it there are 3\. Clear filters/,
    );
    expect(await wrongWith(page)).toEqual([]);
    const { statusCode } = await council.app.inject({
      url: '/disputes?status=nonsense',
      headers: { accept: 'text/html', cookie: cookieOf('Iris') },
    });
    expect(statusCode).toBe(400);
  });

  it('show acknowledgements as well', async () => {
    const page = await open('Walter', '/acknowledgements');
    expect(await rows(page)).toBe(1);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('shows an analyst no child, no name, and offers no initials', async () => {
    const page = await open('Percy', '/disputes');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('1 child');
    expect(text).not.toMatch(/\bC1\b/);
    expect(await page.getByRole('link', { name: 'CSV with initials' }).count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
  });

  describe('as CSV', () => {
    const take = (person: string, url: string) =>
      council.app.inject({ url, headers: { accept: 'text/html', cookie: cookieOf(person) } });
    const initialsOf = async (): Promise<string> =>
      (await council.get<{ items: { children: { initials: string }[] }[] }>('Iris', '/disputes')).body.items[0]!
        .children[0]!.initials;

    it('holds every row of the list as it is narrowed, saved as a file, without initials or record numbers', async () => {
      const { body, headers } = await take('Iris', '/disputes/csv?kind=formal');
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toBe('attachment; filename="disputes.csv"');
      const [heads, ...lines] = body.trim().split('\r\n');
      expect(heads).toContain('"Reference","Own reference"');
      expect(lines.map((line) => /DRP-[\w-]+/.exec(line)![0]).sort()).toEqual([...references].sort());
      expect(body).not.toMatch(new RegExp(`\\b(C1|C2|${await initialsOf()})\\b`));
      expect(body).not.toContain(CONCERN);
    });

    it('holds initials where they are asked for, and never for those who are shown none', async () => {
      const initials = await initialsOf();
      expect((await take('Iris', '/disputes/csv?initials=true')).body).toMatch(new RegExp(`"${initials}"`));
      expect((await take('Percy', '/disputes/csv?initials=true')).body).not.toMatch(new RegExp(`"${initials}"`));
    });

    it('is the same by the API', async () => {
      const { text } = await council.get('Iris', '/disputes/csv?kind=formal');
      expect(text).toBe((await take('Iris', '/disputes/csv?kind=formal')).body);
      expect((await council.get('Iris', '/acknowledgements/csv')).text).toContain('"Given on"');
    });

    it('is on the view log of each dispute that stands in it', async () => {
      await take('Iris', '/disputes/csv');
      const { body } = await council.get<ViewsDto>('Mona', `/disputes/${references[0]}/views`);
      expect(body.items.map(({ where }) => where)).toContain('/disputes/csv');
    });
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !each.includes('400'))).toEqual([]);
  });
});
