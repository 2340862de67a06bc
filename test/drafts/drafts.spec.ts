import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { newSecret } from '../../src/platform/secret.js';
import { aConcern, Council } from '../journeys/council.js';
import { cookieOf, CSRF, pastCookieOf } from '../support/page-sessions.js';

interface Listed {
  readonly id: string;
  readonly address: string;
  readonly revision: number;
  readonly noLongerYours: boolean;
  readonly endsSoon: boolean;
  readonly keptUntil: string;
  readonly writer: { readonly id: string };
}

describe('a draft', () => {
  let council: Council;
  let reference: string;
  let form: string;
  let commands = 0;
  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees');
  });
  afterAll(() => council.end());
  beforeEach(async () => {
    ({ reference } = await council.done('Iris', '/disputes', aConcern(), {
      'idempotency-key': `draft-of-${++commands}`,
    }));
    form = `/disputes/${reference}/answer`;
  });

  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = (person: string, url: string, fields: Record<string, string>, cookie = cookieOf(person)) =>
    council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString(),
      headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });
  const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
  /** A window in which a form is open. */
  const open = async (person: string, url = form): Promise<Record<string, string>> => {
    const { body } = await ask(person, url);
    return Object.fromEntries(
      ['_command', '_draft', '_draftRevision', '_page'].map((name) => [name, hidden(body, name)]),
    );
  };
  const listOf = async (person: string): Promise<Listed[]> =>
    (await council.get<{ items: Listed[] }>(person, '/drafts')).body.items;
  const saved = async (person: string, text: string): Promise<Listed> => {
    const window = await open(person);
    const answer = await send(person, form, { ...window, reasons: text, _step: 'save' });
    expect(answer.statusCode).toBe(303);
    return (await listOf(person)).find(({ id }) => id === window._draft)!;
  };

  const formAbout = async (what: 'a child' | 'recommendations' | 'a check'): Promise<[writer: string, url: string]> => {
    if (what === 'a child') {
      const { headers } = await send('Mona', '/children/find', { number: 'C1' });
      return ['Mona', `${headers.location}/name-social-worker`];
    }
    if (what === 'a check') {
      const check = await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' });
      return ['Iris', `/reviews/${check.reference}/check-standard`];
    }
    const { reference: sent } = await council.done('Iris', '/recommendations', {
      ...{ child: 'C1', reviewedOn: '2023-04-03', recommendations: [{ what: 'Begin life story work' }] },
    });
    await council.done('Tom', `/recommendations/${sent}/disagree`, { reason: 'It has begun.' });
    return ['Iris', `/recommendations/${sent}/let-stand`];
  };

  it('is thrown away by cancelling only when its writer says so, and goes on where they come from', async () => {
    const window = await open('Tom');
    const typed = { ...window, reasons: 'Half a page of mine.' };
    await send('Tom', form, { ...typed, _step: 'save-quietly' });
    const held = { ...typed, _draftRevision: '1' };
    const asked = await send('Tom', form, { ...held, _step: 'cancel' });
    expect(asked.body).toContain('What becomes of what you have written?');
    expect(asked.body).toContain('value="Half a page of mine."');
    expect((await send('Tom', form, { ...held, _step: 'change-0' })).body).toContain('Half a page of mine.</textarea>');
    const kept = await send('Tom', form, { ...held, _step: 'keep' });
    expect([kept.statusCode, kept.headers.location]).toEqual([303, `/disputes/${reference}`]);
    expect((await listOf('Tom')).map(({ id }) => id)).toContain(window._draft);
    const thrownAway = await send('Tom', form, { ...held, _step: 'throw-away' });
    expect([thrownAway.statusCode, thrownAway.headers.location]).toEqual([303, `/disputes/${reference}`]);
    expect((await listOf('Tom')).map(({ id }) => id)).not.toContain(window._draft);
  });

  it('with nothing in it goes without a question when its form is cancelled', async () => {
    const window = await open('Tom');
    await send('Tom', form, { ...window, reasons: 'A false start', _step: 'save-quietly' });
    const cancelled = await send('Tom', form, { ...window, _draftRevision: '1', reasons: '', _step: 'cancel' });
    expect([cancelled.statusCode, cancelled.headers.location]).toEqual([303, `/disputes/${reference}`]);
    expect((await listOf('Tom')).map(({ id }) => id)).not.toContain(window._draft);
  });

  it('that does not save itself is not lost by cancelling, and one that did not need to is no reason to ask', async () => {
    const typed = { ...(await open('Tom')), reasons: 'Typed without a script' };
    expect((await send('Tom', form, { ...typed, _step: 'cancel' })).body).toContain('It is not saved yet.');
    expect((await send('Tom', form, { ...typed, _savesItself: 'yes', _step: 'cancel' })).statusCode).toBe(303);
    expect((await send('Tess', form, { ...typed, _step: 'throw-away' })).statusCode).toBe(404);
  });

  it('is saved by the button, and opens its form again with all that was typed', async () => {
    const window = await open('Tom');
    const typed = { agreement: 'partly', reasons: 'Half a page <of> mine.', 'actions[0][what]': 'Call' };
    const answer = await send('Tom', form, { ...window, ...typed, _step: 'save' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${form}?draft=${window._draft}`]);
    const again = await ask('Tom', answer.headers.location!);
    expect(again.body).toContain('Saved at 10:00am. It is among your drafts until 3 May 2023.');
    expect(again.body).toContain('Half a page &lt;of&gt; mine.');
    expect(again.body).toMatch(/value="partly" checked/);
    expect(again.body).toContain('>Call</textarea>');
    expect(hidden(again.body, '_command')).toBe(window._command);
    expect((await ask('Tom', form)).body).toContain('Go on with your draft');
  });

  it('is saved by itself without leaving the page, and the same save twice counts once', async () => {
    const window = await open('Tom');
    for (let time = 1; time <= 2; time++) {
      const answer = await send('Tom', form, { ...window, reasons: 'Typing', _step: 'save-quietly' });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<p data-revision="1">Saved at 10:00am</p>');
    }
  });

  it('of which another window has saved a newer one warns the older, and both texts are kept in the end', async () => {
    const draft = await saved('Tom', 'First');
    const [newer, older] = [await open('Tom', draft.address), await open('Tom', draft.address)];
    expect((await send('Tom', form, { ...newer, reasons: 'Newer', _step: 'save' })).statusCode).toBe(303);
    const quietly = await send('Tom', form, { ...older, reasons: 'Older', _step: 'save-quietly' });
    expect(quietly.statusCode).toBe(412);
    expect(quietly.body).toContain('saved in another window');
    const warned = await send('Tom', form, { ...older, reasons: 'Older', _step: 'save' });
    expect(warned.statusCode).toBe(412);
    expect(warned.body).toContain('saved in another window');
    expect(warned.body).toContain('>Older</textarea>');
    expect(warned.body).toContain(`${form}?draft=${draft.id}`);
    expect((await ask('Tom', draft.address)).body).toContain('>Newer</textarea>');
    const apart = { _draft: hidden(warned.body, '_draft'), _draftRevision: hidden(warned.body, '_draftRevision') };
    expect((await send('Tom', form, { ...older, ...apart, reasons: 'Older', _step: 'save' })).statusCode).toBe(303);
    expect((await ask('Tom', `${form}?draft=${apart._draft}`)).body).toContain('>Older</textarea>');
  });

  it('is a draft no more once it is sent, and its window saves nothing after that', async () => {
    const draft = await saved('Tom', 'Agreed: it came late.');
    const window = await open('Tom', draft.address);
    const typed = { ...window, agreement: 'agree', reasons: 'Agreed: it came late.' };
    expect((await send('Tom', form, { ...typed, _step: 'send' })).statusCode).toBe(303);
    expect((await listOf('Tom')).filter(({ id }) => id === draft.id)).toEqual([]);
    expect((await ask('Tom', `/drafts/${draft.id}`)).statusCode).toBe(404);
  });

  it('sent after its session ran out is kept for that person alone, and offered after they sign in', async () => {
    const window = await open('Tom');
    const typed = { ...window, agreement: 'agree', reasons: 'Typed while the session ran out', _step: 'send' };
    const events = await council.events();
    const refused = await send('Tom', form, typed, pastCookieOf('tom'));
    expect(refused.statusCode).toBe(401);
    expect(refused.body).toContain('What you typed is kept for you');
    expect(refused.body).toContain(`/sign-in?to=${encodeURIComponent(`${form}?draft=${window._draft}`)}`);
    expect(await council.events()).toBe(events);
    expect((await ask('Tom', `${form}?draft=${window._draft}`)).body).toContain('Typed while the session ran out');
    expect((await listOf('Sven')).map(({ id }) => id)).not.toContain(window._draft);
  });

  it('is not kept for somebody whose session it was where the form does not carry its token', async () => {
    const window = await open('Tom');
    const typed = { ...window, reasons: 'From another site', _csrf: 'another', _step: 'send' };
    expect((await send('Tom', form, typed, pastCookieOf('tom'))).statusCode).toBe(401);
    expect((await listOf('Tom')).map(({ id }) => id)).not.toContain(window._draft);
    const nobody = await send('Tom', form, { ...typed, _csrf: CSRF }, '');
    expect(nobody.statusCode).toBe(401);
    expect(nobody.body).not.toContain('is kept for you among');
  });

  it('is no longer theirs when their access ends: it is said, and nothing of it is shown', async () => {
    const draft = await saved('Tom', 'Words that nobody reads any more');
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Somebody of the team is family.' },
    });
    expect((await listOf('Tom')).find(({ id }) => id === draft.id)).toMatchObject({ noLongerYours: true });
    const page = await ask('Tom', `/drafts/${draft.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('This is no longer yours');
    const api = await council.get('Tom', `/drafts/${draft.id}`);
    for (const { text } of [{ text: page.body }, api]) expect(text).not.toContain('Words that nobody');
    expect((await ask('Tom', '/my-work?tab=drafts')).body).toContain('no longer yours');
    expect((await ask('Tom', draft.address)).statusCode).toBe(404);
  });

  it.each(['a child', 'recommendations', 'a check'] as const)(
    'about %s is shown to those alone who may see that',
    async (what) => {
      const [writer, url] = await formAbout(what);
      const window = await open(writer, url);
      expect((await send(writer, url, { ...window, reason: 'Not sent yet', _step: 'save' })).statusCode).toBe(303);
      const draft = `/drafts/${window._draft}`;
      expect((await send(writer, `${draft}/show`, { reader: 'Tess' })).statusCode).toBe(409);
      expect((await send(writer, `${draft}/show`, { reader: 'Quentin' })).statusCode).toBe(303);
      expect((await ask('Quentin', draft)).statusCode).toBe(200);
      expect((await ask('Tess', draft)).statusCode).toBe(404);
    },
  );

  it('is shown to a named reader who may see what it is about, who reads it and cannot write in it', async () => {
    const draft = await saved('Tom', 'For Sven to read first');
    expect((await ask('Sven', `/drafts/${draft.id}`)).statusCode).toBe(404);
    const refused = await send('Tom', `/drafts/${draft.id}/show`, { reader: 'Tess' });
    expect(refused.statusCode).toBe(409);
    expect((await send('Tom', `/drafts/${draft.id}/show`, { reader: 'Sven' })).statusCode).toBe(303);
    const page = await ask('Sven', `/drafts/${draft.id}`);
    expect(page.body).toContain('For Sven to read first');
    expect(page.body).not.toContain('Go on with it');
    const { text: opened } = await council.get('Mona', `/disputes/${reference}/views`);
    expect(opened).toContain('"sven"');
    expect((await ask('Sven', draft.address)).body).not.toContain('For Sven to read first');
    const window = { _draft: draft.id, _draftRevision: '2', reasons: 'Written over', _step: 'save' };
    expect((await send('Sven', form, window)).statusCode).toBe(403);
    expect((await send('Tom', `/drafts/${draft.id}/hide`, { reader: 'sven' })).statusCode).toBe(303);
    expect((await ask('Sven', `/drafts/${draft.id}`)).statusCode).toBe(404);
  });

  /** The answers to keeping a draft by the API and to showing it to somebody. */
  const shown = async (writer: string, address: string, fields: Record<string, string>, reader: string) => {
    const id = newSecret();
    const typed = Object.entries(fields).map(([name, value]) => ({ name, value }));
    const kept = await council.post(writer, `/drafts/${id}`, { address, fields: typed });
    const { status } = await council.post(writer, `/drafts/${id}/show`, { reader });
    return { id, kept: kept.status, status, read: (await council.get(reader, `/drafts/${id}`)).status };
  };

  it.each([
    ['privileged advice', 'Iris', 'record-legal-advice', { advice: 'Counsel says no.' }, 'tom'],
    ['a letter to Cafcass', 'Iris', 'refer-to-cafcass', { grounds: 'The plan was not followed.' }, 'tom'],
    ['what business support reads in outline', 'Tom', 'answer', { reasons: 'We agree.' }, 'beth'],
    ['what the analyst counts', 'Tom', 'answer', { reasons: 'We agree.' }, 'percy'],
  ])('is not shown to somebody who does not read that: %s', async (_, writer, act, fields, reader) => {
    const { kept, status, read } = await shown(writer, `/disputes/${reference}/${act}`, fields, reader);
    expect([kept, status]).toEqual([200, 409]);
    expect(read).toBe(404);
  });

  it('of privileged advice is shown to the IRO manager, who reads it', async () => {
    const address = `/disputes/${reference}/record-legal-advice`;
    expect(await shown('Iris', address, { advice: 'Counsel says no.' }, 'mona')).toMatchObject({
      status: 200,
      read: 200,
    });
  });

  it('that begins something about a child is shown, and passed on, to those alone who know of the child', async () => {
    const fields = { children: 'C1, C2', concern: 'The plan has not moved since May.' };
    const { id, status } = await shown('Iris', '/disputes/new', fields, 'ivan');
    expect(status).toBe(409);
    expect((await council.post('Iris', `/drafts/${id}/pass-on`, { person: 'ivan' })).status).toBe(409);
    expect(await shown('Iris', '/disputes/new', fields, 'mona')).toMatchObject({ status: 200, read: 200 });
    for (const children of ['C3', 'no-such-child'])
      expect(await shown('Iris', '/disputes/new', { ...fields, children }, 'mona')).toMatchObject({ status: 409 });
  });

  it('is passed on to those alone who can send it as things stand', async () => {
    const { id } = await saved('Tom', 'Half a page of mine.');
    const passOn = async (person: string): Promise<number> =>
      (await council.post('Tom', `/drafts/${id}/pass-on`, { person })).status;
    // A service manager of the team sees the dispute, and answers from its second stage.
    expect(await passOn('sven')).toBe(409);
    await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'The plan has not moved since May.' });
    expect(await passOn('dora')).toBe(200);
    expect((await ask('Dora', `${form}?draft=${id}`)).body).toContain('Half a page of mine.');
  });

  it('about a check, recommendations or a child is theirs as long as they may see that', async () => {
    await council.done('Beth', '/children', { childId: 'C8', initials: 'HH', population: 'looked-after' });
    const allocate = (iro: string, from: string) => council.done('Mona', '/children/C8/allocate', { iro, from });
    await allocate('iris', '2023-01-09');
    const check = await council.done('Iris', '/reviews', { kind: 'preparation', child: 'C8', heldOn: '2023-04-03' });
    const address = `/reviews/${check.reference}/check-standard`;
    const window = await open('Iris', address);
    expect((await send('Iris', address, { ...window, note: 'Nobody has visited', _step: 'save' })).statusCode).toBe(
      303,
    );
    const id = window._draft!;
    expect((await send('Iris', `/drafts/${id}/show`, { reader: 'Ivan' })).statusCode).toBe(409);
    expect((await send('Iris', `/drafts/${id}/show`, { reader: 'Quentin' })).statusCode).toBe(303);
    await allocate('ivan', '2023-04-03');
    const page = await ask('Iris', `/drafts/${id}`);
    expect(page.body).toContain('This is no longer yours');
    expect(page.body).not.toContain('Nobody has visited');
    expect((await ask('Quentin', `/drafts/${id}`)).body).toContain('Nobody has visited');
  });

  it('that business support types for an IRO is passed on to them, who sends it as their own', async () => {
    const address = `/disputes/new?for=${actingForCode('iris')}`;
    const window = await open('Beth', address);
    const typed = { children: 'C1', kind: 'formal', concern: 'The plan has not moved since May.' };
    const answer = await send('Beth', address, { ...window, ...typed, _step: 'save' });
    expect(answer.headers.location).toBe(`${address}&draft=${window._draft}`);
    expect((await ask('Beth', `/drafts/${window._draft}`)).body).toMatch(/name="person"[^>]*value="Iris"/);
    const given = await send('Beth', `/drafts/${window._draft}/pass-on`, { person: 'Iris' });
    expect([given.statusCode, given.headers.location]).toEqual([303, '/my-work?tab=drafts']);
    expect((await ask('Beth', `/drafts/${window._draft}`)).statusCode).toBe(404);
    const [hers] = (await listOf('Iris')).filter(({ id }) => id === window._draft);
    expect(hers).toMatchObject({ address: `/disputes/new?draft=${window._draft}`, writer: { id: 'iris' } });
    expect((await ask('Iris', hers!.address)).body).toContain('The plan has not moved since May.');
    const tab = (await ask('Iris', '/my-work?tab=drafts')).body;
    expect(tab).toContain('Raise a dispute');
    expect(tab).toMatch(/<span class="app-work__about">C1 · /);
  });

  it('can be kept, read and thrown away by a program of its writer’s, by the API', async () => {
    const id = newSecret();
    const body = { address: form, fields: [{ name: 'reasons', value: 'By the API' }] };
    const first = await council.done('Tom', `/drafts/${id}`, body);
    expect(first).toMatchObject({ reference: id, revision: 1 });
    const stale = await council.post('Tom', `/drafts/${id}`, {
      ...body,
      fields: [{ name: 'reasons', value: 'Again' }],
    });
    expect(stale.status).toBe(412);
    const read = await council.get<{ fields: object[] }>('Tom', `/drafts/${id}`);
    expect(read.body.fields).toEqual([{ name: 'reasons', value: 'By the API' }]);
    expect((await ask('Tom', `${form}?draft=${id}`)).body).toContain('>By the API</textarea>');
    expect((await council.post('Tess', `/drafts/${newSecret()}`, body)).status).toBe(404);
    await council.done('Tom', `/drafts/${id}/throw-away`, {});
    expect((await council.get('Tom', `/drafts/${id}`)).status).toBe(404);
  });

  it('is kept for 30 days, with a warning before, and then gone', async () => {
    const draft = await saved('Tom', 'Left for too long');
    council.at('2023-04-27T09:00:00.000Z');
    const tab = (await ask('Tom', '/my-work?tab=drafts')).body;
    expect(tab).toContain('deleted after this day');
    expect((await ask('Tom', `/drafts/${draft.id}`)).body).toContain('It is deleted after Wednesday 3 May 2023');
    council.at('2023-05-04T09:00:00.000Z');
    expect((await ask('Tom', '/my-work?tab=drafts')).body).not.toContain(draft.id);
    expect((await ask('Tom', draft.address)).body).toContain('The draft that you asked for is not here any more');
  });
});
