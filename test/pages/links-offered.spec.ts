import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';

/*
 * Pages that are everybody's offer their reader no link that is refused to them. Each kind of post opens them, and follows every link.
 */

const PEOPLE = [
  ...[
    'Iris',
    'Carol',
    'Mona',
    'Quentin',
    'Queenie',
    'Walter',
    'Tom',
    'Sven',
    'Hana',
    'Edith',
    'Anton',
    'Agnes',
    'Dora',
  ],
  ...['Chris', 'Beth', 'Percy', 'Ines', 'Gina', 'Adam'],
];
/** Everybody's pages, of which not everybody chooses how they are told. */
const PAGES = ['/help', '/notices', '/notices/how', '/accessibility', '/cookies', '/privacy', '/whats-new'];

let council: Council;
beforeAll(async () => {
  council = await Council.begin();
  const { reference } = await council.done('Iris', '/disputes', aConcern());
  await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
  await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'not', reason: 'There is no date.' });
  await council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'There is no date.' });
  await council.done('Mona', '/children/C2/allocate', { iro: 'ivan', from: '2023-04-03' });
  await council.caughtUp();
});
afterAll(() => council.end());

const open = (person: string, url: string) =>
  council.app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
const linksIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))),
];

/** The addresses without what narrows them, and one for each kind of record. */
const oneOfEachKind = (links: readonly string[]): string[] => {
  const kindOf = (link: string): string =>
    link
      .split('?')[0]!
      .replaceAll(/[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REF')
      .replace(/children\/[^/]+/, 'children/ONE');
  return [...new Map(links.map((link) => [kindOf(link), link])).values()];
};

describe('Whoever reads a page that is everybody’s', () => {
  it.each(PEOPLE)('may open every link on it: %s', async (person) => {
    const refused: string[] = [];
    for (const page of PAGES) {
      const { statusCode, body } = await open(person, page);
      if (page === '/notices/how' && statusCode === 403) continue;
      expect([page, statusCode]).toEqual([page, 200]);
      for (const link of linksIn(body)) {
        const answer = await open(person, link);
        if (answer.statusCode >= 400) refused.push(`${page}: ${link} ${answer.statusCode}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it.each(PEOPLE)('may open every kind of link on the pages of the navigation: %s', async (person) => {
    const refused: string[] = [];
    const known = new Map<string, number>();
    const statusOf = async (link: string): Promise<number> => {
      const status = known.get(link) ?? (await open(person, link)).statusCode;
      known.set(link, status);
      return status;
    };
    for (const place of linksIn((await open(person, '/help')).body)) {
      const { body } = await open(person, place);
      for (const link of oneOfEachKind(linksIn(body)))
        if ((await statusOf(link)) >= 400) refused.push(`${place}: ${link} ${known.get(link)}`);
    }
    expect(refused).toEqual([]);
  });
});
