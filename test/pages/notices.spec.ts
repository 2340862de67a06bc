import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { Postbox } from '../notices/postbox.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';

describe('The page of notices', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin('house', { notices: new Postbox() }));
    council = inBrowser.council;
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);

  it('shows somebody what they were told, with a link to it and without a word about the child', async () => {
    const page = await open('Tom', '/my-work');
    await pressed(page.getByRole('link', { name: 'Notices', exact: true }));
    const text = await page.getByRole('main').innerText();
    expect(text).toContain(reference);
    expect(text).toContain('yours to do');
    expect(text).not.toMatch(/\bC1\b|permanence plan/);
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: new RegExp(`^Open ${reference}`) }).first());
    expect(page.url()).toBe(`${inBrowser.address}/disputes/${reference}`);
  });

  it('holds what the message needs and the page does not: no number, no address, and no work where there is none', async () => {
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-10', to: '2023-04-14' });
    await council.done('Beth', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-03' });
    const page = await open('Ivan', '/notices');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Covers: cover is arranged');
    expect(text).toContain('Children: a child is allocated to you');
    expect(text).not.toMatch(/yours to do|Message number|https?:|CHILDREN|COVERS|[0-9a-f]{8}-[0-9a-f]{4}-/);
    await pressed(page.getByRole('link', { name: /^Open your list of children/ }).first());
    expect(page.url()).toBe(`${inBrowser.address}/children`);
  });

  it('shows an administrator their own, and nobody else’s', async () => {
    const text = await (await open('Adam', '/notices')).getByRole('main').innerText();
    expect(text).not.toContain(reference);
  });

  it('shows an administrator whether those of everybody went, by the numbers of people and without what they say', async () => {
    const page = await open('Adam', '/notices/everybody');
    const text = await page.getByRole('table').innerText();
    expect(text).toMatch(/tom\s+theirs to do/);
    expect(text).not.toMatch(/DRP-|Tom|C1/);
    expect(await wrongWith(page)).toEqual([]);
    const ofOthers = await open('Mona', '/notices');
    expect((await ofOthers.request.get('/notices/everybody')).status()).toBe(404);
  });

  it('leads to how somebody is told, which they change without JavaScript too', async () => {
    const page = await open('Tom', '/notices', { javaScriptEnabled: false });
    await pressed(page.getByRole('link', { name: 'Choose how you are told' }));
    expect(await page.getByLabel('Not at all').isChecked()).toBe(false);
    await page.getByLabel('Not at all').check();
    await pressed(page.getByRole('button', { name: 'Save', exact: true }));
    expect(await page.getByRole('alert').innerText()).toContain('Saved how you are told.');
    await council.caughtUp();
    const { body } = await council.get('Tom', '/notice-preferences');
    expect(body).toEqual({ theirsToDo: 'at-once', forInformation: 'none' });
    const again = await open('Tom', '/notices/how');
    expect(await again.getByLabel('Not at all').isChecked()).toBe(true);
    expect(await wrongWith(again)).toEqual([]);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
