import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { cookieOf } from './page-sessions.js';
import { routesOf } from './routes.js';

/** A page as somebody comes to it by links. */
export interface PageReached {
  readonly person: string;
  readonly url: string;
}

/** Addresses of files, which lead nowhere. */
const IS_FILE = /\/(csv|pdf|docx|ods|calendar|file|document)(\?|$)/;

/** So many pages of one route are read by each person for the links on them, and of the records of one kind by all of them: most have the same. */
const READ_BY_EACH = 2;
const READ_BY_ALL = 6;

/** One page of each route that somebody reaches by following links from their first page on, by the path of the route. */
export const pagesReached = async (
  app: NestFastifyApplication,
  people: readonly string[],
): Promise<Map<string, PageReached>> => {
  const routes = routesOf(app)
    .filter(({ method, path }) => method === 'GET' && isPageAddress(path))
    .map(({ path }) => path)
    // A path that is written out comes before one with a parameter, as the router has it.
    .sort((one, other) => Number(one.includes(':')) - Number(other.includes(':')))
    .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }));
  const routeOf = (url: string): string | undefined =>
    routes.find(({ pattern }) => pattern.test(url.split('?')[0]!))?.path;
  const reached = new Map<string, PageReached>();
  const readByAll = new Map<string, number>();
  for (const person of people) {
    const read = new Map<string, number>();
    const seen = new Set(['/']);
    for (const url of seen) {
      const route = routeOf(url);
      const [times, byAll] = [read, readByAll].map((each) => each.get(route ?? url) ?? 0) as [number, number];
      if (times >= READ_BY_EACH || (byAll >= READ_BY_ALL && route?.includes(':'))) continue;
      read.set(route ?? url, times + 1);
      readByAll.set(route ?? url, byAll + 1);
      const headers = { cookie: cookieOf(person), accept: 'text/html' };
      const answer = await app.inject({ url, headers });
      for (const link of linksOf(answer)) seen.add(link);
      if (answer.statusCode !== 200 || route === undefined) continue;
      if (String(answer.headers['content-type']).startsWith('text/html') && !reached.has(route))
        reached.set(route, { person, url });
    }
  }
  return reached;
};

/** The addresses within the program to which a page, or an answer that sends its reader on, leads. */
const linksOf = (answer: { readonly body: string; readonly headers: Readonly<Record<string, unknown>> }): string[] => {
  const on = answer.headers['location'];
  const links = [...answer.body.matchAll(/<(?:a|form)\b[^>]*\b(?:href|action)="(\/[^"#]*)/g)].map(([, link]) => link!);
  return [...links, ...(typeof on === 'string' ? [on] : [])]
    .map((link) => link.replaceAll('&amp;', '&'))
    .filter((link) => isPageAddress(link) && !link.startsWith('/sign-out') && !IS_FILE.test(link));
};
