import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ByMonthDto, LineOverTimeDto, OverTimeDto } from '../../src/reports/over-time/over-time.dto.js';
import type { ThemeCasesDto } from '../../src/reports/themes/themes.dto.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

/** Figures that are compared with what they lead to: all there are, and never fewer than these. */
const FEWEST_CELLS = 500;
const WRITTEN = 'Nobody has planned where she will live.';

describe('Themes', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let permanence: string;
  let restricted: string;

  const raise = async (over: object): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ concern: WRITTEN, ...over }))).reference;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    permanence = await raise({ theme: 'DD-PERM' });
    await raise({ theme: 'DD-CARE', children: ['C2'] });
    await raise({ theme: 'EDUC', kind: 'informal' });
    const voided = await raise({ theme: 'HEALTH' });
    await council.done('Iris', `/disputes/${voided}/void`, { because: 'raised-in-error', reason: 'Twice.' });
    restricted = await raise({ theme: 'LIFE' });
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    const good = { theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', { children: ['C1'], ...good });
    council.at('2023-07-03T09:00:00.000Z');
    await council.done('Ivan', '/disputes', aConcern({ theme: 'DD-PERM', children: ['C3'] }));
    await council.done('Ivan', '/acknowledgements', { children: ['C3'], ...good });
    const withdrawn = await raise({ theme: 'PLAN', children: ['C2'] });
    await council.done('Iris', `/disputes/${withdrawn}/withdraw`, { reason: 'It was done.' });
    const ended = await raise({ theme: 'VISIT', children: ['C2'] });
    await council.done('Tom', `/disputes/${ended}/answer`, anAnswer({ actions: [] }));
    await council.done('Iris', `/disputes/${ended}/judge`, { verdict: 'satisfied', reason: 'Done.' });
    await council.done('Iris', `/disputes/${ended}/resolve`, { outcome: 'RES-FULL', impact: ['plan-moving'] });
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, javaScriptEnabled = true): Promise<Page> =>
    inBrowser.open(person, path, { javaScriptEnabled });
  const htmlOf = async (person: string, path: string): Promise<string> => {
    const answer = await council.app.inject({ url: path, headers: { cookie: cookieOf(person), accept: 'text/html' } });
    expect([person, path, answer.statusCode]).toEqual([person, path, 200]);
    return answer.body;
  };
  const countsOf = async (person: string, query: string): Promise<OverTimeDto> =>
    (await council.get<OverTimeDto>(person, `/themes/over-time?${query}`)).body;
  const addressed = (filters: object, { from, to }: { from: string; to: string }): string =>
    new URLSearchParams({ ...(filters as Record<string, string>), from, to }).toString();
  const linesIn = ({ rows, all }: OverTimeDto): LineOverTimeDto[] => [
    ...rows,
    ...rows.flatMap(({ parts }) => parts),
    all,
  ];

  it.each([true, false])(
    'lead from a number to what it counts, and to where it stands, JavaScript %s',
    async (isOn) => {
      const page = await open('Dora', '/themes', isOn);
      expect(await page.getByRole('main').innerText()).toMatch(
        /Counts formal disputes from 1 April 2022 to 3 July 2023/,
      );
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: /^Open its 2 themes.*Drift and delay$/ }));
      const part = page.getByRole('row', { name: /^Permanence planning/ });
      await pressed(part.getByRole('link', { name: '1' }).first());
      await page.getByRole('heading', { name: 'What a figure counts' }).waitFor();
      expect(await page.getByRole('main').innerText()).toMatch(
        /1 formal disputes: Permanence planning, from 1 April 2023/,
      );
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: permanence }));
      await page.getByText('You can see where this is, not what was written.').waitFor();
    },
  );

  it('are narrowed by a form whose address is remembered', async () => {
    const page = await open('Mona', '/themes', false);
    await page.getByText('Filter', { exact: true }).click();
    await page.getByLabel('Lines', { exact: true }).selectOption('team');
    await page.getByLabel('Show', { exact: true }).selectOption('per-100');
    await pressed(page.getByRole('button', { name: 'Apply filters' }));
    const north = page.getByRole('row', { name: /^Locality North/ });
    expect(await north.innerText()).toMatch(/too few\s+2 for 3/);
    // A filter that holds unless told narrows nothing.
    await page.getByText('Filter (2 set)', { exact: true }).waitFor();
    await page.goto('/themes');
    expect(new URL(page.url()).searchParams.get('lines')).toBe('team');
    expect((await open('Mona', '/themes?lines=colour')).url()).toContain('lines=colour');
  });

  it('show months with a finding, and the same figures as a table and as CSV', async () => {
    const page = await open('Sven', '/themes?filters=none');
    await page
      .getByText(/^Too few months are known to say how many formal disputes are usual/)
      .first()
      .waitFor();
    expect(await page.getByRole('img').count()).toBe(2);
    await page.getByText('Figures as a table').first().click();
    const { months } = (await council.get<ByMonthDto>('Sven', '/themes/by-month')).body;
    const table = page.getByRole('table', { name: /^Too few months/ });
    expect(await table.getByRole('row').count()).toBe(months.length + 1);
    expect(await table.getByRole('row', { name: /^April 2023/ }).innerText()).toMatch(/2$/);
    const csv = await htmlOf('Sven', '/themes/by-month/csv');
    expect(csv).toContain('"2023-04-01","2023-04-30","2","1"');
    expect((await htmlOf('Sven', '/themes/csv')).split('\r\n').length).toBeGreaterThan(3);
  });

  it('have, for everybody who counts, figures that are those of the API, and of the list that each opens', async () => {
    let compared = 0;
    for (const person of [...Object.keys(PEOPLE)]) {
      if ((await council.get(person, '/themes/over-time')).status !== 200) continue;
      for (const query of [
        'kind=formal',
        'kind=informal&lines=team',
        'kind=acknowledgement',
        'kind=disputes&lines=team',
      ]) {
        const counts = await countsOf(person, query);
        const html = await htmlOf(person, `/themes?${query}`);
        for (const line of linesIn(counts))
          for (const [place, period] of counts.periods.entries()) {
            const { count } = line.cells[place]!;
            if (count === null) continue;
            const where = addressed(line.filters, period);
            const { body } = await council.get<ThemeCasesDto>(person, `/themes/cases?${where}`);
            expect([person, where, body.count]).toEqual([person, where, count]);
            const isPart = !counts.rows.includes(line) && line !== counts.all;
            if (count > 0 && !isPart)
              expect(html).toContain(`href="/themes/cases?${where.replaceAll('&', '&amp;')}">${count}</a>`);
            compared++;
          }
      }
    }
    process.stdout.write(`Figures of themes compared with what they open: ${compared}\n`);
    expect(compared).toBeGreaterThanOrEqual(FEWEST_CELLS);
  });

  it('open every record that a leader counts, and hold nothing that was written', async () => {
    const { all, periods } = await countsOf('Anton', 'kind=disputes');
    const toDate = periods.findIndex(({ what }) => what === 'year-to-date');
    for (const person of ['Anton', 'Dora', 'Mona', 'Ines']) {
      const { body, text } = await council.get<ThemeCasesDto>(
        person,
        `/themes/cases?${addressed(all.filters, periods[toDate]!)}`,
      );
      expect([person, body.items.length]).toEqual([person, body.count]);
      expect(text).not.toContain('Nobody has planned');
      for (const { reference, opens } of body.items) {
        const page = opens === 'whole' ? `/disputes/${reference}` : `/disputes/${reference}/outline`;
        await htmlOf(person, page);
      }
      expect(text.includes(restricted)).toBe(false);
    }
  });

  it('say to others how many of those counted they may see', async () => {
    const year = 'kind=formal&from=2023-04-01&to=2023-07-03';
    const { body } = await council.get<ThemeCasesDto>('Tess', `/themes/cases?${year}`);
    expect([body.count, body.items.length]).toEqual([5, 1]);
    expect(await htmlOf('Tess', `/themes/cases?${year}`)).toContain('You may see 1 of them by your post');
  });

  it('ask for a year or for days', async () => {
    const { status, body } = await council.get<{ code: string }>('Mona', '/themes/cases?kind=formal');
    expect([status, body.code]).toEqual([400, 'no-days']);
  });

  it('are the home of the analyst, and answer 404 to those who do not count', async () => {
    expect((await open('Percy', '/')).url()).toBe(`${inBrowser.address}/themes`);
    const refused = await council.app.inject({
      url: '/themes',
      headers: { cookie: cookieOf('Walter'), accept: 'text/html' },
    });
    expect(refused.statusCode).toBe(404);
  });

  it('left no error on the console but that of an address that was typed wrong', () => {
    expect(inBrowser.heard.filter((line) => !line.includes('400'))).toEqual([]);
  });
});
