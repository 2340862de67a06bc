import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, Council } from '../journeys/council.js';
import { wrongWithHtml } from '../support/chromium.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

/** The pages of meetings: series, agenda, the meeting itself and its record, each used by those whose it is. */
describe('the pages of meetings', () => {
  let council: Council;
  let dispute: string;
  let other: string;
  let commands = 0;

  const ask = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const send = async (person: string, url: string, fields: Record<string, string | string[]>) => {
    const body = new URLSearchParams({ _csrf: CSRF, _command: `meetings-${++commands}` });
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
    const answer = await council.app.inject({
      method: 'POST',
      url,
      payload: body.toString(),
      headers: {
        ...{ cookie: cookieOf(person), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    await council.caughtUp();
    return answer;
  };
  const textOf = (html: string): string =>
    html
      .slice(html.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  const shown = async (person: string, url: string): Promise<string> => {
    const page = await ask(person, url);
    expect([url, page.statusCode]).toEqual([url, 200]);
    expect(await wrongWithHtml(page.body)).toEqual([]);
    return textOf(page.body);
  };
  /** Opens the form and sends it. @returns where it leads */
  const does = async (person: string, url: string, fields: Record<string, string | string[]>): Promise<string> => {
    await shown(person, url);
    const sent = await send(person, url, { ...fields, _step: 'send' });
    if (sent.statusCode !== 303)
      throw new Error(
        `${url}: ${sent.statusCode} ${textOf(sent.body)} ${council.lines
          .filter((l) => /rror/.test(l))
          .slice(-3)
          .join('\n')}`,
      );
    return String(sent.headers.location);
  };
  const day = (name: string, date: string): Record<string, string> => {
    const [year, month, on] = date.split('-') as [string, string, string];
    return { [`${name}[day]`]: on, [`${name}[month]`]: month, [`${name}[year]`]: year };
  };

  beforeAll(async () => {
    council = await Council.begin('leicestershire');
    dispute = (await council.done('Iris', '/disputes', aConcern({ theme: 'PLACE' }))).reference;
    other = (await council.done('Ivan', '/disputes', aConcern({ theme: 'PLACE', children: ['C3'] }))).reference;
  });
  afterAll(() => council.end());

  const SERIES = {
    ...{ kind: 'challenge', name: 'Meeting of the month', startsAt: '14:00', place: 'County Hall' },
    ...{ 'recurrence[week]': 'second', 'recurrence[weekday]': 'wednesday' },
    'posts[]': ['assistant-director', 'iro-manager'],
    ...day('from', '2023-04-03'),
  };

  it('a series is started, shown with its next day, taken into a diary, changed and ended', async () => {
    expect(await does('Mona', '/challenge/series/new', SERIES)).toBe('/challenge');
    const list = await ask('Mona', '/challenge');
    expect(textOf(list.body)).toContain('Who sits in it: Assistant director, IRO manager.');
    expect(textOf(list.body)).toContain('Meeting of the month Challenge meeting');
    expect(textOf(list.body)).toMatch(/Meeting of the month.*The second Wednesday of every month, 2:00pm, County Hall/);
    expect(textOf(list.body)).toContain('Next: Wednesday 12 April 2023');
    // The meeting that comes next is the main button, for those who may open it.
    expect(list.body).toMatch(/class="govuk-button"[^>]*>\s*Open Meeting of the month, 12 April 2023/);
    for (const [person, isLinked] of [
      ['Mona', true],
      ['Anton', true],
      ['Dora', false],
    ] as const) {
      const { body } = await ask(person, '/challenge');
      expect(body).toContain('Next: ');
      expect([person, /href="\/challenge\/meetings\/CM-/.test(body)]).toEqual([person, isLinked]);
    }
    const [change] = /\/challenge\/series\/MS-[\w-]+\/change/.exec(list.body) as unknown as [string];
    const calendar = await ask('Beth', change.replace('/change', '/calendar'));
    expect(calendar.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': expect.stringContaining('meetings.ics') as unknown,
    });
    expect(calendar.body).toContain('BEGIN:VCALENDAR');
    const form = await ask('Mona', change);
    expect(form.body).toContain('value="Meeting of the month"');
    await does('Mona', change, {
      ...SERIES,
      startsAt: '10:00',
      reason: 'Mornings suit.',
      ...day('from', '2023-05-01'),
    });
    expect(await shown('Mona', '/challenge')).toContain('10:00am');
    const [next] = /\/challenge\/meetings\/CM-[\w-]+/.exec(list.body) as unknown as [string];
    await does('Mona', `${next}/add-theme`, { theme: 'PLACE', title: 'Places far away' });
    // The next meeting is arranged only once this one is over, and its day is said before.
    expect(await shown('Mona', `${next}/cancel`)).toContain(
      'It goes to the next meeting of its series, on 10 May 2023.',
    );
    await does('Mona', change.replace('/change', '/end'), { ...day('lastOn', '2023-06-30'), reason: 'Enough.' });
    expect(await shown('Mona', '/challenge')).toContain('none is planned after 30 June 2023');
    expect((await ask('Mona', change)).statusCode).toBe(409);
    expect((await ask('Iris', '/challenge/series/new')).statusCode).toBe(403);
  });

  it('business support seats no post that would open a case, and is told why', async () => {
    const sent = await send('Beth', '/challenge/series/new', { ...SERIES, _step: 'send' });
    expect(sent.statusCode).toBe(403);
    expect(textOf(sent.body)).toContain('ask an IRO manager to add them');
  });

  describe('one meeting', () => {
    let path: string;

    it('is arranged, and named errors stand beside their fields', async () => {
      const wrong = await send('Mona', '/challenge/meetings/new', { kind: 'challenge', _step: 'send' });
      expect(wrong.statusCode).toBe(422);
      expect(textOf(wrong.body)).toMatch(/There is a problem.*Enter what it is called.*Enter the day/);
      path = await does('Mona', '/challenge/meetings/new', {
        ...{ kind: 'challenge', name: 'Special meeting', startsAt: '14:00', ...day('heldOn', '2023-04-03') },
        'posts[]': ['assistant-director', 'iro-manager'],
      });
      expect(path).toMatch(/^\/challenge\/meetings\/CM-/);
      const page = await shown('Mona', path);
      expect(page).toContain('Special meeting, 3 April 2023');
      expect(page).toContain('Assistant director, IRO manager');
      expect(page).not.toContain('Put what is proposed on the agenda');
      expect((await ask('Mona', `${path}/prepare`)).statusCode).toBe(409);
      const file = await ask('Anton', `${path}/calendar`);
      expect(file.body).toMatch(/SUMMARY:Special meeting/);
    });

    it('has its agenda from a list of cases, by reference, and with a theme that has no child', async () => {
      const form = await ask('Mona', `${path}/add-items`);
      expect(form.body).toContain(`value="${dispute}"`);
      await does('Mona', `${path}/add-items`, { 'others[0][dispute]': dispute, note: 'No date since May.' });
      await does('Mona', `${path}/add-items`, { byReference: other });
      const nothing = await send('Mona', `${path}/add-items`, { _step: 'send' });
      expect(nothing.statusCode).toBe(422);
      expect(textOf(nothing.body)).toContain('Choose a case from a list, or enter its reference');
      const again = await send('Mona', `${path}/add-items`, { byReference: other, _step: 'send' });
      expect(again.statusCode).toBe(409);
      expect(textOf(again.body)).toContain('This would change nothing');
      await does('Mona', `${path}/add-theme`, { theme: 'LIFE', title: 'Life story work waits' });
      const page = await shown('Mona', path);
      expect(page).toMatch(/ 1\. .*2\. .*3\. Life story work waits/);
      expect(page).toContain('No date since May.');
      expect(await shown('Iris', path)).toMatch(/ 1\. /);
      expect(await shown('Iris', path)).not.toContain('2. ');
      expect(await shown('Beth', path)).not.toContain('No date since May.');
      expect((await ask('Tess', path)).statusCode).toBe(404);
    });

    it('offers each reader the acts that are theirs, and no other', async () => {
      const mona = (await ask('Mona', path)).body;
      for (const act of ['begin', 'add-items', 'add-theme', 'move', 'cancel'])
        expect(mona).toContain(`href="${path}/${act}"`);
      expect(mona).not.toContain(`href="${path}/close"`);
      const iris = (await ask('Iris', path)).body;
      expect(iris).toContain(`${path}/take-off-item?item=I1`);
      expect(iris).not.toContain(`href="${path}/begin"`);
      expect((await ask('Iris', `${path}/close`)).statusCode).toBe(409);
      expect((await ask('Tess', `${path}/close`)).statusCode).toBe(404);
    });

    it('takes an item up earlier by one button, and takes one off with a reason', async () => {
      await send('Mona', `${path}/place-item`, { itemId: 'I3', place: '1', _step: 'send' });
      expect(await shown('Mona', path)).toMatch(/3\. .*1\. .*2\. /);
      await does('Mona', `${path}/take-off-item?item=I2`, { itemId: 'I2', reason: 'It was settled.' });
      expect(await shown('Mona', path)).toContain('Taken off the agenda (1)');
    });

    it('begins with those who are present, and its items are decided one after the other', async () => {
      await does('Mona', `${path}/begin`, { 'there[]': ['assistant-director anton'] });
      await does('Mona', `${path}/take-back-begin`, { reason: 'It was the meeting of the other team.' });
      expect(await shown('Mona', path)).toMatch(/Arranged(?!.*Anton, Assistant director)/);
      const form = await ask('Mona', `${path}/begin`);
      expect(form.body).toMatch(/value="assistant-director anton"[^>]*checked/);
      await does('Mona', `${path}/begin`, {
        'there[]': ['assistant-director anton', 'iro-manager mona'],
        'others[0][post]': 'head-of-service',
        'others[0][person]': 'Hana',
      });
      expect(await shown('Mona', path)).toContain('Hana, Head of service');
      const begun = (await ask('Mona', path)).body;
      expect(begun).toMatch(/class="govuk-button"[^>]*>\s*Go on with item 3: notes and the decision/);
      expect(begun).toContain('Move down<span');
      const notes = await shown('Mona', `${path}/notes/I1`);
      expect(notes).toContain('The IRO’s view on record: nothing yet');
      expect(notes).toContain('No date since May.');
      // Nobody says for the IRO that they accept it.
      expect(notes).toContain('Decided, and the IRO has not said yet if they are satisfied');
      expect(notes).not.toContain('Decided, and accepted by the IRO');
      const next = await does('Mona', `${path}/notes/I3`, {
        ...{ discussion: 'All teams wait.', decision: 'more-action-first' },
        ...{ 'actions[0][what]': 'Count them', 'actions[0][who]': 'Anton', ...day('actions[0][by]', '2023-04-20') },
      });
      expect(next).toBe(`${path}/notes/I1`);
      const missing = await send('Mona', next, { discussion: 'Talked.', decision: 'more-action-first', _step: 'send' });
      expect(textOf(missing.body)).toContain('Say what is to be done first, by whom and by when');
      expect(await shown('Mona', `${path}/close`)).toMatch(/Not dealt with 1\..*no next one: each of them is decided/);
      const putOff = { discussion: 'No answer.', decision: 'deferred' };
      const withoutDay = await send('Mona', next, { ...putOff, _step: 'send' });
      expect(textOf(withoutDay.body)).toContain('This is a single meeting, so there is no next one');
      expect(await does('Mona', next, { ...putOff, ...day('nextLookOn', '2023-05-10') })).toBe(path);
      const closing = await shown('Mona', `${path}/close`);
      expect(closing).toMatch(/Deferred 1\..*proposed again on the day of its next look/);
      expect(closing).not.toMatch(/Not dealt with|next agenda|no next one/);
      expect((await ask('Mona', next)).statusCode).toBe(409);
      expect((await ask('Mona', `${path}/notes/I9`)).statusCode).toBe(404);
    });

    it('is closed, keeps its record, and its actions are marked as done', async () => {
      await does('Mona', `${path}/take-back-decision?item=I1`, { itemId: 'I1', reason: 'It was another.' });
      await does('Mona', `${path}/notes/I1`, { discussion: 'It is settled.', decision: 'dropped' });
      expect(await shown('Mona', `${path}/close`)).toContain('Every item that you may see was dealt with.');
      await does('Mona', `${path}/close`, {});
      expect(await shown('Mona', `${path}/room`)).toContain('This meeting was closed');
      expect(textOf((await ask('Mona', `${path}/notes/I1`)).body)).toContain('has not begun or is over');
      const record = await shown('Mona', path);
      expect(record).toMatch(/Closed.*Record.*Returned: more action first.*Count them Anton 20 Apr 2023 To do/);
      expect((await ask('Anton', '/my-work')).body).toContain(`href="${path}"`);
      await does('Anton', `${path}/mark-action-done?action=A1`, {
        ...{ actionId: 'A1', evidence: 'Counted.', ...day('doneOn', '2023-04-03') },
      });
      expect(await shown('Mona', path)).toContain('Done 3 Apr 2023');
    });
  });

  it('a meeting that is called off, or that nobody closes, is seen by those who run the service', async () => {
    const arranged = {
      ...{ kind: 'challenge', name: 'Another meeting', startsAt: '09:00', ...day('heldOn', '2023-04-03') },
      'posts[]': ['iro-manager'],
    };
    const path = await does('Mona', '/challenge/meetings/new', arranged);
    const named = await does('Mona', '/challenge/meetings/new', { ...arranged, name: 'Challenge meeting' });
    expect(await shown('Mona', '/challenge')).not.toContain('Challenge meeting Challenge meeting');
    await does('Mona', `${named}/cancel`, { reason: 'It is held with the other.' });
    expect(await shown('Mona', `${named}/room`)).toContain('This meeting was called off');
    await does('Mona', `${path}/move`, { ...day('heldOn', '2023-04-05'), startsAt: '11:00', reason: 'Leave.' });
    expect(await shown('Mona', path)).toContain('Wednesday 5 April 2023, 11:00am');
    council.at('2023-04-06T09:00:00.000Z');
    expect((await ask('Mona', '/my-work')).body).toMatch(new RegExp(`href="${path}"[^]*?Hold the meeting`));
    await does('Mona', `${path}/begin`, { 'there[]': ['iro-manager mona'] });
    expect((await ask('Mona', '/my-work')).body).toMatch(/Close the meeting/);
    // A meeting with nothing before it has nothing dealt with.
    const empty = [await shown('Mona', `${path}/close`), await shown('Mona', `${path}/room`)].join(' ');
    expect(empty).toContain('Nothing is on the agenda');
    expect(empty).not.toMatch(/dealt with\.|was dealt with|nothing is left/);
    await does('Mona', `${path}/close`, {});
    expect((await ask('Mona', '/my-work')).body).not.toMatch(/Close the meeting/);
  });
});
