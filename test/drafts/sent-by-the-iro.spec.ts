import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { aConcern, Council } from '../journeys/council.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

/** A council in which business support types, and the IRO sends. */
describe('an IRO’s dispute that business support does not send', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { businessSupportSends: false });
  });
  afterAll(() => council.end());

  const FOR_IRIS = { 'footprint-acting-for': 'iris' };
  const form = `/disputes/new?for=${actingForCode('iris')}`;
  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = (url: string, fields: Record<string, string>) =>
    council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString(),
      headers: { cookie: cookieOf('Beth'), accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('is refused over the API, with what to do instead; and so is an acknowledgement', async () => {
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'tom' }], whatTheyDid: 'A life story.' };
    for (const [path, body] of [
      ['/disputes', aConcern()],
      ['/acknowledgements', good],
    ] as const) {
      const refused = await council.post<Problem>('Beth', path, body, FOR_IRIS);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'sent-by-the-iro']);
      expect(refused.body.detail).toContain('Save it as a draft, open the draft and pass it on to the IRO');
    }
    expect((await council.post('Iris', '/disputes', aConcern())).status).toBe(201);
  });

  it('is typed on the page, and passed on to the IRO, among whose drafts it is', async () => {
    const { body } = await ask('Beth', form);
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)![1]!;
    const window = Object.fromEntries(['_command', '_draft', '_draftRevision', '_page'].map((n) => [n, hidden(n)]));
    const typed = { children: 'C1', kind: 'formal', concern: 'The plan has not moved since May.' };
    expect((await send(form, { ...window, ...typed, _step: 'save' })).statusCode).toBe(303);
    const given = await send(`/drafts/${window._draft}/pass-on`, { person: 'Iris' });
    expect([given.statusCode, given.headers.location]).toEqual([303, '/my-work?tab=drafts']);
    expect((await ask('Iris', `/disputes/new?draft=${window._draft}`)).body).toContain(
      'The plan has not moved since May.',
    );
  });
});
