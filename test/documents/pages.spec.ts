import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DOCUMENT_STORE, DocumentsAway, type DocumentStore } from '../../src/documents/store/document-store.js';
import { aConcern, Council } from '../journeys/council.js';
import { A_PDF } from '../support/documents.js';
import { FakeClamd, VIRUS } from '../support/fake-clamd.js';
import { formWith } from '../support/form-with-files.js';
import { cookieOf, CSRF, pastCookieOf } from '../support/page-sessions.js';

interface FileSent {
  readonly name: string;
  readonly bytes: Buffer | string;
}

/** As a browser without JavaScript sends them. */
describe('files in a form', () => {
  let council: Council;
  let clamd: FakeClamd;
  let reference: string;
  let form: string;
  let commands = 0;
  beforeAll(async () => {
    clamd = await FakeClamd.listen();
    council = await Council.begin('house', {
      clamd: clamd.address,
      adapted: (file) => `${file}\nrecommendations:\n  answered-by: team-manager\n  clock: 5 working-days\n`,
    });
  });
  afterAll(async () => {
    await council.end();
    await clamd.end();
  });
  beforeEach(async () => {
    ({ reference } = await council.done('Iris', '/disputes', aConcern(), { 'idempotency-key': `raise-${++commands}` }));
    form = `/disputes/${reference}/answer`;
  });

  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = async (
    person: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    files: readonly FileSent[] = [],
    { url = form, cookie = cookieOf(person) } = {},
  ) => {
    const pairs = Object.entries({ _csrf: CSRF, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each as string]),
    );
    const { payload, headers } = formWith(
      pairs,
      (files.length === 0 ? [{ name: '', bytes: '' }] : files).map(({ name, bytes }) => ({
        ...{ box: '_files', name, bytes: Buffer.from(bytes) },
      })),
    );
    return council.app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie, accept: 'text/html' } });
  };
  const hidden = (html: string, name: string): string[] =>
    [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value!);
  const windowIn = (html: string): Record<string, string | string[]> => ({
    ...Object.fromEntries(
      ['_command', '_revision', '_draft', '_draftRevision', '_page'].map((name) => [name, hidden(html, name)[0] ?? '']),
    ),
    documents: hidden(html, 'documents(?:\\[\\])?'),
  });
  const open = async (person: string, url = form) => windowIn((await ask(person, url)).body);
  const answer = { agreement: 'agree', reasons: 'You are right, and it is in the minutes.' };
  const MINUTES = { name: 'minutes of 3 April.pdf', bytes: A_PDF };

  it('are uploaded by a button, stand in the form, are taken out again, and are sent with it', async () => {
    const page = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'upload' }, [
      MINUTES,
      { name: 'note.txt', bytes: 'A note' },
    ]);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('minutes of 3 April.pdf (PDF, ');
    expect(page.body).toContain('note.txt (plain text, 6 bytes)');
    expect(page.body).toContain(answer.reasons);
    const window = windowIn(page.body);
    expect(window.documents).toHaveLength(2);
    const [minutes, note] = window.documents as [string, string];
    const without = await send('Tom', { ...window, ...answer, _step: `remove-file-${note}` });
    expect(windowIn(without.body).documents).toEqual([minutes]);
    expect(await council.app.get<DocumentStore>(DOCUMENT_STORE).find(note)).toBeUndefined();
    const check = await send('Tom', { ...windowIn(without.body), ...answer, _step: 'check' });
    expect(check.body).toContain('minutes of 3 April.pdf (PDF, ');
    const sent = await send('Tom', { ...windowIn(check.body), ...answer, _step: 'send' });
    expect(sent.statusCode).toBe(303);
    const { body } = await ask('Iris', `/disputes/${reference}`);
    const links = [...body.matchAll(/href="(\/disputes\/[^"]+\/document\?id=[\w-]+)"[^>]*>([^<]+)</g)];
    // Beside the answer, and in the history.
    expect(links.map(([, , name]) => name)).toEqual(['minutes of 3 April.pdf', 'minutes of 3 April.pdf']);
    const file = await ask('Iris', links[0]![1]!);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-disposition']).toMatch(/^attachment; /);
    expect(file.body).toBe(A_PDF.toString());
    const views = await council.get<{ items: { what: string }[] }>('Mona', `/disputes/${reference}/views`);
    expect(views.body.items.map(({ what }) => what)).toContain('document');
  });

  it('chosen and sent without the button are uploaded as well', async () => {
    const check = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'check' }, [MINUTES]);
    expect(check.body).toContain('minutes of 3 April.pdf (PDF, ');
    expect(windowIn(check.body).documents).toHaveLength(1);
  });

  it.each([
    ['too large', { name: 'large.pdf', bytes: Buffer.alloc(25 * 1024 * 1024 + 1) }, 413, 'larger than 25 MB'],
    ['empty', { name: 'empty.pdf', bytes: '' }, 422, 'The file is empty'],
    [
      'of no kind that is taken',
      { name: 'page.html', bytes: '<html></html>' },
      422,
      'A file of this kind is not taken',
    ],
    ['infected', { name: 'note.txt', bytes: VIRUS }, 422, 'A virus was found'],
  ])('that are %s are not taken, and nothing typed or uploaded before is lost', async (_, file, status, said) => {
    const before = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'upload' }, [MINUTES]);
    const page = await send('Tom', { ...windowIn(before.body), ...answer, _step: 'check' }, [file]);
    expect(page.statusCode).toBe(status);
    expect(page.body).toContain(said);
    expect(page.body).toContain('href="#documents"');
    expect(page.body).toContain(answer.reasons);
    expect(page.body).toContain('minutes of 3 April.pdf (PDF, ');
    expect(windowIn(page.body).documents).toHaveLength(1);
  });

  it('that are more than is read at all are refused on a page that says what to do', async () => {
    const cookie = cookieOf('Tom');
    const { payload, headers } = formWith(
      [],
      [{ box: '_files', name: 'x.pdf', bytes: Buffer.alloc(61 * 1024 * 1024) }],
    );
    const page = await council.app.inject({
      ...{ method: 'POST', url: form, payload, headers: { ...headers, cookie, accept: 'text/html' } },
    });
    expect(page.statusCode).toBe(413);
    expect(page.body).toContain('A file may have 25 MB');
    expect(page.body).toContain('what you typed is still there');
  });

  it('need the token of the session, like everything that a form sends', async () => {
    const page = await send('Tom', { ...(await open('Tom')), _csrf: 'of-another', ...answer, _step: 'upload' }, [
      MINUTES,
    ]);
    expect(page.statusCode).toBe(403);
  });

  it('stand in the draft, and go with it when it is thrown away', async () => {
    const uploaded = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'upload' }, [MINUTES]);
    const saved = await send('Tom', { ...windowIn(uploaded.body), ...answer, _step: 'save' });
    expect(saved.statusCode).toBe(303);
    const again = await ask('Tom', saved.headers.location as string);
    expect(again.body).toContain('minutes of 3 April.pdf (PDF, ');
    const { documents, _draft } = windowIn(again.body);
    const store = council.app.get<DocumentStore>(DOCUMENT_STORE);
    expect(await store.find(documents![0]!)).toBeDefined();
    const form_ = { url: `/drafts/${_draft as string}/throw-away` };
    const cookie = cookieOf('Tom');
    const thrown = await council.app.inject({
      ...{ method: 'POST', ...form_, payload: `_csrf=${CSRF}` },
      headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(thrown.statusCode).toBe(303);
    expect(await store.find(documents![0]!)).toBeUndefined();
  });

  it('of a second window stay where the first one threw its draft away', async () => {
    const uploaded = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'upload' }, [MINUTES]);
    const window = windowIn(uploaded.body);
    const first = await send('Tom', { ...window, ...answer, _step: 'save' });
    // The older window is warned, and goes on with a draft of its own that holds the same file.
    const older = await send('Tom', { ...window, ...answer, reasons: 'In the other window.', _step: 'save' });
    expect(older.statusCode).toBe(412);
    const apart = await send('Tom', { ...windowIn(older.body), ...answer, _step: 'save' });
    expect(apart.statusCode).toBe(303);
    const id = new URL(first.headers.location as string, 'http://x').searchParams.get('draft')!;
    await council.post('Tom', `/drafts/${id}/throw-away`, {});
    const store = council.app.get<DocumentStore>(DOCUMENT_STORE);
    expect(await store.find(window.documents![0]!)).toBeDefined();
  });

  it('that come after the session has run out are kept with what was typed', async () => {
    const window = await open('Tom');
    const late = await send('Tom', { ...window, ...answer, _step: 'send' }, [MINUTES], { cookie: pastCookieOf('Tom') });
    expect(late.statusCode).toBe(401);
    const drafts = await council.get<{ items: { address: string }[] }>('Tom', '/drafts');
    const again = await ask('Tom', drafts.body.items[0]!.address);
    expect(again.body).toContain('minutes of 3 April.pdf (PDF, ');
    expect(again.body).toContain(answer.reasons);
  });

  it('keep nothing typed from being kept while their folder is away', async () => {
    const uploaded = await send('Tom', { ...(await open('Tom')), ...answer, _step: 'upload' }, [MINUTES]);
    const store = council.app.get<DocumentStore>(DOCUMENT_STORE);
    const away = (): Promise<never> => Promise.reject(new DocumentsAway('The folder is not there.'));
    const spies = (['add', 'find', 'touch', 'hold'] as const).map((name) =>
      jest.spyOn(store, name).mockImplementation(away),
    );
    try {
      const another = await send('Tom', { ...windowIn(uploaded.body), ...answer, _step: 'upload' }, [MINUTES]);
      expect(another.statusCode).toBe(503);
      expect(another.body).toContain('Files cannot be kept or fetched just now');
      expect(another.body).toContain(answer.reasons);
      expect(another.body).toContain('A file that cannot be looked up just now');
      const sent = await send('Tom', { ...windowIn(another.body), ...answer, _step: 'send' });
      expect(sent.statusCode).toBe(503);
      expect(sent.body).toContain(answer.reasons);
      const saved = await send('Tom', { ...windowIn(sent.body), ...answer, _step: 'save' });
      expect(saved.statusCode).toBe(303);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    // Nothing was answered.
    expect((await council.get('Tom', `/disputes/${reference}`)).body).toMatchObject({ waitingFor: { what: 'answer' } });
  });

  it('are part of raising, over all its pages', async () => {
    const url = '/disputes/new';
    const first = { children: 'C1', kind: 'formal', spokeFirst: '' };
    const second = { theme: 'DD-PERM', concern: 'There is no permanence plan.' };
    const one = await send('Iris', { ...(await open('Iris', url)), ...first, _step: 'check' }, [], { url });
    const next = await ask('Iris', one.headers.location as string);
    const two = await send('Iris', { ...windowIn(next.body), ...first, ...second, _step: 'check' }, [MINUTES], { url });
    const page = windowIn((await ask('Iris', two.headers.location as string)).body);
    expect([page._page, page.documents?.length]).toEqual(['2', 1]);
    const sent = await send('Iris', { ...page, ...first, ...second, _step: 'send' }, [], { url });
    expect(sent.statusCode).toBe(303);
    const { body } = await ask('Tom', sent.headers.location as string);
    expect(body).toContain('minutes of 3 April.pdf');
  });

  it.each(['a check', 'recommendations'])('are part of raising from %s', async (from) => {
    const { url, begun } = from === 'a check' ? await fromACheck() : await fromRecommendations();
    const one = await send('Iris', { ...(await open('Iris', url)), ...begun, _step: 'check' }, [], { url });
    const next = await ask('Iris', one.headers.location as string);
    expect(next.body).toContain('enctype="multipart/form-data"');
    const second = { theme: 'DD-PERM', concern: 'There is no permanence plan.' };
    const two = await send('Iris', { ...windowIn(next.body), ...begun, ...second, _step: 'check' }, [MINUTES], { url });
    expect(two.statusCode).toBe(303);
    const page = windowIn((await ask('Iris', two.headers.location as string)).body);
    const sent = await send('Iris', { ...page, ...begun, ...second, _step: 'send' }, [], { url });
    expect(sent.statusCode).toBe(303);
    const { body } = await ask('Tom', sent.headers.location as string);
    expect(body).toContain('minutes of 3 April.pdf');
  });

  const fromACheck = async () => {
    const check = await council.done('Iris', '/reviews', { child: 'C1', kind: 'preparation', heldOn: '2023-04-20' });
    const standard = 'care-plan';
    await council.done('Iris', `/reviews/${check.reference}/check-standard`, { standard, answer: 'not-met' });
    const begun = { standard, children: 'C1', kind: 'formal' };
    return { url: `/reviews/${check.reference}/raise?standard=${standard}`, begun };
  };
  const fromRecommendations = async () => {
    const sent = await council.done('Iris', '/recommendations', {
      child: 'C1',
      reviewedOn: '2023-03-30',
      recommendations: [{ what: 'A plan for contact.' }],
    });
    await council.done('Tom', `/recommendations/${sent.reference}/disagree`, { reason: 'It is in the plan.' });
    const begun = { children: 'C1', kind: 'formal' };
    return { url: `/recommendations/${sent.reference}/raise`, begun };
  };
});
