import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import {
  beginChromium,
  endChromium,
  listenTo,
  pressed,
  served,
  windowOf,
  wrongWith,
  wrongWithWindow,
} from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/** An open page says what has happened meanwhile, to a person who may still see it, and keeps nobody signed in by it. */
describe('news on an open page', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let reference: string;
  const heard: string[] = [];
  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const ask = (person: string, seen: number) =>
    council.app.inject({
      url: `/disputes/${reference}/news?seen=${seen}`,
      headers: { cookie: cookieOf(person), accept: 'application/json' },
    });
  const entriesFor = async (person: string): Promise<number> => {
    const headers = { cookie: cookieOf(person), accept: 'text/html' };
    const page = await council.app.inject({ url: `/disputes/${reference}`, headers });
    return Number(/\/news\?seen=(\d+)"/.exec(page.body)![1]);
  };
  const viewsNoted = async (): Promise<number> => {
    const { body } = await council.get<{ items: object[] }>('Mona', `/disputes/${reference}/views`);
    return body.items.length;
  };

  it('is said where another has acted, with a link that shows it', async () => {
    const context = await windowOf(browser, address, cookieOf('Iris'));
    const page = await context.newPage();
    listenTo(page, address, heard);
    await page.goto(`/disputes/${reference}`);
    council.clock.set('2023-04-03T13:08:00.000Z');
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    const box = page.getByRole('status').filter({ hasText: 'At 2:08pm: Tom (the team manager) agreed' });
    await box.waitFor();
    expect(await wrongWithWindow(page)).toEqual([]);
    await pressed(box.getByRole('link', { name: 'Show it' }));
    const shown = await page.getByRole('main').innerText();
    expect(shown).toContain('Waiting for IRO');
    expect(shown).toContain('Since you last looked, 3 April 2023, 10:00am:');
    expect(await page.getByRole('main').getByText('new', { exact: true }).count()).toBeGreaterThan(0);
    expect(await wrongWith(page)).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('is not said of what its reader did, nor of what they may not see', async () => {
    const seenByTom = await entriesFor('Tom');
    const seenByIris = await entriesFor('Iris');
    await council.done('Iris', `/disputes/${reference}/record-legal-advice`, {
      ...{ takenOn: '2023-04-03', advice: 'Privileged.' },
    });
    expect((await ask('Iris', seenByIris)).json()).toEqual({ sentence: null });
    expect((await ask('Tom', seenByTom)).json()).toEqual({ sentence: null });
  });

  it('is not an opening of the record', async () => {
    const before = await viewsNoted();
    expect((await ask('Iris', 0)).statusCode).toBe(200);
    expect(await viewsNoted()).toBe(before);
  });

  it('answers 404 to a person who may not see the dispute, from the moment at which they may not', async () => {
    expect((await ask('Tess', 0)).statusCode).toBe(404);
    expect((await ask('Tom', 0)).statusCode).toBe(200);
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], reason: 'Somebody of the team is family.' },
    });
    expect((await ask('Tom', 0)).statusCode).toBe(404);
  });
});
