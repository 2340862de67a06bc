import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Permission, rowFor } from '../../src/access/access-table.js';
import { ASKED_FRESH } from '../../src/access/fresh.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { aConcern, BEGINNING, Council, PEOPLE } from '../journeys/council.js';
import { routesOf } from '../support/routes.js';
import { Browser, formTokenIn } from './browser.js';

const minutesAfter = (minutes: number): string => new Date(Date.parse(BEGINNING) + minutes * 60_000).toISOString();

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** A page that must not be reached by somebody who signed in long ago. */
interface Guarded {
  readonly method: string;
  readonly address: string;
  readonly person: string;
}

describe('a sign-in of the last ten minutes', () => {
  let council: Council;
  let reference: string;
  let browser: Browser;
  beforeAll(async () => {
    council = await Council.begin('house', { withSessions: true });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Somebody of the team is family.' },
    });
  });
  afterAll(() => council.end());
  beforeEach(() => {
    council.at(BEGINNING);
    browser = new Browser(council.instances);
  });

  const guarded = (): Guarded[] => {
    const pages = routesOf(council.app).filter(({ path }) => isPageAddress(path));
    return pages.flatMap(({ method, path, permission }) => {
      if (!Array.isArray(permission)) return [];
      const row = (permission as Permission[]).find((each) => ASKED_FRESH.includes(each));
      if (row === undefined && !path.endsWith('/csv')) return [];
      const person = whoMay(row ?? (permission[0] as Permission));
      return [{ method, address: path.replace(/:[a-z]+/g, reference), person }];
    });
  };

  const whoMay = (row: Permission): string =>
    Object.entries(PEOPLE)
      .find(([, [kind]]) => rowFor(row, kind) !== undefined)![0]
      .toLowerCase();

  it('is asked for at every page of emergencies, of files, of accounts and of posts, whatever is sent to it', async () => {
    const pages = guarded();
    expect(pages.map(({ method, address }) => `${method} ${address}`)).toEqual(
      expect.arrayContaining([
        'GET /disputes/csv',
        'GET /acknowledgements/csv',
        'GET /board/csv',
        `GET /disputes/${reference}/take-emergency-access`,
        `POST /disputes/${reference}/take-emergency-access`,
      ]),
    );
    for (const { method, address, person } of pages) {
      council.at(BEGINNING);
      const late = new Browser(council.instances);
      await late.signIn(person);
      const _csrf = formTokenIn((await late.get('/sign-in/again')).html);
      council.at(minutesAfter(10));
      const answer = method === 'GET' ? await late.get(address) : await late.submit(address, { _csrf });
      // A file is opened again from the page that offers it.
      const back = method === 'GET' ? address.replace(/\/(csv|file)$/, '') : address;
      expect([method, address, answer.status, answer.location]).toEqual([
        ...[method, address],
        ...[303, `/sign-in/again?to=${encodeURIComponent(back)}`],
      ]);
    }
  });

  it('is not asked for within ten minutes, nor of what only keeps what was typed', async () => {
    const form = `/disputes/${reference}/take-emergency-access`;
    await browser.signIn('tom');
    council.at(minutesAfter(9));
    const { status, html } = await browser.get(form);
    expect(status).toBe(200);
    const typed = { _csrf: formTokenIn(html), _draft: hidden(html, '_draft'), reason: 'The court sits', hours: '2' };
    council.at(minutesAfter(11));
    expect((await browser.submit(form, { ...typed, _step: 'save-quietly' })).status).toBe(200);
    expect((await browser.submit(form, { ...typed, _step: 'check' })).status).toBe(303);
  });

  it('keeps what was typed, and leads back to it; nothing is carried out before it is sent again', async () => {
    const form = `/disputes/${reference}/take-emergency-access`;
    await browser.signIn('tom');
    const { html } = await browser.get(form);
    const typed = {
      ...{ _csrf: formTokenIn(html), _command: hidden(html, '_command'), _draft: hidden(html, '_draft') },
      ...{ reason: 'The court sits in an hour', hours: '2', _step: 'send' },
    };
    council.at(minutesAfter(11));
    const before = await council.events();
    const refused = await browser.submit(form, typed);
    const kept = `${form}?draft=${typed._draft}`;
    expect([refused.status, refused.location]).toEqual([303, `/sign-in/again?to=${encodeURIComponent(kept)}`]);
    expect(await council.events()).toBe(before);
    const again = await browser.get(refused.location!);
    expect(again.html).toContain('What you typed is kept');
    const back = await browser.submit('/sign-in', { person: 'tom', to: kept, _csrf: formTokenIn(again.html) });
    expect([back.status, back.location]).toEqual([303, kept]);
    const opened = await browser.get(kept);
    expect(opened.html).toContain('>The court sits in an hour</textarea>');
    const sent = await browser.submit(form, { ...typed, _csrf: formTokenIn(opened.html) });
    expect([sent.status, sent.location]).toEqual([303, `/disputes/${reference}`]);
  });

  it('keeps nothing of a form that another site has sent', async () => {
    const form = `/disputes/${reference}/take-emergency-access`;
    await browser.signIn('tom');
    const { html } = await browser.get(form);
    council.at(minutesAfter(11));
    const foreign = await browser.submit(form, {
      _csrf: 'another',
      _draft: hidden(html, '_draft'),
      reason: 'Not mine',
    });
    expect(foreign.html + (foreign.location ?? '')).not.toContain('draft');
  });

  it('leads from a file back to the page on which its link stood, narrowed as it was', async () => {
    await browser.signIn('mona');
    council.at(minutesAfter(11));
    const narrowed = `/sign-in/again?to=${encodeURIComponent('/board?waitingFor=iro')}`;
    const from = { referer: 'http://here/board?waitingFor=iro', host: 'here' };
    expect((await browser.get('/board/csv', from)).location).toBe(narrowed);
    expect((await browser.get('/board/csv?waitingFor=iro')).location).toBe(narrowed);
    const elsewhere = { referer: 'http://elsewhere/board', host: 'here' };
    expect((await browser.get('/board/csv?waitingFor=iro', elsewhere)).location).toBe(narrowed);
  });

  it('leads from a button back to the page on which it stood, and to no other site', async () => {
    const address = `/disputes/${reference}/take-emergency-access`;
    const tom = new Browser(council.instances);
    await tom.signIn('tom');
    const _csrf = formTokenIn((await tom.get(address)).html);
    council.at(minutesAfter(11));
    const from = (referer: string): Promise<string | undefined> =>
      tom.submit(address, { _csrf }, { referer, host: 'here' }).then(({ location }) => location);
    expect(await from('http://here/my-work?tab=drafts')).toBe(
      `/sign-in/again?to=${encodeURIComponent('/my-work?tab=drafts')}`,
    );
    expect(await from('http://elsewhere/my-work')).toBe(`/sign-in/again?to=${encodeURIComponent(address)}`);
  });
});
