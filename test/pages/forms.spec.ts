import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';
import { withoutSecrets } from '../support/without-secrets.js';

describe('a form', () => {
  let council: Council;
  let reference: string;
  let commands = 0;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());
  beforeEach(async () => {
    ({ reference } = await council.done('Iris', '/disputes', aConcern(), {
      'idempotency-key': `raised-${++commands}`,
    }));
  });

  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = (person: string, url: string, fields: Record<string, string>) =>
    council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, ...fields }).toString(),
      headers: {
        ...{ cookie: cookieOf(person), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  const answer = { agreement: 'agree', reasons: 'The assessment <came> late.', _step: 'send' };
  const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
  const answersOf = async (): Promise<number> => {
    const { body } = await council.get<{ rounds: { answers: object[] }[] }>('Iris', `/disputes/${reference}`);
    return body.rounds.flatMap(({ answers }) => answers).length;
  };

  it('sent twice takes effect once, and leads to the same page', async () => {
    const form = await ask('Tom', `/disputes/${reference}/answer`);
    const envelope = { _command: hidden(form.body, '_command'), _revision: hidden(form.body, '_revision') };
    for (let time = 1; time <= 2; time++) {
      const sent = await send('Tom', `/disputes/${reference}/answer`, { ...answer, ...envelope });
      expect([sent.statusCode, sent.headers.location]).toEqual([303, `/disputes/${reference}`]);
    }
    expect(await answersOf()).toBe(1);
  });

  it('that is only checked writes nothing', async () => {
    const form = await ask('Tom', `/disputes/${reference}/answer`);
    const before = await council.events();
    const checked = await send('Tom', `/disputes/${reference}/answer`, {
      ...{ ...answer, _step: 'check', _revision: hidden(form.body, '_revision') },
    });
    expect(checked.statusCode).toBe(200);
    expect(checked.body).toContain('The assessment &lt;came&gt; late.');
    expect(checked.body).toContain('Send your answer');
    expect(await council.events()).toBe(before);
  });

  it('keeps what was typed where somebody wrote meanwhile, and says what happened', async () => {
    const form = await ask('Iris', `/disputes/${reference}/add-note`);
    const revision = hidden(form.body, '_revision');
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    const sent = await send('Iris', `/disputes/${reference}/add-note`, {
      ...{ text: 'Half a page of mine', _step: 'send', _revision: revision, _command: hidden(form.body, '_command') },
    });
    expect(sent.statusCode).toBe(412);
    expect(sent.body).toContain('Half a page of mine');
    expect(sent.body).toContain('Tom (the team manager) agreed with the dispute.');
    const again = await send('Iris', `/disputes/${reference}/add-note`, {
      ...{ text: 'Half a page of mine', _step: 'send' },
      ...{ _revision: hidden(sent.body, '_revision'), _command: hidden(sent.body, '_command') },
    });
    expect(again.statusCode).toBe(303);
  });

  it('says beside each field what is wrong with it, in words for people', async () => {
    const sent = await send('Tom', `/disputes/${reference}/ask-for-extension`, {
      'askedFor[day]': '31',
      'askedFor[month]': 'Feb',
      'askedFor[year]': '2023',
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('<title>Error: ');
    expect(sent.body).toContain('New date must be a real date, such as 27 3 2026');
    expect(sent.body).toContain('Enter why more time is needed');
    expect(sent.body).toContain('value="Feb"');
    expect(sent.body).not.toMatch(/GET \/api|square brackets|quotation marks/);
  });

  it('says before it is sent who decides on more time, and whether an answer settles it', async () => {
    const [year, month, day] = '2023-04-19'.split('-') as [string, string, string];
    const more = await send('Tom', `/disputes/${reference}/ask-for-extension`, {
      ...{ 'askedFor[day]': day, 'askedFor[month]': month, 'askedFor[year]': year },
      ...{ reason: 'The panel meets that day.', _step: 'check' },
    });
    expect(more.body).toContain('It is decided by the IRO or an IRO manager.');
    const { body } = await send('Tom', `/disputes/${reference}/answer`, { ...answer, _step: 'check' });
    expect(body).toContain('Whether this settles it is decided by the IRO.');
  });

  it('answers 403 for an act that is not theirs, and 404 if they may not see the dispute', async () => {
    expect((await ask('Iris', `/disputes/${reference}/answer`)).statusCode).toBe(409);
    expect((await ask('Tess', `/disputes/${reference}/answer`)).statusCode).toBe(404);
    expect((await send('Tess', `/disputes/${reference}/answer`, answer)).statusCode).toBe(404);
    expect((await send('Iris', `/disputes/${reference}/answer`, answer)).statusCode).toBe(403);
    expect(await answersOf()).toBe(0);
  });

  it('shows the text of a draft that cannot be sent any more, and what happened since', async () => {
    const address = `/disputes/${reference}/answer`;
    const form = (await ask('Tom', address)).body;
    const held = Object.fromEntries(['_command', '_revision', '_draft'].map((name) => [name, hidden(form, name)]));
    const saved = await send('Tom', address, { ...answer, ...held, _draftRevision: '0', _step: 'save' });
    expect(saved.statusCode).toBe(303);
    await council.done('Tom', address, anAnswer());
    const { statusCode, body } = await ask('Tom', String(saved.headers.location));
    expect(statusCode).toBe(409);
    expect(body).toContain('The assessment &lt;came&gt; late.');
    expect(body).toMatch(/What happened since you began your draft[\s\S]*Tom[\s\S]*Your text, which was not sent/);
    expect(body).toContain('This stage has its answer, and an answer is never changed.');
    expect(await wrongWithHtml(body)).toEqual([]);
    expect((await ask('Tom', address)).body).not.toContain('Your text, which was not sent');
    const drafts = (await ask('Tom', '/my-work?tab=drafts')).body;
    expect(drafts).toMatch(/“The assessment &lt;came&gt; late\.”[\s\S]*cannot be sent now/);
    expect(await wrongWithHtml(drafts)).toEqual([]);
  });

  it('says who it waits for where its act is not theirs', async () => {
    const { body } = await ask('Iris', `/disputes/${reference}/answer`);
    expect(body).toContain('This is not yours to do.');
  });

  it('of two windows offers both ways, and tells the two drafts apart by their first words', async () => {
    const address = `/disputes/${reference}/answer`;
    const form = (await ask('Tom', address)).body;
    const held = Object.fromEntries(['_command', '_revision', '_draft'].map((name) => [name, hidden(form, name)]));
    const first = { ...answer, ...held, _draftRevision: '0', _step: 'save' };
    expect((await send('Tom', address, first)).statusCode).toBe(303);
    const second = { ...first, reasons: 'A second text of another window.' };
    for (const step of ['save', 'save-quietly']) {
      const { statusCode, body } = await send('Tom', address, { ...second, _step: step });
      expect(statusCode).toBe(412);
      expect(body).toMatch(/Open the newer draft[\s\S]*value="save-apart"[^>]*>Keep this text as a draft of its own/);
    }
    expect((await send('Tom', address, { ...second, _step: 'save-apart' })).statusCode).toBe(303);
    const offered = (await ask('Tom', address)).body;
    expect(offered).toContain('“The assessment &lt;came&gt; late.”');
    expect(offered).toContain('“A second text of another window.”');
    expect(await wrongWithHtml(offered)).toEqual([]);
  });

  it('is not taken without the token of the session', async () => {
    const sent = await send('Tom', `/disputes/${reference}/answer`, { ...answer, _csrf: 'another' });
    expect(sent.statusCode).toBe(403);
    expect(await answersOf()).toBe(0);
  });

  it('opened for somebody who is covered says so on every page, and is recorded so', async () => {
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-28' });
    const forIris = `?for=${actingForCode('iris')}`;
    const form = await ask('Ivan', `/disputes/${reference}/add-note${forIris}`);
    expect(form.body).toContain('You are acting for Iris (cover until 28 April 2023).');
    expect(form.body).not.toContain('?for=iris');
    const sent = await send('Ivan', `/disputes/${reference}/add-note${forIris}`, {
      ...{ text: 'She rang', _step: 'send', _command: hidden(form.body, '_command') },
    });
    expect(sent.headers.location).toBe(`/disputes/${reference}${forIris}`);
    const { body } = await council.get<{ notes: { writtenBy: object }[] }>('Iris', `/disputes/${reference}`);
    expect(body.notes.at(-1)).toMatchObject({ writtenBy: { person: { id: 'ivan' }, actingFor: { id: 'iris' } } });
    for (const path of [`/disputes/${reference}${forIris}`, '/disputes/new?for=nobody']) {
      const refused = await ask('Walter', path);
      expect([refused.statusCode, refused.body]).toEqual([403, expect.stringContaining('You may act only for an IRO')]);
    }
    // A page that reads a question of its own from the address is led to from there, too.
    expect((await ask('Ivan', `/protocol${forIris}`)).statusCode).toBe(200);
  });

  it('for those who may not read a record shows nothing of it, and opens it once their reason is on record', async () => {
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Somebody of the team is family.' },
    });
    expect((await ask('Tom', `/disputes/${reference}`)).statusCode).toBe(404);
    const form = await ask('Tom', `/disputes/${reference}/take-emergency-access`);
    expect(form.statusCode).toBe(200);
    expect(withoutSecrets(form.body)).not.toContain('C1');
    const reason = { reason: 'She is missing tonight.', hours: '2', _command: hidden(form.body, '_command') };
    const sent = await send('Tom', `/disputes/${reference}/take-emergency-access`, { ...reason, _step: 'check' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/disputes/${reference}`]);
    expect((await ask('Tom', `/disputes/${reference}`)).statusCode).toBe(200);
  });

  it('is on record as opened by the person who opens it', async () => {
    await ask('Tom', `/disputes/${reference}`);
    const { body } = await council.get<{ items: { by: { person: { id: string } } }[] }>(
      'Mona',
      `/disputes/${reference}/views`,
    );
    expect(JSON.stringify(body)).toContain('"tom"');
  });
});
