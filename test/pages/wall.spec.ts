import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import { WALL_HOURS } from '../../src/reports/escalations/wall-addresses.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

const BEGAN = '2023-04-14T09:00:00.000Z';

describe('The board on a wall', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  const references: string[] = [];

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    const raise = async (who: string, over: object): Promise<string> => {
      const { reference } = await council.done(who, '/disputes', aConcern(over));
      references.push(reference);
      return reference;
    };
    await raise('Iris', {});
    const answered = await raise('Iris', { children: ['C2'], theme: 'EDUC' });
    await council.done('Tom', `/disputes/${answered}/answer`, anAnswer());
    await raise('Iris', { theme: 'HEALTH' });
    await raise('Ivan', { children: ['C3'], kind: 'informal' });
    council.at(BEGAN);
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, javaScriptEnabled = true): Promise<Page> =>
    inBrowser.open(person, path, { javaScriptEnabled });
  /** As a screen asks: with no cookie. */
  const screenAt = async (path: string): Promise<{ status: number; text: string; refresh: string | null }> => {
    const answer = await fetch(`${inBrowser.address}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, text: await answer.text(), refresh: answer.headers.get('refresh') };
  };
  const addressFrom = async (page: Page): Promise<string> =>
    new URL(await page.getByLabel('Address for a screen on a wall').inputValue()).pathname;

  it.each([true, false])('is reached from the board, and shows its counts, JavaScript %s', async (isOn) => {
    const page = await open('Anton', '/board', isOn);
    await pressed(page.getByRole('link', { name: 'Counts for a screen on a wall' }));
    await page.getByLabel('Address for a screen on a wall').waitFor();
    const { totals } = (await council.get<EscalationBoardDto>('Anton', '/board')).body;
    const text = (await page.getByRole('main').innerText()).replaceAll('\n', ' ');
    expect(text).toContain(`Open ${totals.open} `);
    expect(text).toContain(`Late ${totals.late} the longest 2 working days`);
    expect(text).toContain(`With IROs ${totals.waitingForIro}`);
    if (isOn) expect(await wrongWith(page)).toEqual([]);
  });

  it('renews itself on a screen on which nobody is signed in', async () => {
    const path = await addressFrom(await open('Anton', '/board/wall'));
    const { status, refresh, text } = await screenAt(path);
    expect([status, refresh]).toEqual([200, '60']);
    expect(text).toContain('Renews itself every minute until');
    expect(text).not.toContain('Sign out');
    const page = await (await inBrowser.browser.newContext({ baseURL: inBrowser.address })).newPage();
    await page.goto(path);
    expect(await wrongWith(page)).toEqual([]);
  });

  it('never renews where somebody is signed in, so that it keeps nobody signed in', async () => {
    const answer = await council.app.inject({
      url: '/board/wall',
      headers: { cookie: cookieOf('Anton'), accept: 'text/html' },
    });
    expect([answer.statusCode, answer.headers.refresh]).toEqual([200, undefined]);
  });

  it('holds no child, no person and no reference, and no team with fewer than three alone', async () => {
    const { text } = await screenAt(await addressFrom(await open('Mona', '/board/wall')));
    const names = Object.keys(PEOPLE).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    expect(names).toEqual([]);
    expect(references.filter((reference) => text.includes(reference.slice(4)))).toEqual([]);
    expect(text).not.toMatch(/\bC[1234]\b/);
    expect(text).not.toMatch(/Locality (North|South)/);
  });

  it('shows what its maker may see: each time it is asked of their posts', async () => {
    const path = await addressFrom(await open('Tess', '/board/wall'));
    const { totals } = (await council.get<EscalationBoardDto>('Tess', '/board')).body;
    expect((await screenAt(path)).text.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ')).toContain(
      `Open ${totals.open} `,
    );
    await council.done('Adam', '/posts/tess-post/leave', { person: 'tess', on: '2023-04-13' });
    await council.caughtUp();
    expect((await screenAt(path)).status).toBe(404);
  });

  it('is over after a working day, and opens at no other address', async () => {
    const path = await addressFrom(await open('Anton', '/board/wall'));
    expect((await screenAt(`${path.slice(0, -2)}xx`)).status).toBe(404);
    expect((await screenAt('/board/wall/anton')).status).toBe(404);
    council.at(new Date(Date.parse(BEGAN) + WALL_HOURS * 3_600_000).toISOString());
    expect((await screenAt(path)).status).toBe(404);
  });

  it('answers 404 to posts that have no board', async () => {
    const headers = { cookie: cookieOf('Percy'), accept: 'text/html' };
    expect((await council.app.inject({ url: '/board/wall', headers })).statusCode).toBe(404);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
