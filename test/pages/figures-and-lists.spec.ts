import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceFrom } from '../../src/demonstration/chance.js';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import type { WeekReadDto } from '../../src/reports/escalations/week/week.dto.js';
import { COUNTS_OF_WEEK } from '../../src/reports/escalations/week/week.js';
import type { IroServiceDto } from '../../src/reports/iro-service/iro-service.dto.js';
import type { ThemeCasesDto } from '../../src/reports/themes/themes.dto.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';

/*
 * Every figure on the board, the week, themes, a team, the reports and the IRO service equals the list that it opens, and what the API says,
 * whoever reads it. A council of chance is made, and then cells of it are compared until there are enough: the page and its filters, who
 * reads it, and on which day, are chosen by chance.
 */

const CELLS = casesOf('figures');
/** Cells that one council is asked for before another is made. */
const CELLS_OF_A_COUNCIL = 1_000;
const YEAR = '2023-24';
const THEMES = ['DD-PERM', 'DD-CARE', 'EDUC', 'HEALTH', 'LIFE', 'PLAN', 'VISIT'];
const CHILDREN: readonly (readonly [child: string, iro: string, manager: string])[] = [
  ['C1', 'Iris', 'Tom'],
  ['C2', 'Iris', 'Tom'],
  ['C3', 'Ivan', 'Tess'],
];
const WEEKS = ['2023-04-03', '2023-04-17', '2023-05-08', '2023-07-03', '2023-10-02'];

/** A figure that was followed: what the page shows, how many its list holds, and what the API says where the test asks it. */
interface Cell {
  readonly where: readonly [person: string, page: string, href: string];
  readonly shown: number;
  readonly listed: number;
}

