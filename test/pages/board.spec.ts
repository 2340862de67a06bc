import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import { COUNTS_OF_WEEK } from '../../src/reports/escalations/week/week.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

describe('The board', () => {
  let council: Council;
  let inBrowser: CouncilInBrowser;
  let late: string;
  let answered: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    late = (await council.done('Iris', '/disputes', aConcern())).reference;
    answered = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'] }))).reference;
    await council.done('Tom', `/disputes/${answered}/answer`, anAnswer());
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], kind: 'informal' }));
    council.at('2023-04-14T09:00:00.000Z');
    await council.caughtUp();
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const boardOf = async (person: string): Promise<EscalationBoardDto> =>
    (await council.get<EscalationBoardDto>(person, '/board')).body;

  it('is the home of those who lead, with what waits past its promised date, with whom, and what comes next', async () => {
    const page = await open('Anton', '/');
    expect(page.url()).toBe(`${inBrowser.address}/board`);
    const waiting = page.getByRole('region', { name: 'Waiting past the promised date', exact: true });
    expect(await waiting.innerText()).toMatch(new RegExp(`${late}[\\s\\S]*Tom[\\s\\S]*Iris chases it or sends it up`));
    expect(await page.getByRole('main').innerText()).toContain('With IROs: 1');
    expect(await wrongWith(page)).toEqual([]);
  });

  it('stands in the menu of managers and leaders, and of nobody who may not open it', async () => {
    for (const person of ['Tom', 'Sven', 'Mona', 'Anton'])
      expect(await (await open(person, '/my-work')).getByRole('link', { name: 'Board', exact: true }).count()).toBe(1);
    const page = await open('Walter', '/my-work');
    expect(await page.getByRole('link', { name: 'Board', exact: true }).count()).toBe(0);
  });

  it('keeps what a post opens less often behind “More”, which closes by Escape and when something else is pressed', async () => {
    const iris = await open('Iris', '/my-work');
    const covers = iris.getByRole('link', { name: 'Covers', exact: true });
    expect(await covers.count()).toBe(0);
    await iris.getByText('More', { exact: true }).click();
    expect(await covers.count()).toBe(1);
    expect(await wrongWith(iris)).toEqual([]);
    await iris.keyboard.press('Escape');
    expect(await covers.count()).toBe(0);
    await iris.getByText('More', { exact: true }).click();
    await iris.getByRole('heading', { level: 1 }).click();
    expect(await covers.count()).toBe(0);
    await iris.getByText('More', { exact: true }).click();
    await covers.click();
    await iris.getByRole('heading', { name: 'Covers', level: 1 }).waitFor();
  });

  it('counts what the API counts, and shows each of its rows', async () => {
    for (const person of ['Anton', 'Mona']) {
      const { rows, totals } = await boardOf(person);
      const page = await open(person, '/board?view=table');
      expect(await page.getByRole('link', { name: `All ${totals.open}` }).count()).toBe(1);
      const text = await page.getByRole('region', { name: 'All that is open' }).innerText();
      expect(rows.map(({ reference }) => reference).filter((reference) => !text.includes(reference))).toEqual([]);
      expect(rows.length).toBe(totals.open);
      expect(await wrongWith(page)).toEqual([]);
    }
  });

  it('names a child only in what its reader can open, on the page, in the API and in the CSV', async () => {
    const { rows } = await boardOf('Anton');
    expect(rows.map(({ mayOpen, children, childCount }) => [mayOpen, children, childCount])).toEqual(
      rows.map(() => [false, [], 1]),
    );
    const page = await open('Anton', '/board?view=table');
    expect(await page.getByRole('main').innerText()).not.toMatch(/\bC[123]\b/);
    const all = page.getByRole('region', { name: 'All that is open' });
    expect(await all.getByRole('link', { name: late }).getAttribute('href')).toBe(`/disputes/${late}/outline`);
    const theirs = await boardOf('Mona');
    expect(theirs.rows.every(({ mayOpen, children }) => mayOpen && children.length === 1)).toBe(true);
    const csv = await council.app.inject({ url: '/board/csv', headers: { cookie: cookieOf('Mona') } });
    expect(csv.statusCode).toBe(200);
    expect(csv.headers['content-disposition']).toContain('board.csv');
    expect(csv.body.split('\r\n').length).toBe(theirs.rows.length + 2);
    expect(csv.body).not.toMatch(/\bC[123]\b/);
  });

  it('is narrowed by a form whose address can be sent on, and asked for a stage alone, without JavaScript too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('Mona', '/board', { javaScriptEnabled });
      await page.getByText('Filter', { exact: true }).click();
      await page.getByLabel('Waits for', { exact: true }).selectOption('iro');
      await pressed(page.getByRole('button', { name: 'Apply filters' }));
      expect(new URL(page.url()).searchParams.get('waitingFor')).toBe('iro');
      expect(await page.getByRole('region', { name: 'Every stage' }).innerText()).toContain(answered);
      expect(await page.getByRole('region', { name: 'Every stage' }).innerText()).not.toContain(late);
      await pressed(page.getByRole('link', { name: 'Clear filters' }));
    }
    const stage = await open('Mona', '/board?view=table&stage=0');
    expect(await stage.locator('#list tbody tr').count()).toBe(1);
    expect((await open('Mona', '/board?stage=many')).url()).toContain('stage=many');
  });

  it('leads from each count to exactly what it counts, for everybody who has a board', async () => {
    const action = (await council.done('Iris', '/disputes', aConcern({ children: ['C2'], theme: 'EDUC' }))).reference;
    const agreed = [{ what: 'Find a school.', who: 'Tom', by: '2023-04-15' }];
    await council.done('Tom', `/disputes/${action}/answer`, anAnswer({ actions: agreed }));
    await council.done('Iris', `/disputes/${action}/judge`, { verdict: 'satisfied', reason: 'A date is set.' });
    await council.done('Iris', `/disputes/${action}/resolve`, { outcome: 'RES-ACT', impact: ['plan-moving'] });
    await council.done('Iris', `/disputes/${late}/escalate`, { reason: 'No answer.' });
    council.at('2023-04-19T09:00:00.000Z');
    await council.caughtUp();
    let followed = 0;
    for (const person of ['Anton', 'Dora', 'Mona', 'Tom', 'Sven', 'Iris', 'Beth', 'Ines']) {
      const cookie = cookieOf(person);
      const htmlOf = async (url: string): Promise<string> => {
        const answer = await council.app.inject({ url, headers: { cookie, accept: 'text/html' } });
        expect([person, url, answer.statusCode]).toEqual([person, url, 200]);
        return answer.body;
      };
      const { totals, thisWeek } = await boardOf(person);
      const week = COUNTS_OF_WEEK.map((count) => [count, thisWeek[count].length] as const);
      for (const [what, count] of [...Object.entries(totals), ...week]) {
        const body = await htmlOf(`/board/counted?what=${what}`);
        const leads = [...body.matchAll(/app-work__act" href="([^"]+)"/g)].map(([, href]) => href!);
        expect([person, what, leads.length]).toEqual([person, what, count]);
        for (const href of leads) await htmlOf(href);
        followed += leads.length;
      }
    }
    expect(followed).toBeGreaterThanOrEqual(40);
    const page = await open('Anton', '/board');
    await pressed(page.getByRole('link', { name: 'Agreed actions whose day has passed: 1' }));
    await page.getByRole('heading', { name: 'Agreed actions whose day has passed (1)' }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(
      new RegExp(`${action}[\\s\\S]*Tom[\\s\\S]*working days late`),
    );
    expect(await wrongWith(page)).toEqual([]);
  });

  it('says what stands ready for the next meeting, as many as the page of the meeting lists', async () => {
    const meeting = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-26', startsAt: '14:00' };
    const posts = ['assistant-director', 'iro-manager'];
    const { reference } = await council.done('Mona', '/challenge/meetings', { ...meeting, posts });
    expect(await (await open('Anton', '/board')).getByText(/^For the meeting of/).count()).toBe(0);
    const theme = { theme: 'DD-PERM', title: 'Permanence' };
    await council.done('Mona', `/challenge/meetings/${reference}/add-items`, { items: [{ dispute: late }, theme] });
    const page = await open('Anton', '/board');
    await pressed(page.getByRole('link', { name: 'For the meeting of 26 April 2023: 1 case, 1 theme' }));
    expect(page.url()).toBe(`${inBrowser.address}/challenge/meetings/${reference}`);
    expect(await page.getByRole('main').innerText()).toMatch(/Permanence/);
  });

  it('is printed with how it is to be handled, and by whom', async () => {
    const page = await open('Anton', '/board?view=table');
    const says = page.getByText('OFFICIAL-SENSITIVE.');
    expect(await says.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await says.isVisible()).toBe(true);
    expect(await page.getByText(/Printed by Anton/).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'CSV without children' }).isVisible()).toBe(false);
    // The header of the page fills no sheet of its own.
    const firstSheet = execFileSync('pdftotext', ['-l', '1', '-', '-'], { input: await page.pdf() }).toString();
    expect(firstSheet).toMatch(/Northshire Council[\s\S]*OFFICIAL-SENSITIVE[\s\S]*Needs you/);
    // The line that says who printed it says the time, so the heading does not say it again.
    const [, time] = /As at (.+?)\.\n/.exec(firstSheet)!;
    expect(firstSheet.split(time!)).toHaveLength(2);
  });

  it('says how it is printed, and prints lying, with each reference in one piece', async () => {
    const page = await open('Anton', '/board');
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    expect(await page.evaluate('window.printed')).toBe(true);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(execFileSync('pdfinfo', ['-'], { input: paper }).toString()).toMatch(/Page size: +84[12](\.\d+)? x 59[45]/);
    expect(execFileSync('pdftotext', ['-layout', '-', '-'], { input: paper }).toString()).toContain(late);
    const { body } = await council.app.inject({
      url: '/board',
      headers: { cookie: cookieOf('Anton'), accept: 'text/html' },
    });
    expect(body).toContain('Print this page with the print command of your browser.');
  });

  it('answers 404 to posts that the access table does not let in', async () => {
    const answer = await council.app.inject({
      url: '/board',
      headers: { cookie: cookieOf('Percy'), accept: 'text/html' },
    });
    expect(answer.statusCode).toBe(404);
  });

  it('left no error on the console but that of an address that was typed wrong', () => {
    expect(inBrowser.heard.filter((line) => !line.includes('stage=many') && !line.includes('400'))).toEqual([]);
  });
});
