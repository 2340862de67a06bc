import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { WeekReadDto } from '../../src/reports/escalations/week/week.dto.js';
import { COUNTS_OF_WEEK } from '../../src/reports/escalations/week/week.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { Postbox } from '../notices/postbox.js';
import { sweepAt } from '../notices/sweep.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/* The week of Monday 3 April 2023; the Monday after it is Easter Monday, so its summary comes on Tuesday 11 April. */
const THE_MORNING = '2023-04-11T07:00:00.000Z';
const LEADERS = ['anton', 'dora', 'edith', 'hana', 'mona', 'queenie', 'quentin'];

describe('The week in counts', () => {
  const postbox = new Postbox();
  let council: Council;
  let browser: Browser;
  let address: string;
  let formal: string;
  let restricted: string;
  let praised: string;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin('house', { notices: postbox }), beginChromium()]);
    address = await served(council.app);
    formal = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', '/disputes', aConcern({ children: ['C2'], kind: 'informal', theme: 'HEALTH' }));
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    restricted = (await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    await council.done('Tom', `/disputes/${formal}/answer`, anAnswer({ actions: [] }));
    await council.done('Iris', `/disputes/${formal}/judge`, { verdict: 'satisfied', reason: 'A date is set.' });
    await council.done('Iris', `/disputes/${formal}/resolve`, { outcome: 'RES-FULL', impact: ['plan-moving'] });
    const good = { people: [{ person: 'walter' }], theme: 'PA-DIRECT', whatTheyDid: 'Planned the move with her.' };
    praised = (await council.done('Iris', '/acknowledgements', { children: ['C1'], ...good })).reference;
    await council.done('Ivan', '/acknowledgements', { children: ['C3'], ...good, people: [{ person: 'tess' }] });
    await council.done('Hana', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'none' });
    await sweepAt(council, '2023-04-11T06:59:00.000Z');
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const weekOf = async (person: string, query = '?of=2023-04-03'): Promise<WeekReadDto> =>
    (await council.get<WeekReadDto>(person, `/board/week${query}`)).body;
  const answerTo = (person: string, url: string) =>
    council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
  const open = async (person: string, path: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person), { javaScriptEnabled })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };

  it('is told to those who lead on its first working morning, once, and to nobody who wants to hear of nothing', async () => {
    expect(postbox.summaries).toEqual([]);
    await sweepAt(council, THE_MORNING);
    await sweepAt(council, '2023-04-11T07:01:00.000Z');
    await sweepAt(council, '2023-04-12T07:00:00.000Z');
    expect(postbox.summaries.map(({ person }) => person).sort()).toEqual(LEADERS.filter((each) => each !== 'hana'));
    const [first] = postbox.summaries.splice(0);
    expect(first!.subject).toBe('The board: the week from Monday 3 April 2023 in counts');
    expect(first!.text).toContain('https://footprint.example/board/week?of=2023-04-03');
    expect(first!.text).not.toMatch(/DRP-|PA-|\bC[123]\b|Iris|Tom|\d dispute/);
    await sweepAt(council, '2023-04-17T07:00:00.000Z');
    expect(postbox.summaries.splice(0).map(({ subject }) => subject)).toEqual(
      LEADERS.filter((each) => each !== 'hana').map(() => 'The board: the week from Monday 10 April 2023 in counts'),
    );
  });

  it('is not told any more to somebody who has left their post when it goes', async () => {
    await council.done('Dora', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    postbox.isAway = true;
    await sweepAt(council, '2023-04-24T07:00:00.000Z');
    await council.done('Adam', '/posts/edith-post/leave', { person: 'edith', on: '2023-04-23' });
    postbox.isAway = false;
    await sweepAt(council, '2023-04-24T08:30:00.000Z');
    const told = [...postbox.summaries.splice(0), ...postbox.sent.splice(0)].map(({ person }) => person);
    expect(told).toContain('anton');
    expect(told).toContain('dora');
    expect(told).not.toContain('edith');
  });

  it('counts what its reader may know of, and names no child', async () => {
    const countsOf = async (person: string) => {
      const { week } = await weekOf(person);
      return COUNTS_OF_WEEK.map((count) => week[count].length).join(' ');
    };
    // Raised formally and informally, moved up, settled, came back, changed, acknowledged.
    expect(await countsOf('Anton')).toBe('2 1 0 1 0 1 2');
    expect(await countsOf('Tom')).toBe('2 1 0 1 0 1 1');
    expect(await countsOf('Iris')).toBe('2 1 0 1 0 1 1');
    expect(await countsOf('Tess')).toBe('1 0 0 0 0 0 1');
    const all = JSON.stringify([await weekOf('Anton'), await weekOf('Iris')]);
    expect(all).not.toMatch(/"C[123]"/);
    expect(JSON.stringify(await weekOf('Anton'))).not.toContain(restricted);
    expect(JSON.stringify(await weekOf('Tom'))).toContain(restricted);
  });

  it('is of the last week that is over unless told, and of no week that has not begun', async () => {
    const { week, isThisWeek } = await weekOf('Anton', '');
    expect([week.from, week.to, isThisWeek]).toEqual(['2023-04-17', '2023-04-23', false]);
    expect((await weekOf('Anton', '?of=2023-04-30')).week.from).toBe('2023-04-24');
    for (const day of ['2023-05-01', '2023-02-30', 'monday']) {
      const { status, text } = await council.get('Anton', `/board/week?of=${day}`);
      expect([day, status]).toEqual([day, 400]);
      expect(text).toMatch(/day of (this|the) week/);
      expect((await answerTo('Anton', `/board/week?of=${day}`)).statusCode).toBe(400);
    }
  });

  it('leads from each count to exactly what it counts, for everybody who has a board, and to nothing for others', async () => {
    let followed = 0;
    // Edith has left her post by now, and is signed in no more.
    for (const person of Object.keys(PEOPLE).filter((each) => each !== 'Edith')) {
      const isTheirs = (await council.get(person, '/board')).status === 200;
      const answer = await answerTo(person, '/board/week?of=2023-04-03');
      expect([person, answer.statusCode]).toEqual([person, isTheirs ? 200 : 404]);
      if (!isTheirs) continue;
      const { week, now } = await weekOf(person);
      const shown = [...answer.body.matchAll(/app-heat__number" href="([^"]+)">(\d+)</g)];
      const counts = shown.map(([, href, number]) => [href!.replaceAll('&amp;', '&'), Number(number)] as const);
      const stand = [now.open, now.late, now.waitingForIro, now.vacancies, now.overdueActions, now.forChallenge];
      const expected = [...COUNTS_OF_WEEK.map((count) => week[count].length), ...stand].filter((count) => count > 0);
      expect([person, counts.map(([, number]) => number)]).toEqual([person, expected]);
      for (const [href, number] of counts) {
        const { body } = await answerTo(person, href);
        const leads = [...body.matchAll(/app-work__act" href="([^"]+)"/g)].map(([, lead]) => lead!);
        expect([person, href, leads.length]).toEqual([person, href, number]);
        for (const lead of leads)
          expect([person, lead, (await answerTo(person, lead)).statusCode]).toEqual([person, lead, 200]);
        followed += leads.length;
      }
    }
    expect(followed).toBeGreaterThanOrEqual(100);
  });

  it('says well done with one press from the line of an acknowledgement, also without JavaScript', async () => {
    const page = await open('Anton', '/board');
    await pressed(page.getByRole('link', { name: 'The last week in counts' }));
    await pressed(page.getByRole('link', { name: 'The week before' }));
    await pressed(page.getByRole('link', { name: 'The week before' }));
    await page.getByRole('heading', { name: 'Week of 3 April 2023', level: 1 }).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: '2 Acknowledgements' }));
    const line = page.getByRole('row', { name: new RegExp(praised) });
    expect(await line.innerText()).toContain('Locality North');
    expect(await page.getByRole('main').innerText()).toContain('“Well done” goes at once to whoever gave');
    expect(await wrongWith(page)).toEqual([]);
    await pressed(line.getByRole('button', { name: `Say well done to ${praised}` }));
    await page.getByText('Sent to whoever gave it.').waitFor();
    for (const path of ['/board/week/counted?of=2023-04-03&what=acknowledged', '/acknowledgements']) {
      const plain = await open('Anton', path, false);
      expect(await plain.getByRole('button', { name: `Say well done to ${praised}` }).count()).toBe(0);
      expect(await plain.getByRole('button', { name: /^Say well done to PA-/ }).count()).toBe(1);
      expect(await (await open('Mona', path)).getByRole('button', { name: /^Say well done/ }).count()).toBe(0);
    }
    const plain = await open('Anton', '/acknowledgements', false);
    await pressed(plain.getByRole('button', { name: /^Say well done to PA-/ }));
    await plain.getByText('Sent to whoever gave it.').waitFor();
    expect(
      await (await open('Anton', '/acknowledgements')).getByRole('button', { name: /^Say well done/ }).count(),
    ).toBe(0);
  });

  it('stands in the notices of the person who was told, and leads to the page', async () => {
    const page = await open('Anton', '/notices');
    await pressed(page.getByRole('link', { name: /^Open the week/ }).last());
    await page.getByRole('heading', { name: 'Week of 3 April 2023', level: 1 }).waitFor();
  });

  it('left no error on the console', () => {
    expect(heard).toEqual([]);
  });
});
