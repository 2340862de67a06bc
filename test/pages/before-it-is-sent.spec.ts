import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

/** A person who fills in a form has its matter before them, and knows before and after sending it which consequences it has. */
describe('a form says what it is about, and what comes of it', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
    await council.appoint('L. Kemp', ['team-manager', 'north', null]);
  });
  afterAll(() => council.end());

  const textOf = (html: string): string =>
    html
      .slice(html.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  const page = async (person: string, url: string): Promise<string> => {
    const answer = await council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(answer.body)).toEqual([]);
    return answer.body;
  };
  let commands = 0;
  const send = async (person: string, url: string, fields: Record<string, string>) => {
    const answer = await council.app.inject({
      ...{ method: 'POST', url },
      payload: new URLSearchParams({ _csrf: CSRF, _command: `before-it-is-sent-${++commands}`, ...fields }).toString(),
      headers: {
        ...{ cookie: cookieOf(person), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    await council.caughtUp();
    return answer;
  };
  const check = async (person: string, url: string, fields: Record<string, string>): Promise<string> => {
    const answer = await send(person, url, { ...fields, _step: 'check' });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(answer.body)).toEqual([]);
    return textOf(answer.body);
  };
  /** The text of the page to which it leads. */
  const sent = async (person: string, url: string, fields: Record<string, string>): Promise<string> => {
    const answer = await send(person, url, { ...fields, _step: 'send' });
    if (answer.statusCode !== 303) throw new Error(`${url}: ${answer.statusCode} ${textOf(answer.body)}`);
    return textOf(await page(person, String(answer.headers.location)));
  };

  describe('good practice is acknowledged', () => {
    const praise = { children: 'C1', theme: 'PA-VOICE', whatTheyDid: 'She read him his plan.' };

    it('for somebody whom the form offers, who is named as told before and after it is sent', async () => {
      const form = await page('Iris', '/acknowledgements/new');
      expect(form).toContain('<option value="L. Kemp">team-manager, Locality North</option>');
      expect(form).toMatch(/list="offered-people-in-office"/);
      const named = { ...praise, 'people[0][name]': 'L. Kemp' };
      expect(await check('Iris', '/acknowledgements/new', named)).toMatch(/L\. Kemp( and Tom)? will be told\./);
      expect(await sent('Iris', '/acknowledgements/new', named)).toMatch(/Sent\. L\. Kemp( and Tom)? (is|are) told\./);
    });

    it('under a name that nobody has: nobody is told under it, and who may be meant is said', async () => {
      const named = { ...praise, 'people[0][name]': 'Kemp' };
      const nobody = 'Nobody in office is called “Kemp”, so nobody is told under that name. Did you mean L. Kemp?';
      expect(await check('Iris', '/acknowledgements/new', named)).toContain(nobody);
      expect(await sent('Iris', '/acknowledgements/new', named)).toContain(nobody);
    });
  });

  describe('an answer is judged', () => {
    const answered = async (): Promise<string> => {
      const { reference } = await council.done('Iris', '/disputes', aConcern());
      await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
      return reference;
    };
    const not = { verdict: 'not', reason: 'There is still no date.' };

    it('with what was raised and what was answered above the form', async () => {
      const form = textOf(await page('Iris', `/disputes/${await answered()}/judge`));
      expect(form).toContain('There is no permanence plan, and the second review was in February.');
      expect(form).toContain('The assessment came late. It is here now.');
      expect(form).toContain('Take the plan to panel. Tom, by Friday 14 April 2023');
    });

    it('and goes up with the same form, which says to whom and by when', async () => {
      const path = `/disputes/${await answered()}/judge`;
      expect(textOf(await page('Iris', path))).toContain('Yes: it goes up to stage 2');
      expect(await check('Iris', path, { ...not, goesUp: 'now' })).toMatch(
        /It goes up to stage 2, [^:]+: Sven, service manager.* The answer is due by/,
      );
      expect(await sent('Iris', path, { ...not, goesUp: 'now' })).toMatch(
        /Your view of the answer is saved\. It is with Sven, who is to answer by/,
      );
    });

    it('and does not go up by itself: that is said, and the reason stands in the form that sends it up', async () => {
      const reference = await answered();
      expect(await sent('Iris', `/disputes/${reference}/judge`, not)).toContain(
        'Your view of the answer is saved. It has not gone up. It is with you: decide where it goes from here.',
      );
      const escalate = await page('Iris', `/disputes/${reference}/escalate`);
      expect(escalate).toMatch(/<textarea[^>]*name="reason"[^>]*>There is still no date\.<\/textarea>/);
      expect(textOf(escalate)).toContain('The assessment came late. It is here now.');
    });

    it('and the own view of the IRO is said in words', async () => {
      const reference = await answered();
      await council.done('Iris', `/disputes/${reference}/record-iro-view`, { view: 'not', reason: 'No date.' });
      expect(textOf(await page('Iris', `/disputes/${reference}`))).toContain('The IRO’s view Not satisfied');
    });

    it('and goes nowhere where the judge is satisfied', async () => {
      const path = `/disputes/${await answered()}/judge`;
      const answer = await send('Iris', path, { verdict: 'satisfied', reason: 'Fine.', goesUp: 'now', _step: 'check' });
      expect(answer.statusCode).toBe(422);
      expect(textOf(answer.body)).toContain(
        'There is a problem It goes up only where you are not satisfied, or in part.',
      );
    });
  });

  describe('something is begun about a child from the page of the child', () => {
    it('and the form holds the record number, the address does not, and the check page says the initials', async () => {
      const found = await send('Iris', '/children/find', { number: 'C1' });
      const child = await page('Iris', String(found.headers.location));
      for (const form of ['/disputes/new', '/acknowledgements/new']) {
        const [, address] = new RegExp(`href="(${form}\\?child=[\\w-]{16})"`).exec(child) ?? [];
        expect(await page('Iris', address!)).toMatch(/name="children" type="text" value="C1"/);
      }
      const address = String(found.headers.location).replace('/children/', '/disputes/new?child=');
      expect(await page('Tess', '/my-work')).not.toContain('disputes/new');
      const checked = await check('Iris', address, {
        ...{ children: 'C1', kind: 'formal', theme: 'DD-PERM', concern: 'There is no plan.', _page: '2' },
        ...{ urgent: 'yes', urgentBecause: 'She moves tomorrow.' },
      });
      expect(checked).toMatch(/Record number or initials of the child C1 \(\w+\)/);
    });

    it('and holds nothing of a child of whom its reader may not know, or who does not exist', async () => {
      const { location } = (await send('Ivan', '/children/find', { number: 'C3' })).headers;
      const address = String(location).replace('/children/', '/reviews/new?child=');
      expect(await page('Ivan', address)).toMatch(/name="child" type="text" value="C3"/);
      const nobody = '/disputes/new?child=AAAAAAAAAAAAAAAA';
      expect(await page('Iris', nobody)).toMatch(/name="children" type="text" value=""/);
    });
  });

  it('a matter that the call put right is raised as resolved, and nobody is asked to answer', async () => {
    const call = {
      ...{ children: 'C1', kind: 'informal', theme: 'DD-PERM', concern: 'There was no plan.', _page: '2' },
      ...{
        'settledOnTheCall[impact]': 'plan-moving',
        'spokeFirst[spokeTo]': 'Tom',
        'spokeFirst[result]': 'Put right.',
      },
      ...{ 'spokeFirst[spokeOn][day]': '3', 'spokeFirst[spokeOn][month]': '4', 'spokeFirst[spokeOn][year]': '2023' },
    };
    const formal = await send('Iris', '/disputes/new', { ...call, kind: 'formal', _step: 'check' });
    expect(textOf(formal.body)).toContain('is for informal disputes: leave it out, or raise informally');
    const checked = await check('Iris', '/disputes/new', call);
    expect(checked).toContain('It is on record as resolved, and nobody is asked to answer.');
    expect(checked).not.toMatch(/The answer is due by|It goes to/);
    expect(await sent('Iris', '/disputes/new', call)).toContain('Resolved');
  });
});
