import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import type { IroServiceDto } from '../../src/reports/iro-service/iro-service.dto.js';
import type { SupervisionSheetDto } from '../../src/reports/iro-service/sheet/sheet.dto.js';
import { aConcern, Council, PEOPLE } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

const THEMES = ['DD-CARE', 'EDUC', 'HEALTH', 'VISIT', 'PLAN'];

describe('The supervision sheet', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let restricted: string;
  const raised: string[] = [];
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
    for (const theme of THEMES) raised.push((await council.done('Iris', '/disputes', aConcern({ theme }))).reference);
    restricted = (await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom', 'mona'], reason: 'Family.' });
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    await council.caughtUp();
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const sheetOf = async (person: string, query = '?iro=iris'): Promise<SupervisionSheetDto> =>
    (await council.get<SupervisionSheetDto>(person, `/iro-service/sheet${query}`)).body;
  const open = async (person: string, path: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person), { javaScriptEnabled })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };
  const fromTheService = async (person: string, iro: string, isOn = true): Promise<Page> => {
    const page = await open(person, '/iro-service', isOn);
    await pressed(page.getByRole('link', { name: `Supervision sheet of ${iro}` }));
    await page.getByRole('heading', { name: `Supervision sheet: ${iro}`, level: 1 }).waitFor();
    return page;
  };
  const sampleOn = (page: Page): Promise<string[]> =>
    page
      .getByRole('region', { name: 'Dip sample, Q1 2023/24 (Apr–Jun)' })
      .getByRole('link', { name: /^DRP-/ })
      .allInnerTexts();

  it('draws three disputes of the quarter with one press, and says who had them drawn', async () => {
    const page = await fromTheService('Mona', 'Iris');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: 'Draw three at random' }));
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Draw three' }));
    await page.getByText('The sample stands below.').waitFor();
    expect(await wrongWith(page)).toEqual([]);
    const drawn = await sampleOn(page);
    expect(new Set(drawn).size).toBe(3);
    expect(drawn.every((each) => raised.includes(each))).toBe(true);
    expect(await page.getByRole('main').innerText()).toMatch(
      /Drawn by Mona, 3 April 2023, \d+:\d\dam, from 5 disputes raised in the quarter\./,
    );
    const { samples } = await sheetOf('Mona');
    expect(samples.map(({ references, outOf, drawnBy }) => [references, outOf, drawnBy.id])).toEqual([
      [drawn, 5, 'mona'],
    ]);
    await pressed(page.getByRole('link', { name: drawn[0]! }));
    expect(page.url()).toBe(`${address}/disputes/${drawn[0]!}`);
  });

  it('shows the same to everybody who leads the service, and again to the person who draws again without a reason', async () => {
    const { references } = (await sheetOf('Mona')).samples[0]!;
    const command = { iro: 'iris', quarter: '2023/24 Q1' };
    for (let time = 0; time < 3; time++) await council.done('Quentin', '/iro-service/samples', command);
    for (const person of ['Mona', 'Quentin', 'Queenie'])
      expect((await sheetOf(person)).samples.map((each) => each.references)).toEqual([references]);
    const page = await open('Queenie', '/iro-service');
    await pressed(page.getByRole('link', { name: 'Supervision sheet of Iris' }));
    expect(await sampleOn(page)).toEqual(references);
  });

  it('draws another three with a reason, and keeps the first on record, without JavaScript too', async () => {
    const [first] = (await sheetOf('Mona')).samples;
    const page = await fromTheService('Quentin', 'Iris', false);
    await pressed(page.getByRole('link', { name: 'Draw another three, and say why' }));
    await page.getByLabel('Why another three are needed').fill('The first were read last month.');
    await pressed(page.getByRole('button', { name: 'Draw three' }));
    await page.getByText('The sample stands below.').waitFor();
    const { samples } = await sheetOf('Mona');
    expect(samples.map(({ number, reason, drawnBy }) => [number, reason, drawnBy.id])).toEqual([
      [2, 'The first were read last month.', 'quentin'],
      [1, null, 'mona'],
    ]);
    expect(samples[1]!.references).toEqual(first!.references);
    expect(await page.getByRole('main').innerText()).toContain('The first were read last month.');
  });

  it('has the figures of the IRO service, of this IRO alone, and each leads to what it counts', async () => {
    const { iros } = (await council.get<IroServiceDto>('Mona', '/iro-service')).body;
    expect((await sheetOf('Mona')).iro).toEqual(iros.find(({ iro }) => iro.id === 'iris'));
    const page = await fromTheService('Mona', 'Iris');
    expect(await page.getByRole('main').innerText()).not.toContain('Ivan');
    expect(page.url()).not.toMatch(/iris/i);
    const hrefs = await page
      .getByRole('main')
      .locator('a.app-heat__number')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href')!, Number(link.firstChild!.textContent)] as const),
      );
    // The disputes that they hold open, and those that they raised in the quarter.
    expect(hrefs.length).toBeGreaterThanOrEqual(2);
    for (const [url, number] of hrefs) {
      const { body } = await council.app.inject({ url, headers: { cookie: cookieOf('Mona'), accept: 'text/html' } });
      expect([url, [...body.matchAll(/app-work__act" href/g)].length]).toEqual([url, number]);
    }
  });

  it('draws nothing that is restricted, names what becomes hidden no more, and says so where there is nothing', async () => {
    const { references } = (await sheetOf('Mona')).samples[0]!;
    await council.done('Iris', `/disputes/${references[0]!}/restrict`, { readers: ['tom'], reason: 'Family.' });
    expect((await sheetOf('Mona')).samples[0]!.references).toEqual(references.slice(1));
    const body = { iro: 'carol', quarter: '2023/24 Q1' };
    expect(await council.post('Mona', '/iro-service/samples', body)).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-draw' },
    });
    const page = await fromTheService('Mona', 'Carol');
    await pressed(page.getByRole('link', { name: 'Draw three at random' }));
    await pressed(page.getByRole('button', { name: 'Draw three' }));
    expect(await page.getByRole('main').innerText()).toContain('There is nothing to draw');
  });

  it('answers 200 to those who lead the IRO service, and 403 or 404 to everybody else', async () => {
    const page = await fromTheService('Mona', 'Iris');
    const { pathname, search } = new URL(page.url());
    const path = `${pathname}${search}`;
    for (const [person, [kind]] of Object.entries(PEOPLE)) {
      const isTheirs = ['iro-manager', 'head-of-qa', 'qa-service-manager'].includes(kind);
      for (const url of [path, `/iro-service/samples${search}`]) {
        const { statusCode } = await council.app.inject({
          url,
          headers: { cookie: cookieOf(person), accept: 'text/html' },
        });
        // An act that is not theirs is refused; a page that is not theirs answers 404.
        const otherwise = url === path ? 404 : 403;
        expect([person, url, statusCode]).toEqual([person, url, isTheirs ? 200 : otherwise]);
      }
    }
    for (const url of ['/iro-service/sheet', '/iro-service/sheet?of=nobody', `${path}&quarter=soon`]) {
      const { statusCode } = await council.app.inject({
        url,
        headers: { cookie: cookieOf('Mona'), accept: 'text/html' },
      });
      expect([url, statusCode]).toEqual([url, 404]);
    }
    expect((await council.get('Mona', '/iro-service/sheet?iro=tom')).status).toBe(404);
    expect((await council.get('Mona', '/iro-service/sheet?iro=iris&quarter=soon')).status).toBe(400);
  });

  it('is printed with how it is to be handled, and without what is pressed', async () => {
    const page = await fromTheService('Mona', 'Iris');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('OFFICIAL-SENSITIVE.').isVisible()).toBe(true);
    expect(await page.getByText('Draw another three, and say why').isVisible()).toBe(false);
  });

  it('is taken away as a tagged PDF, for Word, as CSV and as a spreadsheet, which say what the page says', async () => {
    const page = await fromTheService('Mona', 'Iris');
    const file = async (name: string) => {
      const url = await page.getByRole('link', { name }).getAttribute('href');
      expect(url).not.toMatch(/iris/i);
      const headers = { cookie: cookieOf('Mona'), accept: '*/*' };
      const { statusCode, rawPayload } = await council.app.inject({ url: url!, headers });
      expect([name, statusCode]).toEqual([name, 200]);
      return rawPayload;
    };
    const pdf = await file('The sheet as PDF');
    const of = (program: string, ...options: string[]) => execFileSync(program, options, { input: pdf }).toString();
    expect(of('pdfinfo', '-')).toMatch(/Tagged: +yes/);
    expect(of('pdfinfo', '-struct', '-')).toMatch(/H1[^]*H2[^]*Table/);
    const text = of('pdftotext', '-layout', '-', '-');
    for (const said of ['Supervision sheet: Iris', 'OFFICIAL-SENSITIVE. Printed by Mona', 'Drawn by Mona'])
      expect(text).toContain(said);
    const { samples, iro } = await sheetOf('Mona');
    for (const reference of samples[0]!.references) expect(text).toContain(reference);
    const word = strFromU8(unzipSync(await file('for Word'))['word/document.xml']!);
    for (const said of ['Supervision sheet: Iris', 'Drawn by Mona', ...samples[0]!.references])
      expect(word).toContain(said);
    expect(word).toMatch(/Heading1[^]*Heading2[^]*<w:tbl>/);
    const lines = (await file('as CSV')).toString();
    expect(lines).toContain(`"Caseload today","Iris","Children","${iro.children}",`);
    expect(lines).toContain('\r\n"By quarter",');
    const sheets = strFromU8(unzipSync(await file('as an open-document spreadsheet'))['content.xml']!);
    expect([...sheets.matchAll(/table:name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      ...['Caseload today', 'By quarter'],
    ]);
    expect(sheets).toContain(`<text:p>${iro.children}</text:p>`);
    for (const person of ['Iris', 'Tom', 'Dora'])
      expect(
        (await council.app.inject({ url: '/iro-service/sheet/pdf', headers: { cookie: cookieOf(person) } })).statusCode,
      ).toBe(404);
  });

  it('left no error on the console', () => {
    expect(heard.filter((line) => !/40[039]/.test(line))).toEqual([]);
  });
});
