import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { IroServiceDto } from '../../src/reports/iro-service/iro-service.dto.js';
import { aConcern, Council, PEOPLE } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

/** The protocol of the house, with a clock for the recommendations of a review. */
const withAClock = (protocol: string): string =>
  `${protocol}\nrecommendations:\n  answered-by: team-manager\n  clock: 5 working-days\n`;

const IRO_SERVICE = ['iro-manager', 'head-of-qa', 'qa-service-manager'];

describe('The page of the IRO service', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let restricted: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin('house', { adapted: withAClock }));
    council = inBrowser.council;
    await council.done('Iris', '/disputes', aConcern());
    await council.done('Iris', '/disputes', aConcern({ children: ['C2'], kind: 'informal' }));
    restricted = (await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }))).reference;
    await council.done('Iris', `/disputes/${restricted}/restrict`, { readers: ['tom'], reason: 'Family.' });
    await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }));
    const good = { theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', { children: ['C1'], ...good });
    await council.done('Iris', '/reviews', { kind: 'preparation', child: 'C1', heldOn: '2023-04-20' });
    await council.done('Iris', '/recommendations', {
      child: 'C1',
      reviewedOn: '2023-03-30',
      recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
    });
    council.at('2023-04-20T09:00:00.000Z');
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
  const figuresOn = (html: string): { readonly href: string; readonly number: number }[] =>
    [...html.matchAll(/app-heat__number" href="([^"]+)">(\d+)</g)].map(([, href, number]) => ({
      href: href!.replaceAll('&amp;', '&'),
      number: Number(number),
    }));

  it.each([true, false])('leads from the figure of an IRO to each record, JavaScript %s', async (isOn) => {
    const page = await open('Mona', '/my-work', isOn);
    await pressed(page.getByRole('link', { name: 'IRO service', exact: true }));
    await page.getByRole('heading', { name: 'IRO service', level: 1 }).waitFor();
    if (isOn) expect(await wrongWith(page)).toEqual([]);
    const iris = page.getByRole('region', { name: 'Iris', exact: true });
    const quarter = iris.getByRole('row', { name: /^Q1 2023\/24/ });
    // Informal, formal, acknowledgements, checks, unfinished, recommendations, waiting: the restricted one is not hers to know.
    expect((await quarter.getByRole('cell').allInnerTexts()).join(' ')).toBe('1 1 1 1 1 1 1');
    // Before anybody worked here, and without a register, nothing is known: it is not 0.
    const before = iris.getByRole('row', { name: /^Q1 2022\/23/ });
    expect((await before.getByRole('cell').allInnerTexts()).join(', ')).toBe(
      'no register, no register, no register, not collected, not collected, not collected, not collected',
    );
    await pressed(quarter.getByRole('link').nth(3));
    await page.getByText('Iris: Q1 2023/24 (Apr–Jun): Checks: 1.').waitFor();
    if (isOn) expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('main').getByRole('link', { name: /^RVW-/ }));
    expect(page.url()).toContain('/reviews/RVW-');
  });

  it('counts what the API counts, A to Z', async () => {
    const { iros } = (await council.get<IroServiceDto>('Mona', '/iro-service')).body;
    const names = iros.map(({ iro }) => iro.name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['Carol', 'Iris', 'Ivan']));
    const iris = iros.find(({ iro }) => iro.id === 'iris')!;
    expect(iris).toMatchObject({ children: 2, open: { count: 2 } });
    const page = await open('Mona', '/iro-service');
    const today = page.getByRole('region', { name: 'Caseload today' });
    for (const { iro, children, open: held, late } of iros) {
      const row = today.getByRole('row', { name: new RegExp(`^${iro.name}\\b`) });
      expect([iro.name, await row.getByRole('cell').allInnerTexts()]).toEqual([
        iro.name,
        [children, held.count, late.count].map(String),
      ]);
    }
  });

  it('leads from every figure to exactly what it counts, and each of these opens', async () => {
    let followed = 0;
    for (const person of ['Mona', 'Quentin', 'Queenie'])
      for (const { href, number } of figuresOn(await htmlOf(person, '/iro-service'))) {
        const html = await htmlOf(person, href);
        const leads = [...html.matchAll(/app-work__act" href="([^"]+)"/g)].map(([, lead]) => lead!);
        expect([person, href, leads.length]).toEqual([person, href, number]);
        for (const lead of leads) await htmlOf(person, lead);
        followed += leads.length;
      }
    expect(followed).toBeGreaterThanOrEqual(30);
  });

  it('holds no person in an address, no child, and nothing that is restricted to others', async () => {
    const page = await htmlOf('Mona', '/iro-service');
    for (const { href } of figuresOn(page)) {
      expect(href).not.toMatch(/iris|ivan|carol/i);
      const html = await htmlOf('Mona', href);
      expect(html).not.toMatch(/\bC[1234]\b/);
      expect(html.includes(restricted.slice(4))).toBe(false);
    }
    expect(page).not.toMatch(/\bC[1234]\b/);
  });

  it('is taken away as CSV', async () => {
    const answer = await answerTo('Mona', '/iro-service/csv');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('"Iris","Q1 2023/24 (Apr–Jun)","Formal","1",');
  });

  it('answers 200 to those who lead the IRO service, and 404 to everybody else', async () => {
    for (const [person, [kind]] of Object.entries(PEOPLE)) {
      const isTheirs = IRO_SERVICE.includes(kind);
      for (const url of ['/iro-service', '/iro-service/csv'])
        expect([person, url, (await answerTo(person, url)).statusCode]).toEqual([person, url, isTheirs ? 200 : 404]);
    }
    expect((await answerTo('Mona', '/iro-service/counted?figure=today')).statusCode).toBe(404);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
