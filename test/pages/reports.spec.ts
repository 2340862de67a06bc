import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { HowFarDto } from '../../src/reports/how-far/how-far.dto.js';
import { REPORT_PAGES } from '../../src/reports/pages/all-reports.js';
import type { SoWhatDto } from '../../src/reports/so-what/so-what.dto.js';
import type { TimelinessDto } from '../../src/reports/timeliness/timeliness.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

const WRITTEN = 'Nobody has planned where she will live.';
const YEAR = '2023-24';

describe('The reports of a year', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let late: string;
  let restricted: string;

  const raise = async (who: string, over: object): Promise<string> =>
    (await council.done(who, '/disputes', aConcern({ concern: WRITTEN, ...over }))).reference;
  const act = (who: string, reference: string, what: string, body: object): Promise<unknown> =>
    council.done(who, `/disputes/${reference}/${what}`, body);

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    late = await raise('Iris', { theme: 'DD-PERM' });
    const settled = await raise('Iris', { children: ['C2'], theme: 'EDUC' });
    await act('Tom', settled, 'answer', anAnswer());
    await act('Iris', settled, 'judge', { verdict: 'satisfied', reason: 'There is a date.' });
    await act('Iris', settled, 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving', 'service-started'] });
    await raise('Ivan', { children: ['C3'], kind: 'informal' });
    const withdrawn = await raise('Iris', { theme: 'PLAN', children: ['C2'] });
    await act('Iris', withdrawn, 'withdraw', { reason: 'It was done.' });
    restricted = await raise('Iris', { theme: 'LIFE' });
    await act('Iris', restricted, 'restrict', { readers: ['tom'], reason: 'Family.' });
    const asked = await raise('Iris', { theme: 'HEALTH' });
    await act('Tom', asked, 'ask-for-extension', { askedFor: '2023-04-18', reason: 'She is on leave.' });
    await act('Iris', asked, 'grant-extension', { reason: 'One more week is right.' });
    for (const given of [
      { theme: 'PA-DIRECT', people: [{ person: 'walter' }, { name: 'Nurse Joy', agency: 'NHS' }] },
      { theme: 'PA-LIFE', people: [{ person: 'walter' }], wholeTeam: true },
    ])
      await council.done('Iris', '/acknowledgements', { children: ['C1'], whatTheyDid: 'Her life story.', ...given });
    council.at('2023-05-03T09:00:00.000Z');
    await act('Iris', late, 'escalate', { reason: 'No answer.' });
    await raise('Iris', { theme: 'DD-PERM' });
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, javaScriptEnabled = true): Promise<Page> =>
    inBrowser.open(person, path, { javaScriptEnabled });
  const answerTo = async (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const htmlOf = async (person: string, url: string): Promise<string> => {
    const answer = await answerTo(person, url);
    expect([person, url, answer.statusCode]).toEqual([person, url, 200]);
    return answer.body;
  };
  /** Every figure of a page that leads to what it counts. */
  const figuresOn = (html: string): { readonly href: string; readonly number: number }[] =>
    linksOn(html).flatMap(({ href, text }) => (/^\d+$/.test(text) ? [{ href, number: Number(text) }] : []));
  const linksOn = (html: string): { readonly href: string; readonly text: string }[] =>
    [...html.matchAll(/app-heat__number" href="([^"]+)">([^<]+)</g)].map(([, href, text]) => ({
      href: href!.replaceAll('&amp;', '&'),
      text: text!,
    }));

  it.each([true, false])(
    'lead from a figure to what it counts, and to where it stands, JavaScript %s',
    async (isOn) => {
      const page = await open('Dora', '/themes', isOn);
      await pressed(page.getByRole('link', { name: 'Reports of a year' }));
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: 'Stages reached' }));
      await page.getByRole('heading', { name: 'Stages reached', level: 1 }).waitFor();
      expect(page.url()).toBe(`${inBrowser.address}/reports/how-far/${YEAR}`);
      await pressed(page.getByRole('row', { name: /^Settled at stage 1/ }).getByRole('link', { name: '1' }));
      await page.getByRole('heading', { name: 'What a figure counts' }).waitFor();
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('main').getByRole('link', { name: /^DRP-/ }));
      await page.getByText('You can see where this is, not what was written.').waitFor();
    },
  );

  it.each(REPORT_PAGES.map(({ path, title }) => [path, title]))(
    'show %s as a page without anything wrong, of this year and of one of which nothing is known',
    async (path, title) => {
      const page = await open('Mona', `/reports/${path}`);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(page.url()).toBe(`${inBrowser.address}/reports/${path}/${YEAR}`);
      expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('link', { name: '2022/23', exact: true }));
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(await wrongWith(page)).toEqual([]);
    },
  );

  it('count what the API counts', async () => {
    const timeliness = (await council.get<TimelinessDto>('Mona', `/reports/timeliness/${YEAR}?by=stage`)).body;
    const howFar = (await council.get<HowFarDto>('Mona', `/reports/how-far/${YEAR}`)).body;
    const soWhat = (await council.get<SoWhatDto>('Mona', `/reports/so-what/${YEAR}`)).body;
    const numberAt = async (path: string, figure: string): Promise<number | undefined> =>
      figuresOn(await htmlOf('Mona', `/reports/${path}/${YEAR}`)).find(({ href }) => href.endsWith(`figure=${figure}`))
        ?.number;
    const { figures, all } = timeliness.counted!;
    for (const { dimensions, due, inTimeByFirstDate } of figures) {
      const { stage } = dimensions as { stage: number };
      expect([stage, (await numberAt('timeliness', `by-stage.${stage}.due`)) ?? 0]).toEqual([stage, due]);
      const inTime = (await numberAt('timeliness', `by-stage.${stage}.by-first-date`)) ?? 0;
      expect([stage, inTime]).toEqual([stage, inTimeByFirstDate!.count]);
    }
    expect(all.due).toBeGreaterThan(1);
    expect(await numberAt('timeliness', 'by-stage.all.due')).toBe(all.due);
    for (const { kind, raised } of howFar.kinds)
      expect([kind, await numberAt('how-far', `${kind}.raised.count`)]).toEqual([kind, raised]);
    expect(await numberAt('so-what', 'impact.plan-moving.count')).toBe(
      soWhat.counted!.impact!.find(({ impact }) => impact === 'plan-moving')!.count,
    );
  });

  it('lead from every figure to exactly what it counts, for everybody who is shown every dispute', async () => {
    let followed = 0;
    for (const person of ['Anton', 'Dora', 'Mona', 'Ines'])
      for (const { path } of REPORT_PAGES)
        for (const { href, number } of figuresOn(await htmlOf(person, `/reports/${path}/${YEAR}`))) {
          const html = await htmlOf(person, href);
          const named = [...html.matchAll(/app-work__act"/g)].length;
          const leads = [...html.matchAll(/app-work__act" href="([^"]+)"/g)].map(([, lead]) => lead!);
          const inRecords = Number(/They stand in (\d+) (?:dispute|acknowledgement)/.exec(html)?.[1] ?? number);
          expect([person, href, named]).toEqual([person, href, inRecords]);
          // Leaders are shown of an acknowledgement its theme, team and day, and have no page of it.
          if (!html.includes('>PA-')) expect([person, href, leads.length]).toEqual([person, href, named]);
          const says = href.startsWith('/themes/cases') ? `${number} ` : `: ${number}.`;
          expect([href, html.includes(says)]).toEqual([href, true]);
          expect(html.includes('You may see')).toBe(false);
          for (const lead of new Set(leads)) await htmlOf(person, lead);
          followed += leads.length;
        }
    expect(followed).toBeGreaterThanOrEqual(200);
  });

  it.each(['years', 'praise'])(
    'lead in %s from every figure but 0, shares and rates as well, to what it counts',
    async (path) => {
      const html = await htmlOf('Mona', `/reports/${path}/${YEAR}`);
      // The table of a picture stands before those of the report.
      const tables = html.slice(html.indexOf('id="table-'));
      expect([...tables.matchAll(/numeric">((?!0\b)[\d.]+%?)</g)].map(([, text]) => text)).toEqual([]);
      const shares = linksOn(html).filter(({ text }) => !/^\d+$/.test(text));
      for (const { href, text } of shares) {
        const behind = await htmlOf('Mona', href);
        const leads = [...behind.matchAll(/app-work__act" href="([^"]+)"/g)];
        const says = Number(/: (\d+)\.</.exec(behind)![1]);
        const inRecords = Number(/They stand in (\d+) dispute/.exec(behind)?.[1] ?? says);
        expect([href, text, leads.length]).toEqual([href, text, inRecords]);
      }
      expect(shares.length > 0).toBe(path === 'years');
    },
  );

  it('say to others how many of those counted they may see', async () => {
    const html = await htmlOf('Tess', `/reports/how-far/${YEAR}/counted?figure=formal.raised.count`);
    expect(html).toContain('You may see 0 disputes of them by your post; the others are only counted for you.');
  });

  it('hold no restricted record for anybody else, no child and no word', async () => {
    for (const { path } of REPORT_PAGES)
      for (const { href } of figuresOn(await htmlOf('Anton', `/reports/${path}/${YEAR}`))) {
        const html = await htmlOf('Anton', href);
        expect(html.includes(restricted.slice(4))).toBe(false);
        expect(html).not.toMatch(/\bC[1234]\b|Nobody has planned/);
      }
  });

  it.each(REPORT_PAGES.map(({ path }) => path))('take the figures of %s away as CSV', async (path) => {
    const answer = await answerTo('Mona', `/reports/${path}/${YEAR}/csv`);
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      `attachment; filename="${path}-${YEAR}.csv"`,
    ]);
    const numbers = figuresOn(await htmlOf('Mona', `/reports/${path}/${YEAR}`)).map(({ number }) => number);
    const values = [...answer.body.matchAll(/,"(\d+)",(?:"[^"]*")?\r\n/g)].map(([, value]) => Number(value));
    expect(numbers.filter((number) => !values.includes(number))).toEqual([]);
  });

  it('draw answers in time by stage and by quarter, and stages reached, each with its table', async () => {
    const page = await open('Mona', '/reports/timeliness');
    expect(await page.getByRole('img').count()).toBe(2);
    await page.getByText('Figures as a table').first().click();
    expect(await page.getByRole('table', { name: /answers .* came by their first date/ }).innerText()).toMatch(
      /Stage 1 \(\d+ due\)\s+\d+%/,
    );
    await page.goto('/reports/how-far');
    expect(await page.getByRole('img', { name: /formal disputes raised in 2023\/24 were settled/ }).count()).toBe(2);
  });

  it('answer 404 for a year, a figure or a post that has none', async () => {
    for (const [person, url] of [
      ['Mona', '/reports/timeliness/2023'],
      ['Mona', `/reports/timeliness/${YEAR}/counted`],
      ['Mona', `/reports/timeliness/${YEAR}/counted?figure=by-stage.1.median`],
      ['Walter', '/reports'],
      ['Walter', `/reports/timeliness/${YEAR}`],
    ] as const)
      expect([url, (await answerTo(person, url)).statusCode]).toEqual([url, 404]);
  });

  it('answer 404 for a year before there can be a record and for one to come, on pages and to programs', async () => {
    for (const { path } of REPORT_PAGES)
      for (const year of ['1899-00', '2024-25']) {
        const url = `/reports/${path}/${year}`;
        expect([url, (await answerTo('Mona', url)).statusCode]).toEqual([url, 404]);
        expect([url, (await answerTo('Mona', `${url}/csv`)).statusCode]).toEqual([url, 404]);
        expect([url, (await council.get('Mona', url)).status]).toEqual([url, 404]);
      }
    expect((await answerTo('Mona', '/reports/annual/2024-25/notes')).statusCode).toBe(404);
  });

  it('refuse such a year in a query of a program too, and on the pages of themes', async () => {
    for (const year of ['1899-00', '2024-25'])
      for (const path of [
        `/themes?year=${year}`,
        `/themes/over-time?year=${year}`,
        `/themes/by-month?year=${year}`,
        `/themes/cases?year=${year}`,
        `/reports/annual/${YEAR}?against=${year}`,
      ])
        expect([path, (await council.get('Mona', path)).status]).toEqual([path, 400]);
    expect((await answerTo('Mona', '/themes/cases?year=1899-00')).statusCode).toBe(400);
    expect((await answerTo('Mona', '/themes?year=1899-00&open=')).body).not.toContain('1899');
  });

  it('stand in the menu of the IRO service and of the analyst', async () => {
    for (const person of ['Mona', 'Quentin', 'Percy'])
      expect(await (await open(person, '/themes')).getByRole('link', { name: 'Reports', exact: true }).count()).toBe(1);
  });

  it('lead to where the annual report is written, for those who may read what is published', async () => {
    const leads = async (person: string): Promise<boolean> =>
      (await answerTo(person, '/reports')).body.includes('href="/published-reports">Reports to publish');
    expect([await leads('Mona'), await leads('Percy'), await leads('Iris')]).toEqual([true, true, false]);
  });

  it('take a note on a figure, and a total that was published, from those who answer for the figures', async () => {
    const page = await open('Mona', `/reports/annual/${YEAR}`);
    await pressed(page.getByRole('link', { name: 'Put a note on a figure' }));
    await page.getByLabel('Which figure?').selectOption({ label: 'Formal disputes' });
    await page.getByLabel('What must its readers know?').fill('Rows of May were lost.');
    await page.getByLabel('No', { exact: true }).check();
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Put the note' }));
    expect(await page.getByRole('main').innerText()).toContain('Rows of May were lost.');
    await page.goto('/reports/annual/2021-22/published-totals');
    await page.getByLabel('Which figure?').selectOption({ label: 'Formal disputes' });
    await page.getByLabel('What was published').fill('lots');
    await page.getByLabel('Where is it printed?').fill('Annual report 2021/22, page 4');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await page.getByRole('alert').getByText('There is a problem').waitFor();
    await page.getByLabel('What was published').fill('214');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Enter the total' }));
    expect(page.url()).toContain('/reports/annual/2021-22');
    expect(await page.getByRole('main').innerText()).toContain('214');
    expect((await answerTo('Tom', `/reports/annual/${YEAR}/notes`)).statusCode).toBe(403);
    expect(await htmlOf('Tom', `/reports/annual/${YEAR}`)).not.toContain('Put a note on a figure');
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
