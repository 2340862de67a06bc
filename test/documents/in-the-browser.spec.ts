import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { aConcern, Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { A_PDF, aJpeg } from '../support/documents.js';
import { cookieOf } from '../support/page-sessions.js';

const MINUTES = { name: 'minutes of the panel.pdf', mimeType: 'application/pdf', buffer: A_PDF };
const PHOTO = {
  name: 'a letter with quite a long name, as a telephone keeps it.jpg',
  mimeType: 'image/jpeg',
  buffer: aJpeg(),
};
const PROGRAM = { name: 'setup.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ and more') };

describe('files as evidence, in a browser', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  const heard: string[] = [];
  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const open = async (person: string, path: string, javaScriptEnabled: boolean): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person), { javaScriptEnabled })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };

  it.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('are chosen, refused and taken, and saved by the reader, %s', async (name, javaScriptEnabled) => {
    const key = { 'idempotency-key': `raised-${name.replaceAll(' ', '-')}` };
    const { reference } = await council.done('Iris', '/disputes', aConcern(), key);
    const page = await open('Tom', `/disputes/${reference}/answer`, javaScriptEnabled);
    await pressed(page.getByRole('button', { name: 'Accept all that was asked for, and copy it below' }));
    await page.getByLabel('Partly agree').check();
    await page.getByLabel('Your reasons').fill('The plan waits for a signature.');
    const files = page.getByLabel('Files as evidence');
    await files.setInputFiles([MINUTES, PHOTO]);
    await pressed(page.getByRole('button', { name: 'Upload' }));
    const list = page.getByRole('list', { name: 'Files uploaded so far' });
    expect(await list.getByRole('listitem').count()).toBe(2);
    expect(await page.getByLabel('Your reasons').inputValue()).toBe('The plan waits for a signature.');
    await files.setInputFiles([PROGRAM]);
    await pressed(page.getByRole('button', { name: 'Continue' }).first());
    expect(await page.getByRole('alert').first().innerText()).toContain('A file of this kind is not taken');
    expect(await list.getByRole('listitem').count()).toBe(2);
    if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
    await pressed(list.getByRole('button', { name: /^Remove a letter/ }));
    expect(await list.getByRole('listitem').count()).toBe(1);
    await pressed(page.getByRole('button', { name: 'Continue' }).first());
    expect(await page.getByRole('main').innerText()).toContain('minutes of the panel.pdf (PDF, ');
    if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Send your answer' }).first());
    const link = page.getByRole('main').getByRole('link', { name: 'minutes of the panel.pdf' }).first();
    if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(saved.suggestedFilename()).toBe('minutes of the panel.pdf');
    expect(readFileSync((await saved.path())!).equals(A_PDF)).toBe(true);
    await page.context().close();
  });

  it('say nothing in the console and ask nobody else', () => expect(heard).toEqual([]));
});
