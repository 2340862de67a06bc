import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';
import { withoutSecrets } from '../support/without-secrets.js';

/** The house protocol has no clock for recommendations. */
const RECOMMENDATIONS = '\nrecommendations:\n  clock: 5 working-days\n';

/** The pages beside disputes, each used by those whose it is. */
describe('the rooms beside disputes', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { adapted: (protocol) => protocol + RECOMMENDATIONS });
  });
  afterAll(() => council.end());

  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  let commands = 0;
  const send = async (person: string, url: string, fields: Record<string, string>) => {
    const answer = await council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, _command: `rooms-${++commands}`, ...fields }).toString(),
      headers: {
        ...{ cookie: cookieOf(person), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    await council.caughtUp();
    return answer;
  };
  /** Opens the form, checks what is typed where there is something to check, and sends it. @returns where it leads */
  const does = async (person: string, url: string, fields: Record<string, string>): Promise<string> => {
    const form = await ask(person, url);
    expect([url, form.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(form.body)).toEqual([]);
    const sent = await send(person, url, { ...fields, _step: 'send' });
    if (sent.statusCode !== 303) throw new Error(`${url}: ${sent.statusCode} ${textOf(sent.body)}`);
    return String(sent.headers.location);
  };
  const shown = async (person: string, url: string): Promise<string> => {
    const page = await ask(person, url);
    expect([url, page.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(page.body)).toEqual([]);
    return textOf(page.body);
  };
  const textOf = (html: string): string =>
    html
      .slice(html.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  const day = (name: string, date: string): Record<string, string> => {
    const [year, month, on] = date.split('-') as [string, string, string];
    return { [`${name}[day]`]: on, [`${name}[month]`]: month, [`${name}[year]`]: year };
  };
  const pathOfChild = async (person: string, number: string): Promise<string> =>
    String((await send(person, '/children/find', { number })).headers.location);

  describe('the record of a child', () => {
    it('is begun, allocated and given a status by those who keep the directory', async () => {
      const path = await does('Beth', '/children/new', { childId: 'C9', initials: 'ZY', population: 'looked-after' });
      expect(path).toMatch(/^\/children\/[\w-]{16}$/);
      await does('Beth', `${path}/allocate`, { team: 'north', iro: 'iris' });
      await does('Beth', `${path}/name-social-worker`, { socialWorker: 'Walter' });
      await does('Beth', `${path}/complete`, { initials: 'ZY', population: 'care-leaver' });
      const page = await shown('Iris', path);
      expect(page).toMatch(/care leaver Locality North IRO Iris social worker Walter/);
      expect(page).not.toContain('Change status or details');
      expect(await shown('Beth', path)).toContain('Change status or details');
    });

    it('is given to another IRO from a day ahead: said before it is sent, and shown until that day', async () => {
      const path = await pathOfChild('Beth', 'C9');
      const form = await ask('Beth', `${path}/allocate`);
      expect(form.body).toMatch(/name="from\[day\]" type="text" value="3"/);
      const nobody = await send('Beth', `${path}/allocate`, { ...day('from', '2023-04-12'), _step: 'check' });
      expect(nobody.statusCode).toBe(422);
      expect(textOf(nobody.body)).toContain('There is a problem Select a team, an IRO, or both');
      const noDay = await send('Beth', `${path}/allocate`, { iro: 'ivan', _step: 'check' });
      expect(textOf(noDay.body)).toContain('From Monday 3 April 2023 the IRO is Ivan (before: Iris).');
      const next = { iro: 'ivan', ...day('from', '2023-04-12') };
      const check = await send('Beth', `${path}/allocate`, { ...next, _step: 'check' });
      expect(textOf(check.body)).toContain('From Wednesday 12 April 2023 the IRO is Ivan (before: Iris).');
      await does('Beth', `${path}/allocate`, next);
      const page = await shown('Iris', path);
      expect(page).toContain('IRO Iris');
      expect(page).toContain('From Wednesday 12 April 2023 the IRO is Ivan (before: Iris).');
      const again = await send('Beth', `${path}/allocate`, { ...next, _step: 'check' });
      expect(textOf(again.body)).toContain('There is a problem This would change nothing');
    });

    it('says that they left care, and that they came back, each only where it fits', async () => {
      const path = await pathOfChild('Beth', 'C9');
      expect((await ask('Beth', `${path}/come-back-into-care`)).statusCode).toBe(409);
      await does('Beth', `${path}/leave-care`, { ...day('on', '2023-03-20'), because: 'returned-home' });
      expect(await shown('Beth', path)).toContain('left care 20 March 2023: went home');
      await does('Beth', `${path}/come-back-into-care`, day('on', '2023-04-01'));
      expect(await shown('Beth', path)).not.toContain('left care 20 March');
    });

    it('is closed by a death, and opened again where that was a mistake', async () => {
      const path = await pathOfChild('Beth', 'C9');
      expect(await does('Beth', `${path}/record-death`, day('on', '2023-04-02'))).toBe('/children');
      expect((await ask('Beth', path)).statusCode).toBe(404);
      expect(await shown('Mona', path)).toContain('died 2 April 2023');
      await does('Mona', `${path}/take-back-death`, { reason: 'It was another child.' });
      expect(await shown('Beth', path)).not.toContain('died 2 April');
    });

    it('answers 403 or 409 to a change by a person who only reads it, and 404 to others', async () => {
      const path = await pathOfChild('Beth', 'C9');
      expect((await ask('Iris', `${path}/allocate`)).statusCode).toBe(409);
      expect((await ask('Tess', path)).statusCode).toBe(404);
      expect((await ask('Beth', '/children/C9')).statusCode).toBe(404);
      expect((await send('Iris', `${path}/allocate`, { iro: 'ivan', _step: 'send' })).statusCode).toBe(403);
      expect((await send('Tess', `${path}/allocate`, { iro: 'ivan', _step: 'send' })).statusCode).toBe(404);
    });
  });

  it('covers are arranged, seen and ended early by those who answer for the IRO service', async () => {
    const cover = { iro: 'carol', by: 'ivan', ...day('from', '2023-04-03'), ...day('to', '2023-04-28') };
    expect(await does('Mona', '/covers/new', cover)).toBe('/covers');
    expect(await shown('Mona', '/covers')).toMatch(/Carol Ivan 3 Apr 2023 28 Apr 2023 runs now/);
    await does('Mona', '/covers/end', { iro: 'carol', ...day('on', '2023-04-14') });
    expect(await shown('Mona', '/covers')).toContain('14 Apr 2023');
    expect(await shown('Iris', '/covers')).toMatch(/Mona.* arranges it: ask before you go\./);
    expect(await shown('Mona', '/covers')).not.toContain('ask before you go');
    expect((await ask('Iris', '/covers/new')).statusCode).toBe(403);
  });

  it('a leave handover stands on one page, for the person who goes and for the one who stands in', async () => {
    await council.done('Mona', '/covers', { iro: 'carol', by: 'ivan', from: '2023-05-02', to: '2023-05-05' });
    const { reference } = await council.done('Carol', '/disputes', aConcern({ children: ['C4'] }));
    for (const [person, query] of [
      ['Carol', ''],
      ['Ivan', `?for=${actingForCode('carol')}`],
    ] as const) {
      const page = await shown(person, `/my-work/handover${query}`);
      expect(page).toContain('Ivan stands in from 2 May 2023 to 5 May 2023');
      expect(page).toContain(reference);
      expect(page).toContain('C4');
    }
  });

  it('a leave handover says whom to ask where nobody stands in', async () => {
    const page = await shown('Iris', '/my-work/handover');
    expect(page).toMatch(/Nobody is arranged to stand in\. Ask .*Mona.* to arrange it: say from which day to which\./);
  });

  it('a caseload that is handed over is checked first, and what is wrong with it is said of its part and number', async () => {
    const empty = await send('Mona', '/caseload/hand-over', { 'shares[0][toIro]': '', _step: 'check' });
    expect(textOf(empty.body)).toContain(
      'There is a problem Enter whose caseload is handed over Say who takes it Enter why it is handed over',
    );
    const two = {
      ...{ fromIro: 'Carol', reason: 'Carol is on leave.', 'shares[0][toIro]': 'ivan' },
      ...{ 'shares[1][toIro]': 'iris', 'shares[1][children]': 'C4, C99' },
    };
    const wrong = await send('Mona', '/caseload/hand-over', { ...two, _step: 'check' });
    expect(textOf(wrong.body)).toContain(
      'There is a problem Part 2: “C99” is neither the record number nor the initials of a child',
    );
    const right = { ...two, 'shares[1][children]': 'C4' };
    const check = await send('Mona', '/caseload/hand-over', { ...right, _step: 'check' });
    expect(check.statusCode).toBe(200);
    expect(textOf(check.body)).toMatch(/Iris takes 1 child and 1 dispute\. .* Hand it over/);
    expect(await shown('Carol', '/my-work/handover')).toContain('C4');
  });

  it('a caseload is handed over on one page, which says what changed hands', async () => {
    const share = { 'shares[0][toIro]': 'ivan', fromIro: 'Carol', reason: 'Carol is on leave for a year.' };
    expect(await does('Mona', '/caseload/hand-over', share)).toBe('/covers');
    expect(await shown('Mona', '/covers')).toContain('2 children and records changed hands.');
    const back = { 'shares[0][toIro]': 'carol', 'shares[0][children]': 'C4', fromIro: 'Ivan' };
    await does('Mona', '/caseload/hand-over', { ...share, ...back });
  });

  it('recommendations are sent, disagreed with and decided on, from My work', async () => {
    const path = await does('Iris', '/recommendations/new', {
      ...{ child: 'C1', ...day('reviewedOn', '2023-03-30') },
      'recommendations[0][what]': 'Book the dentist',
    });
    const reference = path.split('/').at(-1)!;
    expect(await shown('Iris', '/recommendations')).toContain(reference);
    const work = (await ask('Tom', '/my-work')).body;
    expect(work).toContain(`href="${path}"`);
    expect(await shown('Tom', path)).toMatch(/Agree\b.*Disagree/);
    await does('Tom', `${path}/disagree`, { reason: 'She has been.' });
    expect((await ask('Iris', '/my-work')).body).toContain(`href="${path}"`);
    expect((await ask('Tom', `${path}/agree`)).statusCode).toBe(409);
    await does('Iris', `${path}/let-stand`, { reason: 'Tom is right.' });
    expect(await shown('Iris', path)).toContain('Nothing was raised: Tom is right.');
    const raised = await does('Iris', `${path}/raise`, {
      ...{ children: 'C1', kind: 'formal', theme: 'HEALTH', concern: 'She has not been.', _page: '2' },
    });
    expect(await shown('Iris', path)).toContain(raised.split('/').at(-1));
  });

  it('a standard that is not met is raised, or it is written down why not', async () => {
    const all = await does('Iris', '/reviews/new', { kind: 'midway', child: 'C1', ...day('heldOn', '2023-04-03') });
    const path = all.replace('/check-standards', '');
    expect((await ask('Iris', '/my-work')).body).toContain(`href="${path}"`);
    const answer = (standard: string, is: string) =>
      does('Iris', `${path}/check-standard?standard=${standard}`, { standard, answer: is });
    const page = (await ask('Iris', path)).body;
    const [first, second] = [...page.matchAll(/check-standard\?standard=([\w-]+)/g)].map(([, code]) => code!);
    expect(await answer(first!, 'not-met')).toBe(path);
    await answer(second!, 'not-met');
    await does('Iris', `${path}/decide-not-to-raise`, { standard: first!, reason: 'It was put right today.' });
    await does('Iris', `${path}/raise?standard=${second}`, {
      ...{
        standard: second!,
        children: 'C1',
        kind: 'formal',
        theme: 'HEALTH',
        concern: 'None for a year.',
        _page: '2',
      },
    });
    const seen = await shown('Iris', path);
    expect(seen).toContain('Nothing was raised: It was put right today.');
    expect(seen).toMatch(/Raised: DRP-/);
    expect(await shown('Mona', `${path}/views`)).toContain('Iris, IRO');
    expect(await shown('Iris', '/reviews')).toMatch(/1\d to answer/);
  });

  it('all standards of a check are answered on one page, some of them later', async () => {
    const all = await does('Iris', '/reviews/new', { kind: 'midway', child: 'C1', ...day('heldOn', '2023-04-03') });
    const form = (await ask('Iris', all)).body;
    const codes = [...form.matchAll(/name="answers\[\d+\]\[standard\]" value="([\w-]+)"/g)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(10);
    const said = (answers: readonly (readonly [answer: string, note?: string])[]): Record<string, string> =>
      Object.fromEntries(
        codes.flatMap((code, index) => [
          [`answers[${index}][standard]`, code],
          [`answers[${index}][answer]`, answers[index]?.[0] ?? ''],
          [`answers[${index}][note]`, answers[index]?.[1] ?? ''],
        ]),
      );
    const nothing = await send('Iris', all, { ...said([]), _step: 'send' });
    expect(nothing.statusCode).toBe(422);
    const unsaid = await send('Iris', all, { ...said([['met'], ['', 'None was made.']]), _step: 'send' });
    expect(textOf(unsaid.body)).toContain('Standard 2: Select whether it is met');
    const path = await does('Iris', all, said([['met'], ['not-met', 'None was made.'], ['does-not-apply']]));
    expect(path).toBe(all.replace('/check-standards', ''));
    const page = await shown('Iris', path);
    expect(page).toMatch(/Met.*Not met None was made\..*None identified, or it does not apply.*Not yet answered/);
    expect(page).toContain(`${codes.length - 3} to answer; 1 not met, to follow up`);
    // Nothing of it has a date, so nothing is late.
    expect((await ask('Iris', path)).body).not.toContain('app-late');
    const again = (await ask('Iris', all)).body;
    expect(again).toContain('None was made.</textarea>');
    expect(
      textOf((await send('Iris', all, { ...said([['met'], ['not-met', 'None was made.']]), _step: 'send' })).body),
    ).toContain('This would change nothing');
  });

  it('a conversation only is recorded, with no dispute', async () => {
    const path = await does('Iris', '/conversations/new', {
      ...{ children: 'C1', spokeTo: 'Tom', result: 'He books it today.' },
      ...day('spokeOn', '2023-04-03'),
    });
    expect(await shown('Iris', path)).toContain('Conversation');
  });

  it('records of an IRO who has left are given to another by those who may not read them', async () => {
    const { reference } = await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    await council.done('Ivan', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Sven'], answeredBy: 'Sven', reason: 'Family works here.' },
    });
    expect((await ask('Mona', `/disputes/${reference}`)).statusCode).toBe(404);
    const form = await ask('Mona', `/disputes/${reference}/hand-over`);
    expect(form.statusCode).toBe(200);
    expect(withoutSecrets(form.body)).not.toContain('C3');
    expect((await ask('Tom', `/disputes/${reference}/hand-over`)).statusCode).toBe(404);
    // Ivan is in office, so it is not theirs to give away.
    const given = { toIro: 'iris', reason: 'He left.', _step: 'send' };
    expect((await send('Mona', `/disputes/${reference}/hand-over`, given)).statusCode).toBe(404);
    const { body } = await council.get<{ items: { by: { person: { id: string } } }[] }>(
      'Ivan',
      `/disputes/${reference}/views`,
    );
    expect(JSON.stringify(body)).not.toContain('"mona"');
  });

  it('emergency access says its reason on every page while it lasts, and information governance sees it', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/restrict`, {
      ...{ readers: ['Mona'], reason: 'Somebody of the team is family.' },
    });
    expect(await shown('Iris', `/disputes/${reference}`)).toContain('Restricted. Nobody reads this but Iris and Mona.');
    const form = `/disputes/${reference}/take-emergency-access`;
    await does('Tom', form, { reason: 'She is missing tonight.', hours: '2' });
    for (const url of ['/my-work', `/disputes/${reference}`])
      expect((await ask('Tom', url)).body).toMatch(
        /Emergency access to .*until 3 April 2023.*She is missing tonight\./s,
      );
    expect((await ask('Tess', '/my-work')).body).not.toContain('Emergency access to');
    expect(await shown('Gina', '/emergency-access')).toMatch(/Tom, team manager.*She is missing tonight\..*Its page/);
    expect(await shown('Iris', `/disputes/${reference}/views`)).toContain('Tom, team manager');
    const tooLong = await send('Sven', form, { reason: 'Tonight.', hours: '25' });
    expect(tooLong.statusCode).toBe(422);
    council.at('2023-04-03T12:00:00.000Z');
    expect((await ask('Tom', '/my-work')).body).not.toContain('Emergency access to');
  });

  it('acting for somebody goes on from a review to its acts', async () => {
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-28' });
    const forIris = `?for=${actingForCode('iris')}`;
    const check = { kind: 'midway', child: 'C2', ...day('heldOn', '2023-04-03') };
    const all = await does('Ivan', `/reviews/new${forIris}`, check);
    expect(all.endsWith(forIris)).toBe(true);
    const path = all.replace('/check-standards', '');
    expect((await ask('Ivan', path)).body).toMatch(/check-standard\?for=[\w-]+&amp;standard=/);
  });
});
