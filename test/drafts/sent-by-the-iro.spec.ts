import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { aConcern, Council } from '../journeys/council.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

/** A council in which business support types, and the IRO sends. */
describe('the words of an IRO that business support types in, and does not send', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', {
      businessSupportSends: false,
      adapted: (protocol) => `${protocol}\nrecommendations:\n  clock: 5 working-days\n`,
    });
  });
  afterAll(() => council.end());

  const FOR_IRIS = { 'footprint-acting-for': 'iris' };
  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = (url: string, fields: Record<string, string>) =>
    council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString(),
      headers: { cookie: cookieOf('Beth'), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('is refused over the API, with what to do instead; and so are an acknowledgement, and the recommendations of a review', async () => {
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'tom' }], whatTheyDid: 'A life story.' };
    const review = { child: 'C1', reviewedOn: '2023-04-03', recommendations: [{ what: 'A place at the school.' }] };
    for (const [path, body] of [
      ['/disputes', aConcern()],
      ['/acknowledgements', good],
      ['/recommendations', review],
    ] as const) {
      const refused = await council.post<Problem>('Beth', path, body, FOR_IRIS);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'sent-by-the-iro']);
      expect(refused.body.detail).toContain('Save it as a draft, open the draft and pass it on to the IRO');
    }
    expect((await council.post('Iris', '/disputes', aConcern())).status).toBe(201);
    expect((await council.post('Iris', '/recommendations', review)).status).toBe(201);
  });

  it.each([
    ['/disputes/new', { children: 'C1', kind: 'formal', concern: 'The plan has not moved since May.' }],
    ['/recommendations/new', { child: 'C1', 'recommendations[0][what]': 'The plan has not moved since May.' }],
  ])('is typed on the page at %s, and passed on to the IRO, among whose drafts it is', async (path, typed) => {
    const form = `${path}?for=${actingForCode('iris')}`;
    const { body } = await ask('Beth', form);
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)![1]!;
    const window = Object.fromEntries(['_command', '_draft', '_draftRevision', '_page'].map((n) => [n, hidden(n)]));
    expect((await send(form, { ...window, ...typed, _step: 'save' })).statusCode).toBe(303);
    const given = await send(`/drafts/${window._draft}/pass-on`, { person: 'Iris' });
    expect([given.statusCode, given.headers.location]).toEqual([303, '/my-work?tab=drafts']);
    expect((await ask('Iris', `${path}?draft=${window._draft}`)).body).toContain('The plan has not moved since May.');
    expect((await ask('Iris', '/my-work')).body).toContain('Finish the draft that Beth passed on to you');
    expect((await ask('Beth', '/my-work')).body).toContain('Nothing needs you now.');
  });
});
