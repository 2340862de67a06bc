import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ViewsDto } from '../../src/disputes/views/views.dto.js';
import type { FoundDto } from '../../src/search/search.dto.js';
import { referenceFor } from '../../src/platform/ids.js';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

describe('Search', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    await council.done('Mona', '/children', { childId: '1004512', initials: 'QX', population: 'looked-after' });
    await council.done('Mona', '/children/1004512/allocate', { team: 'north', iro: 'iris', from: '2023-04-03' });
    ({ reference } = await council.done('Iris', '/disputes', aConcern({ children: ['1004512'] })));
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const look = async (page: Page, words: string): Promise<string> => {
    await page.getByLabel('Reference, record number or initials').fill(words);
    await pressed(page.getByRole('button', { name: 'Search', exact: true }));
    return page.getByRole('main').innerText();
  };
  const found = async (person: string, words: string): Promise<FoundDto> =>
    (await council.post<FoundDto>(person, '/search', { words })).body;

  it('finds by a reference in any spelling, by record number, and by initials, and says none of it in an address', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('Iris', '/search', { javaScriptEnabled });
      for (const words of [reference.toLowerCase().replaceAll('-', ' '), reference.slice(4), '1004512', 'q.x.']) {
        expect([words, await look(page, words)]).toEqual([words, expect.stringContaining(reference)]);
        expect(page.url()).toMatch(/\/search\/found\?in=[\w-]+$/);
        expect(decodeURIComponent(page.url())).not.toMatch(/1004512|q\.x\.|DRP-/i);
        expect(await page.title()).toBe('Search results – Resolve disputes');
      }
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: /^QX ?, record 1004512$/ }));
      expect(page.url()).toMatch(/\/children\/[\w-]{16}$/);
    }
  });

  it('is led to from the page of children, by initials as well as by a record number', async () => {
    const page = await open('Iris', '/children');
    await page.getByLabel('Find by record number or initials').fill('qx');
    await pressed(page.getByRole('button', { name: 'Find', exact: true }));
    expect(page.url()).toMatch(/\/search\/found\?in=[\w-]+$/);
    expect(await page.getByRole('link', { name: /^QX ?, record 1004512$/ }).count()).toBe(1);
  });

  it('says what to try where nothing is found, and what is missing where nothing was typed', async () => {
    const page = await open('Iris', '/search');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Search', exact: true }));
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByText('Enter what you look for').count()).toBeGreaterThan(1);
    const text = await look(page, '9999999');
    expect(text).toContain('Nothing was found that you may see.');
    expect(text).toContain('asking the child’s IRO');
    expect(await wrongWith(page)).toEqual([]);
  });

  it('leads to emergency access by a whole reference, alike whether or not a restricted dispute is there', async () => {
    const { reference: hidden } = await council.done('Iris', '/disputes', aConcern());
    const restricted = { readers: ['tom'], reason: 'A colleague is to adopt her.' };
    await council.done('Iris', `/disputes/${hidden}/restrict`, restricted);
    const page = await open('Mona', '/search');
    const nobodys = referenceFor('DRP', 'nobody');
    for (const written of [hidden, nobodys]) {
      const text = await look(page, written.toLowerCase());
      expect(text).toContain('Nothing was found that you may see.');
      expect(text).toContain('If it is restricted and cannot wait for somebody on its list');
      expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: `take emergency access to ${written}` }));
      expect(new URL(page.url()).pathname).toBe(`/disputes/${written}/take-emergency-access`);
      expect(await page.getByRole('button', { name: 'Take emergency access' }).count()).toBe(1);
      await page.goto('/search');
    }
    expect(await look(page, '9999999')).not.toContain('restricted');
    expect(await look(await open('Beth', '/search'), nobodys)).not.toContain('restricted');
  });

  it('finds for each reader what their lists show them, and nothing else', async () => {
    const counts = async (person: string, words: string) => {
      const { disputes, children } = await found(person, words);
      return [disputes.length, children.length];
    };
    expect(await counts('Iris', '1004512')).toEqual([1, 1]);
    expect(await counts('Mona', 'QX')).toEqual([1, 1]);
    expect(await counts('Tom', 'QX')).toEqual([1, 1]);
    for (const words of ['1004512', 'QX', reference]) {
      expect([words, await counts('Ivan', words)]).toEqual([words, [0, 0]]);
      expect([words, await counts('Tess', words)]).toEqual([words, [0, 0]]);
    }
    for (const person of ['Percy', 'Adam', 'Gina'])
      expect((await council.post(person, '/search', { words: 'QX' })).status).toBe(403);
  });

  it('opens an address for the person who searched alone, and not for long', async () => {
    const sent = await council.app.inject({
      method: 'POST',
      url: '/search',
      payload: `_csrf=${CSRF}&words=1004512`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie: cookieOf('Iris') },
    });
    expect(sent.statusCode).toBe(303);
    const path = String(sent.headers.location);
    const as = (person: string) =>
      council.app.inject({ url: path, headers: { accept: 'text/html', cookie: cookieOf(person) } });
    expect((await as('Iris')).body).toContain(reference);
    const isOver = async (person: string) => {
      const { statusCode, body } = await as(person);
      expect([person, statusCode, body.includes(reference)]).toEqual([person, 422, false]);
      expect(body).toContain('There is a problem');
      expect(body).toContain('What you searched for is not kept for long. Search again.');
      expect(body).not.toContain('Success');
    };
    await isOver('Mona');
    council.clock.set('2023-04-03T10:00:00.000Z');
    await isOver('Iris');
  });

  it('is on the view log of what was found, by a page and by the API', async () => {
    await found('Ines', reference);
    const { body } = await council.get<ViewsDto>('Mona', `/disputes/${reference}/views`);
    const where = body.items.map((each) => each.where);
    expect(where).toEqual(expect.arrayContaining(['/search/found', '/api/v1/search']));
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
