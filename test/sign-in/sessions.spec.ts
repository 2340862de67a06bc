import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, Council } from '../journeys/council.js';
import { Browser, formTokenIn } from './browser.js';

const COOKIE = '__Host-footprint';
/** A page for everybody who is signed in. */
const PAGE = '/sign-in/again';
const TO_SIGN_IN = /^\/sign-in\?to=/;

const minutesAfter = (minutes: number, from = BEGINNING): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();

describe('signing in with a browser', () => {
  let council: Council;
  let browser: Browser;
  beforeEach(async () => {
    council = await Council.begin('house', { withSessions: true });
    browser = new Browser(council.instances);
  });
  afterEach(() => council.end());

  it('shows people by role with what each will see, and leads back to the page that was asked for', async () => {
    const { status, html } = await browser.get('/sign-in?to=/disputes/DRP-7K4M-2QXH');
    expect(status).toBe(200);
    expect(html).toContain('Independent reviewing officers');
    expect(html).toContain('Their own children, the disputes they raised, and what waits for them.');
    expect(html).toContain('value="iris"');
    expect(html).toContain('value="/disputes/DRP-7K4M-2QXH"');
    const signedIn = await browser.signIn('iris', '/disputes/DRP-7K4M-2QXH');
    expect([signedIn.status, signedIn.location]).toEqual([303, '/disputes/DRP-7K4M-2QXH']);
    expect((await browser.get(PAGE)).html).toContain('Sign in again as Iris');
    expect(await browser.get('/sign-in?to=/my-work')).toMatchObject({ status: 303, location: '/my-work' });
  });

  it('gives a cookie that no script reads, no other host sets and no plain connection carries', async () => {
    const { setCookies } = await browser.signIn('iris');
    expect(setCookies).toEqual([
      expect.stringMatching(/^__Host-footprint=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it('gives a new session each time, and ends the one before', async () => {
    const planted = 'x'.repeat(43);
    browser.take(COOKIE, planted);
    await browser.signIn('iris');
    const first = browser.cookie(COOKIE)!;
    expect(first).not.toBe(planted);
    await browser.submit('/sign-in', { person: 'tom', _csrf: formTokenIn((await browser.get(PAGE)).html) });
    expect(browser.cookie(COOKIE)).not.toBe(first);
    expect((await new Browser(council.instances).take(COOKIE, first).get(PAGE)).location).toMatch(TO_SIGN_IN);
  });

  it('signs nobody in who holds no post, nor anybody where people are not invented', async () => {
    expect((await browser.signIn('nobody')).status).toBe(404);
    const production = await Council.begin('house', { demonstration: false, withSessions: true });
    try {
      const there = new Browser(production.instances);
      expect((await there.get('/sign-in')).html).not.toContain('Iris');
      expect((await there.signIn('iris')).status).toBe(404);
      expect(there.cookie(COOKIE)).toBeUndefined();
    } finally {
      await production.end();
    }
  });

  it('ends after 20 minutes in which nothing was asked for', async () => {
    await browser.signIn('iris');
    for (const minutes of [19, 38, 57]) {
      council.clock.set(minutesAfter(minutes));
      expect((await browser.get(PAGE)).status).toBe(200);
    }
    council.clock.set(minutesAfter(57 + 20));
    expect((await browser.get(PAGE)).location).toMatch(TO_SIGN_IN);
  });

  it('is kept by a page that stays open while a meeting is held', async () => {
    const { reference } = await council.done('Mona', '/challenge/meetings', {
      ...{ kind: 'challenge', name: 'A long meeting', heldOn: '2023-04-03', startsAt: '10:00' },
      posts: ['iro-manager'],
    });
    const path = `/challenge/meetings/${reference}`;
    await council.done('Mona', `${path}/begin`, { present: [{ post: 'iro-manager', person: 'mona' }] });
    await browser.signIn('mona');
    for (const minutes of [19, 38, 57]) {
      council.clock.set(minutesAfter(minutes));
      expect((await browser.get(`${path}/now`)).status).toBe(200);
    }
    council.clock.set(minutesAfter(57 + 19));
    expect((await browser.get(PAGE)).status).toBe(200);
  });

  it('ends after ten hours whatever was asked for', async () => {
    await browser.signIn('iris');
    for (let minutes = 15; minutes < 600; minutes += 15) {
      council.clock.set(minutesAfter(minutes));
      expect((await browser.get(PAGE)).status).toBe(200);
    }
    council.clock.set(minutesAfter(600));
    expect((await browser.get(PAGE)).location).toMatch(TO_SIGN_IN);
  });

  it('ends when somebody signs out, in every browser that has its cookie', async () => {
    await browser.signIn('iris');
    const copied = new Browser(council.instances).take(COOKIE, browser.cookie(COOKIE)!);
    expect((await copied.get(PAGE)).status).toBe(200);
    expect((await browser.submit('/sign-out', { _csrf: 'made up' })).status).toBe(403);
    const _csrf = formTokenIn((await browser.get(PAGE)).html);
    expect(await browser.submit('/sign-out', { _csrf })).toMatchObject({ status: 303, location: '/signed-out' });
    expect(browser.cookie(COOKIE)).toBeUndefined();
    expect((await copied.get(PAGE)).location).toMatch(TO_SIGN_IN);
  });

  it('ends when the last post ends', async () => {
    await browser.signIn('tom');
    expect((await browser.get(PAGE)).status).toBe(200);
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-02' });
    expect((await browser.get(PAGE)).location).toMatch(TO_SIGN_IN);
    const taken = await council.doneByTwo('Adam', '/posts/alma-post/take', { person: 'tom', from: '2023-04-03' });
    expect(taken.reference).not.toBe('');
    expect((await browser.get(PAGE)).location).toMatch(TO_SIGN_IN);
    expect((await new Browser(council.instances).signIn('tom')).status).toBe(303);
  });

  it('opens no page with a token, and nothing of the API with a cookie', async () => {
    await browser.signIn('iris');
    for (const address of ['/api/v1/disputes', '/%61pi/v1/disputes'])
      expect([address, (await browser.get(address)).status]).not.toEqual([address, 200]);
    const authorization = await council.authorization('Iris');
    expect((await new Browser(council.instances).get(PAGE, { authorization })).location).toMatch(TO_SIGN_IN);
  });

  it('takes no form from another site', async () => {
    const foreign = await browser.submit('/sign-in', { person: 'iris' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(foreign.html).toContain('another site');
    const older = await browser.submit('/sign-in', { person: 'iris' }, { origin: 'https://elsewhere.example' });
    expect(older.status).toBe(403);
    expect(browser.cookie(COOKIE)).toBeUndefined();
  });
});

describe('sessions on disk', () => {
  it('outlive a restart, and are not found in the file by their ids', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'footprint-sessions-'));
    try {
      const before = await Council.begin('house', { dataDir, withSessions: true });
      const browser = new Browser(before.instances);
      await browser.signIn('iris');
      const id = browser.cookie(COOKIE)!;
      await before.end();
      const file = readFileSync(join(dataDir, 'sessions.sqlite')).toString('latin1');
      expect(file).toContain('iris');
      expect(file).not.toContain(id);
      const after = await Council.begin('house', { dataDir, withSessions: true });
      expect((await new Browser(after.instances).take(COOKIE, id).get(PAGE)).status).toBe(200);
      await after.end();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
