import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TeamFiguresDto } from '../../src/reports/team/team-figures.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';

const WRITTEN = 'Nobody has planned where she will live.';

describe('The page of a team', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let restricted: string;

  const raise = async (who: string, over: object): Promise<string> =>
    (await council.done(who, '/disputes', aConcern({ concern: WRITTEN, ...over }))).reference;
  const act = (who: string, reference: string, what: string, body: object): Promise<unknown> =>
    council.done(who, `/disputes/${reference}/${what}`, body);

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    await raise('Iris', { theme: 'DD-PERM' });
    const settled = await raise('Iris', { children: ['C2'], theme: 'EDUC' });
    await act('Tom', settled, 'answer', anAnswer({ actions: [] }));
    await act('Iris', settled, 'judge', { verdict: 'satisfied', reason: 'There is a date.' });
    await act('Iris', settled, 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
    restricted = await raise('Iris', { theme: 'LIFE' });
    await act('Iris', restricted, 'restrict', { readers: ['tom'], reason: 'Family.' });
    await raise('Ivan', { children: ['C3'] });
    const good = { theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', { children: ['C1'], ...good });
    council.at('2023-07-03T09:00:00.000Z');
    await raise('Iris', { theme: 'DD-CARE' });
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

  it('is a place of whoever manages it; whoever manages several chooses one, and nobody sees them ranked', async () => {
    const tom = await open('Tom', '/my-work', false);
    await pressed(tom.getByRole('link', { name: 'My team', exact: true }));
    await tom.getByRole('heading', { name: 'Locality North', level: 1 }).waitFor();
    const back = (page: Page): Promise<string> => page.getByRole('navigation', { name: 'Breadcrumb' }).innerText();
    expect(await back(tom)).toMatch(/^My team\s+Locality North$/);
    const dora = await open('Dora', '/teams');
    const names = await dora.getByRole('main').getByRole('listitem').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual(names.toSorted());
    expect(await wrongWith(dora)).toEqual([]);
    expect((await answerTo('Walter', '/teams')).statusCode).toBe(404);
  });

  it('has beside it what of the team has ended, in the work of its manager', async () => {
    const tom = await open('Tom', '/my-work');
    await pressed(tom.getByRole('link', { name: 'Ended', exact: true }));
    const main = await tom.getByRole('main').innerText();
    expect(main).toContain('Education and personal education plan');
    expect(main).not.toContain('Permanence planning');
    expect(await wrongWith(tom)).toEqual([]);
    expect(await (await open('Tess', '/my-work?tab=closed')).getByRole('main').innerText()).not.toContain('Education');
    expect(await (await open('Mona', '/my-work')).getByRole('link', { name: 'Ended', exact: true }).count()).toBe(0);
  });

  it.each([true, false])(
    'is reached from the themes by team, and leads on to each record, JavaScript %s',
    async (isOn) => {
      const page = await open('Dora', '/themes?lines=team', isOn);
      await pressed(page.getByRole('rowheader', { name: 'Locality North' }).getByRole('link'));
      await page.getByRole('heading', { name: 'Locality North', level: 1 }).waitFor();
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      const wrong = page.getByRole('region', { name: 'What goes wrong: formal disputes by theme' });
      await pressed(wrong.getByRole('row', { name: /^Drift and delay/ }).getByRole('link', { name: '2' }));
      await page
        .getByText(/2 formal disputes: Drift and delay, of Locality North/)
        .first()
        .waitFor();
      await page.goto('/teams/north');
      const changed = page.getByRole('region', { name: 'What changed for children' });
      await pressed(
        changed
          .getByRole('row', { name: /^Q1 2023\/24/ })
          .getByRole('link', { name: '1' })
          .last(),
      );
      await page.getByRole('heading', { name: 'What a figure counts' }).waitFor();
      if (isOn) expect(await wrongWith(page)).toEqual([]);
      await pressed(page.getByRole('main').getByRole('link', { name: /^DRP-/ }));
      await page.getByText('You can see where this is, not what was written.').waitFor();
    },
  );

  it('counts what the API counts', async () => {
    const { team, quarters } = (await council.get<TeamFiguresDto>('Anton', '/teams/north/figures')).body;
    expect(team.name).toBe('Locality North');
    const [now] = quarters.slice(-2);
    expect(now).toMatchObject({
      period: { quarter: '2023/24 Q1' },
      formal: { count: 2 },
      acknowledgements: { count: 1 },
      answered: { due: 2, inTimeByFirstDate: { count: 1, percent: 50 } },
      changed: { closed: { count: 1, percent: 50 }, impact: [{ impact: 'plan-moving', count: 1 }] },
    });
    const html = await htmlOf('Anton', '/teams/north');
    const numberAt = (figure: string): number | undefined =>
      figuresOn(html).find(({ href }) => href.endsWith(`figure=${figure}`))?.number;
    expect(numberAt('how-fast.2023-24-Q1.due')).toBe(now!.answered!.due);
    expect(numberAt('how-fast.2023-24-Q1.by-first-date')).toBe(now!.answered!.inTimeByFirstDate!.count);
    expect(numberAt('what-changed.2023-24-Q1.closed')).toBe(now!.changed!.closed!.count);
  });

  it('says of quarters of which nobody kept a register that nothing is known, and never 0', async () => {
    const page = await open('Anton', '/teams/north');
    for (const name of ['How fast it is put right', 'What changed for children'])
      expect(
        await page
          .getByRole('region', { name })
          .getByRole('row', { name: /^Q1 2022\/23/ })
          .innerText(),
      ).toMatch(/^Q1 2022\/23 \(Apr–Jun\)\s+no register\s+–/);
  });

  it('leads from every figure to exactly what it counts', async () => {
    let followed = 0;
    for (const person of ['Anton', 'Dora', 'Mona', 'Ines'])
      for (const team of ['north', 'south'])
        for (const { href, number } of figuresOn(await htmlOf(person, `/teams/${team}`))) {
          const html = await htmlOf(person, href);
          const records = [...html.matchAll(/app-work__act"(?: href="([^"]+)")?>/g)];
          expect([person, href, records.length]).toEqual([person, href, number]);
          for (const [, lead] of records) if (lead !== undefined) await htmlOf(person, lead);
          followed += records.length;
        }
    expect(followed).toBeGreaterThanOrEqual(80);
  });

  it('shows how the team stands today to those who have a board, each count leading to what it counts', async () => {
    const html = await htmlOf('Anton', '/teams/north');
    const [, count] = /board\/counted\?team=north&amp;what=open">Open: (\d+)</.exec(html)!;
    const counted = await htmlOf('Anton', '/board/counted?team=north&what=open');
    expect(counted.match(/app-work__act" href/g)).toHaveLength(Number(count));
    expect(await htmlOf('Percy', '/teams/north')).not.toContain('/board/counted');
  });

  it('holds no restricted record for anybody else, no child and no word', async () => {
    for (const { href } of figuresOn(await htmlOf('Anton', '/teams/north'))) {
      const html = await htmlOf('Anton', href);
      expect(html.includes(restricted.slice(4))).toBe(false);
      expect(html).not.toMatch(/\bC[1234]\b|Nobody has planned/);
    }
  });

  it('is taken away as CSV', async () => {
    const answer = await answerTo('Mona', '/teams/north/csv');
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="team.csv"',
    ]);
    expect(answer.body).toContain('"How fast it is put right","Q1 2023/24 (Apr–Jun)","By first date","1","50%"');
  });

  it('answers 404 for a team, a figure or a post that has none', async () => {
    for (const [person, url] of [
      ['Mona', '/teams/nowhere'],
      ['Mona', '/teams/north/counted?figure=how-fast.2023-24-Q1.median'],
      ['Walter', '/teams/north'],
    ] as const)
      expect([url, (await answerTo(person, url)).statusCode]).toEqual([url, 404]);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
