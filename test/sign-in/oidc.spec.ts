import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SITE, councilOfEntra, type CouncilOfEntra } from './council-of-entra.js';
import { Browser, formTokenIn, type Seen } from './browser.js';
import { hashOf } from '../../src/platform/secret.js';
import { openedWith } from '../../src/sign-in/sessions/sealed.js';
import { SESSION_STORE, type SessionStore } from '../../src/sign-in/sessions/session-store.js';

const COOKIE = '__Host-footprint';
/** A page for everybody who is signed in; it says why they sign in again, and a button leads on to the provider. */
const PAGE = '/sign-in/again';
const ONWARDS = `${PAGE}?onwards=yes`;

describe('signing in with the council’s own account', () => {
  let there: CouncilOfEntra;
  let browser: Browser;
  beforeAll(async () => {
    there = await councilOfEntra();
  });
  afterAll(() => there.end());
  beforeEach(() => {
    browser = new Browser(there.council.instances);
    there.entra.forgetBrowser();
  });

  const signIn = (person: string, to = '/'): Promise<Seen> => there.signIn(browser, person, to);
  const isSignedIn = async (): Promise<boolean> => (await browser.get('/sign-in')).location === '/';

  it('asks the provider for a code, with PKCE, state and nonce, and brings nothing of the page along', async () => {
    const { status, location } = await browser.get('/sign-in?to=/disputes/DRP-7K4M-2QXH');
    const asked = new URL(location!);
    expect(status).toBe(303);
    expect(asked.origin).toBe(there.entra.origin);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${SITE}/sign-in/callback`,
      scope: 'openid profile email',
    });
    for (const each of ['state', 'nonce', 'code_challenge']) expect(asked.searchParams.get(each)).toHaveLength(43);
    expect(location).not.toContain('DRP-');
  });

  it('tells somebody whose account is nobody’s yet whom to ask, and puts it on record once', async () => {
    const { status, html } = await signIn('stranger');
    expect(status).toBe(403);
    expect(html).toContain('Nobody has set up your account yet');
    expect(html).toContain('Adam');
    const reference = /ACC-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)![0];
    expect((await signIn('stranger')).html).toContain(reference);
    // A message goes to an address, and the administrator has none yet.
    expect(html).not.toContain('They were told');
    expect(html).toContain('Nobody was told');
    await there.council.done('Adam', '/people/adam/complete', { name: 'Adam', email: 'adam@northshire.example' });
    await there.council.caughtUp();
    expect((await signIn('stranger')).html).toContain('They were told');
    expect(await isSignedIn()).toBe(false);
    await there.council.caughtUp();
    const { body } = await there.council.get<{ items: { account: string; mayBe: object[] }[] }>('Adam', '/accounts');
    const met = body.items.filter(({ account }) => account === reference);
    // Its display name is that of the IRO manager, which counts for nothing.
    expect(met).toEqual([
      expect.objectContaining({ userName: 'stranger@northshire.example', person: null, mayBe: [] }),
    ]);
  });

  it('signs in the person to whom the account is tied, and leads back to the page that was asked for', async () => {
    const seen = await signIn('iris', '/disputes/DRP-7K4M-2QXH');
    expect([seen.status, seen.location]).toEqual([303, '/disputes/DRP-7K4M-2QXH']);
    expect(await isSignedIn()).toBe(true);
    expect((await browser.get('/help')).html).toContain('Iris');
  });

  it('takes no role from the account: posts decide', async () => {
    await signIn('tom');
    const { html } = await browser.get('/help');
    expect(html).toContain('Tom');
    expect(html).toContain('team-manager');
    expect(html).not.toContain('director');
    const other = new Browser(there.council.instances);
    await there.signIn(other, 'crowd');
    expect((await other.get('/help')).html).toContain('Carol');
  });

  it('takes a way back once, and only in the browser that began it', async () => {
    there.entra.person = 'iris';
    const address = (await browser.get('/sign-in')).location!;
    const back = await there.entra.visit(address);
    const other = new Browser(there.council.instances);
    expect((await other.get(back)).status).toBe(403);
    await other.get('/sign-in');
    expect((await other.get(back)).status).toBe(403);
    expect((await browser.get(back)).status).toBe(303);
    const again = new Browser(there.council.instances).take(
      '__Host-footprint-sign-in',
      browser.lastOf('__Host-footprint-sign-in')!,
    );
    expect((await again.get(back)).status).toBe(403);
  });

  it('signs out at both ends', async () => {
    await signIn('iris');
    const _csrf = formTokenIn((await browser.get('/help')).html);
    const { status, location } = await browser.submit('/sign-out', { _csrf });
    const out = new URL(location!);
    expect([status, out.origin]).toEqual([303, there.entra.origin]);
    expect(out.searchParams.get('post_logout_redirect_uri')).toBe(`${SITE}/signed-out`);
    expect(out.searchParams.get('id_token_hint')).not.toBeNull();
    expect(await isSignedIn()).toBe(false);
  });

  it('lets a form lead on to the provider, so that a browser follows when somebody signs out', async () => {
    const { html } = await browser.get('/help');
    expect(html).not.toBe('');
    const answer = await there.council.app.inject({ url: '/help', headers: { accept: 'text/html' } });
    expect(answer.headers['content-security-policy']).toContain(`form-action 'self' ${there.entra.origin};`);
  });

  it('ends with the session at the provider, told behind the browser’s back', async () => {
    await signIn('iris');
    const sid = await there.sidOf(browser);
    const other = new Browser(there.council.instances);
    const good = await there.logoutToken({ sid });
    for (const bad of [
      await there.logoutToken({ sid, aud: 'another' }),
      await there.logoutToken({ sid, iss: 'https://elsewhere.example' }),
      await there.logoutToken({ sid, nonce: 'n' }),
      await there.logoutToken({ sid, events: {} }),
      await there.logoutToken({ sid, iat: 1_600_000_000 }),
      `${good.slice(0, -4)}AAAA`,
      '',
    ])
      expect((await other.submit('/sign-out/back-channel', { logout_token: bad })).status).toBe(400);
    expect(await isSignedIn()).toBe(true);
    expect((await other.submit('/sign-out/back-channel', { logout_token: good })).status).toBe(200);
    expect(await isSignedIn()).toBe(false);
  });

  it('ends with the session at the provider, told in a frame of the provider’s page', async () => {
    await signIn('iris');
    const sid = await there.sidOf(browser);
    const at = `/sign-out/front-channel?sid=${sid}`;
    const iss = encodeURIComponent(there.entra.issuer);
    await browser.get(`${at}&iss=https%3A%2F%2Felsewhere.example`);
    expect(await isSignedIn()).toBe(true);
    const answer = await there.council.app.inject({ url: `${at}&iss=${iss}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toContain(`frame-ancestors ${there.entra.origin}`);
    expect(answer.headers['x-frame-options']).toBeUndefined();
    expect(await isSignedIn()).toBe(false);
  });

  it('ends at the next request when the account is taken from its person, on record with those above told', async () => {
    await signIn('adam');
    expect(await isSignedIn()).toBe(true);
    const account = await there.accountOf('adam@northshire.example');
    await there.council.done('Adam', `/accounts/${account}/untie`, { reason: 'The laptop was lost.' });
    expect(await isSignedIn()).toBe(false);
    await there.council.done('Adam', `/accounts/${account}/tie`, { person: 'gina' });
    await signIn('adam');
    expect((await browser.get('/help')).html).toContain('Gina');
  });

  it('waits for a second person where the account opens a post from which cases are read', async () => {
    const { council } = there;
    const account = await there.met('stranger');
    const refused = await council.post('Mona', `/accounts/${account}/tie`, { person: 'mona' });
    expect(refused.status).toBe(403);
    const proposed = await council.post<{ reference: string }>('Adam', `/accounts/${account}/tie`, {
      person: 'walter',
    });
    expect(proposed.status).toBe(202);
    expect((await signIn('stranger')).html).toContain('Nobody has set up your account yet');
    const agree = `/roles/proposals/${proposed.body.reference}/agree`;
    expect((await council.post('Adam', agree, {})).status).toBe(403);
    await council.done('Mona', agree, {});
    expect((await signIn('stranger')).status).toBe(303);
    expect((await browser.get('/help')).html).toContain('Walter');
  });

  it('asks to sign in anew before what needs it, and believes only what the provider says', async () => {
    await signIn('iris');
    const anew = new URL((await browser.get(ONWARDS)).location!);
    expect(Object.fromEntries(anew.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const back = await browser.get(await there.entra.visit(anew.href));
    expect([back.status, back.location]).toEqual([303, '/']);
    there.entra.forgery = { claims: ({ auth_time: _, ...claims }) => claims };
    try {
      const { location } = await browser.get(ONWARDS);
      const unsaid = await browser.get(await there.entra.visit(location!));
      expect(unsaid.status).toBe(403);
      expect(unsaid.html).toContain('auth_time');
    } finally {
      there.entra.forgery = undefined;
    }
    expect(await isSignedIn()).toBe(true);
  });

  it('says why before it leads to the provider, and comes back to the page that asked for it', async () => {
    await signIn('iris');
    const asked = await browser.get(`${PAGE}?to=${encodeURIComponent('/my-work?tab=drafts')}`);
    expect([asked.status, asked.location]).toEqual([200, undefined]);
    expect(asked.html).toContain('asks that you signed in within the last 10 minutes');
    const [, href = ''] = /<a href="([^"]*onwards[^"]*)"/.exec(asked.html) ?? [];
    const anew = await browser.get(href.replaceAll('&amp;', '&'));
    const back = await browser.get(await there.entra.visit(anew.location!));
    expect([back.status, back.location]).toEqual([303, '/my-work?tab=drafts']);
  });

  it('is asked for again where the provider is away, and starts all the same', async () => {
    const away = await councilOfEntra({ issuer: 'http://127.0.0.1:9/nowhere' });
    try {
      const answer = await new Browser(away.council.instances).get('/sign-in');
      expect(answer.status).toBe(503);
      expect(answer.html).toContain('not available');
    } finally {
      await away.end();
    }
  });

  it('keeps no token in the clear: only the cookie opens what is kept', async () => {
    await signIn('iris');
    const id = browser.cookie(COOKIE)!;
    const kept = await there.council.app.get<SessionStore>(SESSION_STORE).find(hashOf(id));
    expect(JSON.stringify(kept)).not.toContain('eyJ');
    const sealed = kept!.provider!.sealedIdToken!;
    expect(openedWith(id, sealed)).toMatch(/^eyJ/);
    expect(openedWith('x'.repeat(43), sealed)).toBeNull();
    expect(openedWith(id, `${sealed.slice(0, -2)}AA`)).toBeNull();
  });
});
