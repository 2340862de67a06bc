import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingForCode } from '../../src/access/acting-for.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

/** An error on a page is said when the page is left, not at the end. */
describe('a form of several pages', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const leave = async (
    at: number,
    fields: Readonly<Record<string, string>>,
    url = '/disputes/new',
    person = 'Iris',
  ): Promise<{ status: number; page: string; html: string }> => {
    const answer = await council.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams({ _csrf: CSRF, _step: 'check', _page: String(at), ...fields }).toString(),
      headers: {
        ...{ cookie: cookieOf(person), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    const shown = answer.statusCode === 303 ? await read(String(answer.headers.location), person) : answer;
    return {
      status: shown.statusCode,
      page: /Page (\d) of 4/.exec(shown.body)?.[1] ?? 'none',
      html: shown.body,
    };
  };
  const read = (url: string, person = 'Iris') =>
    council.app.inject({ method: 'GET', url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  /** Addresses to which each page that is right leads, from the first. */
  const addresses = async (...pages: readonly Readonly<Record<string, string>>[]): Promise<string[]> => {
    const found: string[] = [];
    let held: Readonly<Record<string, string>> = {};
    for (const [at, fields] of pages.entries()) {
      const answer = await council.app.inject({
        ...{ method: 'POST', url: found.at(-1) ?? '/disputes/new' },
        payload: new URLSearchParams({ _csrf: CSRF, _step: 'check', _page: String(at), ...held, ...fields }).toString(),
        headers: {
          ...{ cookie: cookieOf('Iris'), accept: 'text/html' },
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      expect(answer.statusCode).toBe(303);
      found.push(String(answer.headers.location));
      const { body } = await read(found.at(-1)!);
      held = { _draft: hidden(body, '_draft'), _draftRevision: hidden(body, '_draftRevision') };
    }
    return found;
  };
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const first = { children: 'C1', kind: 'formal' };
  const second = { ...first, theme: 'DD-CARE', concern: 'Nothing has happened since May.' };

  it('goes on from a page that is right, and writes nothing', async () => {
    const before = await council.events();
    expect(await leave(0, first)).toMatchObject({ status: 200, page: '2' });
    expect(await leave(1, second)).toMatchObject({ status: 200, page: '3' });
    expect(await council.events()).toBe(before);
  });

  it('has an address for each page, at which the way back of the browser and a reload show it with what was typed', async () => {
    const [two, three] = await addresses(first, { ...second, concern: 'A heron.' });
    expect(two).not.toBe(three);
    const again = await read(two!);
    expect(again.body).toContain('Page 2 of 4');
    expect(again.body).toContain('A heron.');
    expect((await read(three!)).body).toContain('Page 3 of 4');
    // The address names a page that the form does not have: it opens where it was left.
    expect((await read(three!.replace('page=3', 'page=9'))).body).toContain('Page 3 of 4');
    expect((await read(two!, 'Ivan')).body).not.toContain('A heron.');
  });

  const allocated = async (childId: string, initials: string): Promise<void> => {
    await council.done('Mona', '/children', { childId, initials, population: 'looked-after' });
    await council.done('Mona', `/children/${childId}/allocate`, { team: 'north', iro: 'iris' });
    await council.caughtUp();
  };

  it('takes initials for the record number where only one child of the reader bears them', async () => {
    await allocated('K1', 'AB');
    const { html, status } = await leave(0, { ...first, children: 'a.b.' });
    expect(status).toBe(200);
    expect(html).toMatch(/name="children" value="K1"/);
    expect((await leave(0, { ...first, children: 'AB' }, '/disputes/new', 'Ivan')).html).toContain(
      '“AB” is neither the record number',
    );
  });

  it('asks which one is meant where several children of the reader bear the initials', async () => {
    await allocated('K2', 'CD');
    await allocated('K3', 'CD');
    const { html, status, page } = await leave(0, { ...first, children: 'K1, CD' });
    expect({ status, page }).toEqual({ status: 422, page: '1' });
    expect(html).toContain('“CD” stands for several children: K2 (Locality North) and K3 (Locality North).');
    expect(html).toContain('Select the one you mean, or enter the record number');
    const pressed = { ...first, children: 'K1, CD', '_which-children-1': 'K3' };
    const chosen = await leave(0, pressed);
    expect(chosen.status).toBe(200);
    expect(chosen.html).toMatch(/name="children" value="K1, K3"/);
  });

  it('takes no other child than one who bears the initials', async () => {
    const { html, status } = await leave(0, { ...first, children: 'K1, CD', '_which-children-1': 'K1' });
    expect(status).toBe(422);
    expect(html).toMatch(/type="radio" value="K3"|type="radio"[^>]*value="K3"/);
    expect(await wrongWithHtml(html)).toEqual([]);
  });

  it('says all that is wrong on a page at once, also where the initials are of several or of nobody', async () => {
    for (const children of ['CD', 'ZZ']) {
      const { html } = await leave(0, { children });
      expect(html).toContain(`“${children}”`);
      expect(html).toContain('Select how you raise it');
    }
  });

  it('asks when the child was told under the Yes', async () => {
    const third = (await leave(1, second)).html;
    expect(third).toMatch(
      /govuk-radios__conditional[^>]*id="conditional-childView-told"[\s\S]*?When was the child told\?/,
    );
  });

  it.each([
    ['a record number that nobody has', { ...first, children: 'C99' }, '“C99” is neither the record number'],
    ['a child of another IRO', { ...first, children: 'C3' }, '“C3” is neither the record number'],
    ['a day that is to come', { ...first, ...spokeOn('2024') }, 'When did you speak? It must not be after today'],
    ['a higher stage without a reason', { ...first, stage: '2' }, 'Say why it begins above the first stage'],
    ['a stage for what is informal', { ...first, kind: 'informal', stage: '2' }, 'is for formal disputes'],
  ])('says on the first page what is wrong there: %s', async (_, fields, said) => {
    const left = await leave(0, fields);
    expect(left).toMatchObject({ page: '1' });
    expect(left.status).toBeGreaterThanOrEqual(400);
    expect(left.html).toContain(said);
  });

  it.each([
    ['no theme', { ...second, theme: '' }, 'Select the theme'],
    ['nothing that happened', { ...second, concern: '' }, 'Enter what is happening'],
    ['the main theme among the others too', { ...second, secondaryThemes: 'DD-CARE' }, 'Name each theme once'],
  ])('says on the second page what is wrong there: %s', async (_, fields, said) => {
    const left = await leave(1, fields);
    expect(left).toMatchObject({ page: '2' });
    expect(left.status).toBeGreaterThanOrEqual(400);
    expect(left.html.includes(said)).toBe(true);
  });

  it('says with everything else that is wrong that a record number is not known', async () => {
    const { html } = await leave(0, { children: 'C99' });
    expect(html).toContain('Select how you raise it');
    expect(html).toContain('“C99” is neither the record number');
  });

  it('says that the day and the result of a conversation are needed once somebody is named', async () => {
    const { html } = await leave(0, { ...first, 'spokeFirst[spokeTo]': 'Tom' });
    expect(html).toContain('Enter the day on which you spoke');
    expect(html).toContain('Enter what came of it');
    expect(html).toContain('What came of it? (if you spoke to somebody)');
  });

  it('keeps a long list of further themes folded, so that what is happening is asked in sight', async () => {
    const { html } = await leave(0, first);
    expect(html).toMatch(
      /<details class="govuk-details">\s*<summary[^>]*>\s*<span[^>]*>Is it about anything else\? \(optional\)/,
    );
    const ticked = await leave(1, { ...second, concern: '', 'secondaryThemes[]': 'DD-PERM' });
    expect(ticked.html).toContain('<details class="govuk-details" open>');
  });

  it('says what is open about the child already, the same theme first, and what was agreed last time, and writes no word of it', async () => {
    const raise = async (over: object): Promise<string> =>
      (await council.done('Iris', '/disputes', aConcern({ concern: 'A heron.', ...over }))).reference;
    const same = await raise({ theme: 'DD-CARE' });
    const other = await raise({ theme: 'EDUC' });
    const ofAnother = await raise({ children: ['C2'], theme: 'DD-CARE' });
    await council.done('Tom', `/disputes/${ofAnother}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${ofAnother}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    await council.caughtUp();
    const second_ = (await leave(0, first)).html;
    expect(second_).toContain('What is there already');
    for (const reference of [same, other]) expect(second_).toContain(`/disputes/${reference}"`);
    expect(second_).not.toContain(`/disputes/${ofAnother}"`);
    const third = (await leave(1, second)).html;
    expect(third.indexOf(same)).toBeLessThan(third.indexOf(other));
    expect(third).toContain('Care plan actions not progressed, the same theme');
    expect(third).toMatch(new RegExp(`${ofAnother}</a>: the last time that something was agreed with Locality North`));
    expect(third).not.toContain('A heron.');
  });

  it('says to whoever typed it in for an IRO that they can no longer see what was written', async () => {
    const headers = {
      ...{ cookie: cookieOf('Beth'), accept: 'text/html' },
      'content-type': 'application/x-www-form-urlencoded',
    };
    const fields = { _csrf: CSRF, _step: 'send', _page: '2', _command: 'typed-in', ...second, concern: 'A heron.' };
    const sent = await council.app.inject({
      ...{ method: 'POST', url: `/disputes/new?for=${actingForCode('iris')}`, headers },
      payload: new URLSearchParams(fields).toString(),
    });
    expect(sent.statusCode).toBe(303);
    const { body } = await council.app.inject({ url: String(sent.headers.location), headers });
    expect(body).toContain('What was written you can no longer see');
    expect(body).not.toContain('A heron.');
  });

  it('is begun by business support from their work, who choose first for which IRO', async () => {
    const headers = { cookie: cookieOf('Beth'), accept: 'text/html' };
    const { body: work } = await council.app.inject({ method: 'GET', url: '/my-work', headers });
    expect(await wrongWithHtml(work)).toEqual([]);
    const code = /<option value="([\w-]+)">Iris<\/option>/.exec(work)![1]!;
    expect(work).toMatch(/formaction="\/disputes\/new"[^>]*>\s*Enter a dispute\s*</);
    const fields = { _csrf: CSRF, _step: 'check', _page: '0', ...first };
    const second_ = await council.app.inject({
      ...{ method: 'POST', url: `/disputes/new?for=${code}` },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
    expect((await read(String(second_.headers.location), 'Beth')).body).toContain('Page 2 of 4');
  });

  it('leads back to the page before where that is wrong by now', async () => {
    const left = await leave(1, { ...second, children: 'C99' });
    expect(left).toMatchObject({ status: 422, page: '1' });
  });

  it('says nothing yet of what a later page may still put right', async () => {
    const strict = await Council.begin('house', {
      adapted: (file) => file.replace(/act: call\n.*\n  rule: advice/, 'act: child-told\n  rule: required'),
    });
    try {
      const answer = await strict.app.inject({
        method: 'POST',
        url: '/disputes/new',
        payload: new URLSearchParams({ _csrf: CSRF, _step: 'check', _page: '0', ...first }).toString(),
        headers: {
          ...{ cookie: cookieOf('Iris'), accept: 'text/html' },
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toContain('page=2');
    } finally {
      await strict.end();
    }
  });
});

function spokeOn(year: string): Readonly<Record<string, string>> {
  return {
    ...{ 'spokeFirst[spokeTo]': 'Tom', 'spokeFirst[result]': 'He will see to it.' },
    ...{ 'spokeFirst[spokeOn][day]': '1', 'spokeFirst[spokeOn][month]': '5', 'spokeFirst[spokeOn][year]': year },
  };
}
