import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aConcern, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';

describe('The due dates of somebody in their calendar', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    ({ reference } = await council.done('Iris', '/disputes', aConcern()));
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  /** As a calendar asks: with no cookie. */
  const feedAt = async (url: string): Promise<{ status: number; type: string; text: string }> => {
    const answer = await fetch(`${inBrowser.address}${new URL(url).pathname}`);
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  };
  const addressOn = (page: Page): Promise<string> => page.getByLabel('Your secret address').inputValue();

  it.each([true, false])(
    'are found at an address that they make and replace (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await open('Tom', '/my-work', { javaScriptEnabled });
      await pressed(page.getByRole('link', { name: 'Your due dates in your calendar' }));
      const before = javaScriptEnabled ? null : await addressOn(page);
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(
        page.getByRole('button', { name: javaScriptEnabled ? 'Make a secret address' : 'Replace it by a new one' }),
      );
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('button', { name: 'Make the address' }));
      await page.getByRole('alert').filter({ hasText: 'Your address is ready' }).waitFor();
      const secret = await addressOn(page);
      if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
      const { status, type, text } = await feedAt(secret);
      expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(text).toContain('BEGIN:VCALENDAR');
      expect(text).toContain(`SUMMARY:${reference}: Answer`);
      expect(text).toContain('DTSTART;VALUE=DATE:20230412');
      // A day, and not the midnight at which it ends.
      expect(text.replaceAll('\r\n ', '')).toContain('DESCRIPTION:Due Wednesday 12 April 2023.');
      if (before !== null) expect((await feedAt(before)).status).toBe(404);
    },
  );

  it('hold no child, no person, no theme and no word that was written', async () => {
    const { text } = await feedAt(await addressOn(await open('Tom', '/due-dates')));
    const whole = text.replaceAll('\r\n ', '');
    expect(whole).not.toMatch(/\bC1\b|Iris|Tom\b|Drift|permanence|panel/i);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('are asked of their posts each time, and of nobody who holds none', async () => {
    const secret = await addressOn(await open('Tom', '/due-dates'));
    const other = new URL(secret).pathname.split('/');
    other[4] = 'x'.repeat(other[4]!.length);
    expect((await feedAt(`http://here${other.join('/')}`)).status).toBe(404);
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Somebody of the team is family.' },
    });
    await council.caughtUp();
    expect((await feedAt(secret)).text).not.toContain(reference);
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-02' });
    await council.caughtUp();
    expect((await feedAt(secret)).status).toBe(404);
  });

  it('are found no more once the address is ended', async () => {
    await council.done('Iris', '/due-dates/address', {});
    const page = await open('Iris', '/due-dates');
    const secret = await addressOn(page);
    expect((await feedAt(secret)).status).toBe(200);
    await pressed(page.getByRole('button', { name: 'End it', exact: true }));
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'End the address' }));
    await page.getByRole('button', { name: 'Make a secret address' }).waitFor();
    expect((await feedAt(secret)).status).toBe(404);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