describe('Every figure', () => {
  let council: Council;
  const chance = chanceFrom(seed);
  const seen = new Map<string, number>();

  const made = async (): Promise<Council> => {
    const begun = await Council.begin();
    for (const day of WEEKS) {
      begun.at(`${day}T09:00:00.000Z`);
      for (let number = 0; number < 4; number++) await somethingHappens(begun);
    }
    begun.at('2023-10-05T09:00:00.000Z');
    await begun.caughtUp();
    return begun;
  };

  const somethingHappens = async (begun: Council): Promise<void> => {
    const [child, iro, manager] = chance.oneOf(CHILDREN);
    if (chance.happens(25)) {
      const people = [{ person: 'walter' }];
      const good = { children: [child], people, theme: 'PA-DIRECT', whatTheyDid: 'A life story.' };
      return void (await begun.done(iro, '/acknowledgements', good));
    }
    const kind = chance.oneOf(['formal', 'formal', 'informal']);
    const body = aConcern({ children: [child], theme: chance.oneOf(THEMES), kind });
    const { status, body: raised } = await begun.post<{ reference: string }>(iro, '/disputes', body);
    if (status >= 300) return;
    await begun.caughtUp();
    const act = async (person: string, name: string, sent: object): Promise<void> =>
      void (await begun.done(person, `/disputes/${raised.reference}/${name}`, sent));
    if (chance.happens(15)) return act(iro, 'restrict', { readers: [manager.toLowerCase()], reason: 'Family.' });
    if (chance.happens(10)) return act(iro, 'withdraw', { reason: 'The facts were wrong.' });
    if (chance.happens(40)) return;
    const actions = chance.happens(50) ? [{ what: 'Find a school.', who: manager, by: '2023-11-15' }] : [];
    await act(manager, 'answer', anAnswer({ actions }));
    const verdict = chance.happens(70) ? 'satisfied' : 'not';
    await act(iro, 'judge', { verdict, reason: 'As it stands.' });
    if (verdict === 'satisfied')
      await act(iro, 'resolve', {
        outcome: actions.length === 0 ? 'RES-FULL' : 'RES-ACT',
        impact: [chance.oneOf(['plan-moving', 'no-change-yet', 'service-started'])],
      });
  };

  beforeAll(async () => {
    council = await made();
  }, 300_000);
  afterAll(() => council.end());

  const htmlOf = async (person: string, url: string): Promise<string | null> => {
    const { statusCode, body } = await council.app.inject({
      ...{ url, headers: { cookie: cookieOf(person), accept: 'text/html' } },
    });
    expect([person, url, [200, 404].includes(statusCode)]).toEqual([person, url, true]);
    return statusCode === 200 ? body : null;
  };
  const apiOf = async <Body>(person: string, path: string): Promise<Body> => {
    const { status, body } = await council.get<Body>(person, path);
    expect([person, path, status]).toEqual([person, path, 200]);
    return body;
  };
  const linksIn = (html: string, pattern: RegExp): { readonly href: string; readonly shown: number }[] =>
    [...html.matchAll(pattern)].map(([, href, shown]) => ({
      href: href!.replaceAll('&amp;', '&'),
      shown: Number(shown),
    }));
  const rowsIn = (html: string): number => [...html.matchAll(/app-work__act"(?: href=|>)/g)].length;

  /** How many a list holds: its rows, and where it says that its reader may not know of all of them, as many as it says. */
  const listed = async (person: string, href: string): Promise<number> => {
    const html = await htmlOf(person, href);
    expect([person, href, html === null]).toEqual([person, href, false]);
    return rowsIn(html!);
  };

  const followed = async (person: string, page: string, pattern = /app-heat__number" href="([^"]+)">(\d+)</g) => {
    const html = await htmlOf(person, page);
    const cells: Cell[] = [];
    for (const { href, shown } of html === null ? [] : linksIn(html, pattern))
      cells.push({ where: [person, page, href], shown, listed: await listed(person, href) });
    return cells;
  };
  const equal = (cells: readonly Cell[]): number => {
    for (const { where, shown, listed: rows } of cells) expect([...where, rows]).toEqual([...where, shown]);
    return cells.length;
  };
  const positive = (numbers: readonly number[]): number[] => numbers.filter((number) => number > 0);

  const SHOWN_EVERYTHING = ['Anton', 'Dora', 'Mona', 'Quentin', 'Ines'];
  const WITH_A_BOARD = Object.keys(PEOPLE).filter((person) => !['Walter', 'Percy', 'Gina', 'Adam'].includes(person));

  const PAGES: Readonly<Record<string, () => Promise<number>>> = {
    board: async () => {
      const person = chance.oneOf(WITH_A_BOARD);
      const filters = chance.oneOf(['', 'team=north', 'team=south', `theme=${chance.oneOf(THEMES)}`, 'waitingFor=iro']);
      const { totals, thisWeek } = await apiOf<EscalationBoardDto>(person, `/board?${filters}`);
      const week = Object.fromEntries(COUNTS_OF_WEEK.map((count) => [count, thisWeek[count].length]));
      const cells: Cell[] = [];
      for (const [what, count] of Object.entries({ ...totals, ...week })) {
        const href = `/board/counted?${filters === '' ? '' : `${filters}&`}what=${what}`;
        cells.push({ where: [person, 'the API', href], shown: count, listed: await listed(person, href) });
      }
      const page = filters === '' ? '/board?filters=none' : `/board?${filters}`;
      const onPage = await followed(person, page, /href="(\/board\/counted[^"]+)">[^<]*: (\d+)</g);
      for (const { where, shown } of onPage) {
        const what = new URLSearchParams(where[2].split('?')[1]).get('what')!;
        expect([...where, shown]).toEqual([...where, { ...totals, ...week }[what]]);
      }
      return equal([...cells, ...onPage]);
    },
    week: async () => {
      const person = chance.oneOf(WITH_A_BOARD);
      const query = `of=${chance.oneOf(WEEKS)}`;
      const cells = await followed(person, `/board/week?${query}`);
      const { week, now } = await apiOf<WeekReadDto>(person, `/board/week?${query}`);
      const stand = [now.open, now.late, now.waitingForIro, now.vacancies, now.overdueActions, now.forChallenge];
      const counts = positive([...COUNTS_OF_WEEK.map((count) => week[count].length), ...stand]);
      expect([person, query, cells.map(({ shown }) => shown)]).toEqual([person, query, counts]);
      return equal(cells);
    },
    themes: async () => {
      const person = chance.oneOf([...WITH_A_BOARD, 'Percy']);
      const kind = chance.oneOf(['formal', 'informal', 'disputes', 'acknowledgement']);
      const page = `/themes?kind=${kind}&lines=${chance.oneOf(['theme', 'team'])}`;
      const html = await htmlOf(person, page);
      const links = html === null ? [] : linksIn(html, /href="(\/themes\/cases\?[^"]+)">(\d+)</g);
      for (const { href, shown } of links) {
        // A record that some may not see is counted for them all the same, and the list says how many there are.
        const { count, items } = await apiOf<ThemeCasesDto>(person, href);
        const rows = await listed(person, href);
        expect([person, href, count, rows]).toEqual([person, href, shown, items.length]);
        if (SHOWN_EVERYTHING.includes(person)) expect([person, href, rows]).toEqual([person, href, shown]);
      }
      return links.length;
    },
    team: async () =>
      equal(await followed(chance.oneOf(SHOWN_EVERYTHING), `/teams/${chance.oneOf(['north', 'south'])}`)),
    reports: async () => {
      const path = chance.oneOf(['timeliness', 'how-far', 'so-what', 'repeats']);
      const person = chance.oneOf(SHOWN_EVERYTHING);
      const html = await htmlOf(person, `/reports/${path}/${YEAR}`);
      const links = html === null ? [] : linksIn(html, /app-heat__number" href="([^"]+)">(\d+)</g);
      for (const { href, shown } of links) {
        const list = (await htmlOf(person, href))!;
        // Two answers of one dispute are two of what is counted, in one record.
        const records = Number(/They stand in (\d+) dispute/.exec(list)?.[1] ?? shown);
        expect([person, href, rowsIn(list), list.includes(`: ${shown}.`)]).toEqual([person, href, records, true]);
      }
      return links.length;
    },
    'IRO service': async () => {
      const person = chance.oneOf(['Mona', 'Quentin', 'Queenie']);
      const cells = await followed(person, '/iro-service');
      const { iros } = await apiOf<IroServiceDto>(person, '/iro-service');
      const today = positive(iros.flatMap(({ open, late }) => [open.count, late.count]));
      const quarters = iros.flatMap(({ quarters: all }) =>
        all.flatMap(({ work: { informal, formal, acknowledgement, check, recommendations }, ...more }) =>
          [
            informal,
            formal,
            acknowledgement,
            check,
            more.checksUnfinished,
            recommendations,
            more.recommendationsWaiting,
          ].map(({ count }) => count),
        ),
      );
      expect([person, cells.map(({ shown }) => shown)]).toEqual([person, [...today, ...positive(quarters)]]);
      return equal(cells);
    },
  };

  it(
    'equals the list that it opens, and the API, for everybody who reads it',
    async () => {
      let cells = 0;
      let ofThisCouncil = 0;
      // By chance a council has no figure on one of the pages: then another one has.
      while (cells < CELLS || Object.keys(PAGES).some((page) => !seen.get(page))) {
        if (ofThisCouncil >= CELLS_OF_A_COUNCIL) {
          await council.end();
          council = await made();
          ofThisCouncil = 0;
        }
        for (const [page, compare] of Object.entries(PAGES)) {
          const compared = await compare();
          seen.set(page, (seen.get(page) ?? 0) + compared);
          cells += compared;
          ofThisCouncil += compared;
        }
      }
      report('Figures compared with their lists', { cells, ...Object.fromEntries(seen) });
      for (const page of Object.keys(PAGES)) expect(seen.get(page)).toBeGreaterThan(0);
    },
    patienceFor(CELLS, 200),
  );
});
