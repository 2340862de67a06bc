import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allViews, draw, drawEveryViewOnce } from '../../src/web/frame/views.js';
import { Council } from '../journeys/council.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

const AS_A_BROWSER = { accept: 'text/html,application/xhtml+xml' };

describe('the frame of the pages', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const ask = (url: string, headers: Record<string, string> = {}) =>
    council.app.inject({ method: 'GET', url, headers: { ...AS_A_BROWSER, ...headers } });
  const send = (url: string, payload: string, headers: Record<string, string> = {}) =>
    council.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...AS_A_BROWSER, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('says whose it is, in a title, a header and a heading', async () => {
    const { body, statusCode } = await ask('/help');
    expect(statusCode).toBe(200);
    expect(body).toContain('<title>Help – Resolve disputes</title>');
    expect(body).toContain('Northshire Council');
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body).not.toMatch(/crown|GOV\.UK</);
  });

  it('lets a browser load nothing but our own, and no script without this page’s nonce', async () => {
    const [first, second] = [await ask('/help'), await ask('/help')];
    const nonceOf = ({ headers }: typeof first): string =>
      /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))![1]!;
    expect(first.headers['content-security-policy']).not.toContain('unsafe');
    expect(first.body).toContain(`nonce="${nonceOf(first)}"`);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  });

  it('serves what browsers load under an address that changes with it, for ever', async () => {
    const address = /\/assets\/[\w-]+\/app\.css/.exec((await ask('/help')).body)![0];
    const styles = await council.app.inject({ url: address, headers: { 'accept-encoding': 'br' } });
    expect(styles.statusCode).toBe(200);
    expect(styles.headers).toMatchObject({ 'content-encoding': 'br' });
    expect(styles.headers['cache-control']).toContain('immutable');
  });

  it('asks a person who is not signed in to sign in, and leads back to what they asked for', async () => {
    const answer = await ask('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('href="/sign-in"');
  });

  it('says in a page what went wrong to a browser, and in JSON to a program', async () => {
    const page = await ask('/nothing-here', { cookie: cookieOf('Iris') });
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Page not found');
    expect(page.body).toContain(String(page.headers['correlation-id']).slice(0, 8));
    const problem = await council.app.inject({ url: '/nothing-here' });
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect((await ask('/api/v1/nothing')).headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['Mona', '/board/week?of=2023-13', '“of” must be a day of the week, as 2023-10-02', '/board/week'],
    ['Mona', '/disputes?sort=colour', '“sort” must be', '/disputes'],
    ['Mona', '/disputes?cursor=nonsense', '“cursor” is not one that a list gave: begin again without it', '/disputes'],
    ['Mona', '/themes?lines=colour', '“lines” must be', '/themes'],
    ['Mona', '/imports/export?year=yesterday', '“year” must be', '/imports/export'],
  ])('names to %s what it cannot read in %s, and leads to the page without it', async (person, url, said, instead) => {
    const { statusCode, body } = await ask(url, { cookie: cookieOf(person) });
    expect(statusCode).toBe(400);
    expect(body).toContain('This address cannot be read');
    expect(body).toContain(`In the address, ${said}`);
    expect(body).toContain(`<a class="govuk-link" href="${instead}">Open the page without it</a>`);
  });

  it('takes no form of another site, and none without the token of the session', async () => {
    const foreign = await send('/help', `_csrf=${CSRF}`, { cookie: cookieOf('Iris'), 'sec-fetch-site': 'cross-site' });
    expect(foreign.statusCode).toBe(403);
    expect(foreign.body).toContain('another site');
  });

  it('opens no page with a token, and nothing of the API with the cookie of a browser', async () => {
    const answer = await council.app.inject({ url: '/api/v1/work', headers: { cookie: cookieOf('Iris') } });
    expect(answer.statusCode).toBe(401);
  });

  it('draws every view, and escapes what it is given', () => {
    expect(allViews().length).toBeGreaterThan(5);
    drawEveryViewOnce();
    const html = draw('web/frame/problem', { title: `<script>"'&`, sentences: ['<b>'] });
    expect(html).not.toContain('<script>"');
    expect(html).not.toContain('<b>');
  });
});
