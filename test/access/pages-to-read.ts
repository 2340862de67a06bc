import { actingForCode } from '../../src/access/acting-for.js';
import { ChildAddresses } from '../../src/directory/children/child-addresses.js';
import type { Answer } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';
import type { CellOfLine, Findings } from './checking.js';
import { type Column, isNoProgram } from './columns.js';
import type { Courses, Thing } from './courses.js';
import { keyOf } from './matrix-file.js';
import { READINGS } from './readings.js';
import type { ThingsToRead } from './things-to-read.js';

/** A page for people of what a route of the API answers. */
interface PageToRead {
  readonly path: (thing: Thing, addressOf: (child: string) => string) => string;
  /** Further readings of the API that the page shows. */
  readonly also?: readonly string[];
}

const at = (path: PageToRead['path'], ...also: string[]): PageToRead => ({ path, also });
const list = (path: string, ...also: string[]): PageToRead => ({ path: () => path, also });

/** The page of each route of the API that has one, by the request as the matrix has it. */
export const PAGES_TO_READ: ReadonlyMap<string, PageToRead> = new Map(
  Object.entries({
    'GET /disputes/:reference': at(({ id }) => `/disputes/${id}`, 'GET /disputes/:reference/events'),
    'GET /disputes/:reference/outline': at(({ id }) => `/disputes/${id}/outline`),
    'GET /disputes/:reference/letter': at(({ id }) => `/disputes/${id}/letter`),
    'GET /disputes/:reference/legal-advice': at(({ id }) => `/disputes/${id}/legal-advice`),
    'GET /disputes/:reference/record-copy': at(({ id }) => `/disputes/${id}/print`),
    'GET /disputes/:reference/document': at(({ id, document = '' }) => `/disputes/${id}/document?id=${document}`),
    'GET /disputes/:reference/views': at(({ id }) => `/disputes/${id}/views`),
    'GET /disputes': list('/disputes'),
    'GET /disputes/csv': list('/disputes/csv'),
    'GET /board': list('/board'),
    'GET /board/week': list('/board/week?of=2023-04-03'),
    'GET /work': list('/my-work'),
    'GET /work/to-file': list('/my-work?tab=to-file', 'GET /work'),
    'GET /acknowledgements/:reference': at(({ id }) => `/acknowledgements/${id}`),
    'GET /acknowledgements/:reference/views': at(({ id }) => `/acknowledgements/${id}/views`),
    'GET /acknowledgements': list('/acknowledgements'),
    'GET /acknowledgements/csv': list('/acknowledgements/csv'),
    'GET /reviews/unanswered': list('/reviews'),
    'GET /reviews/:reference': at(({ id }) => `/reviews/${id}`),
    'GET /reviews/:reference/views': at(({ id }) => `/reviews/${id}/views`),
    'GET /recommendations/:reference': at(({ id }) => `/recommendations/${id}`),
    'GET /recommendations': list('/recommendations'),
    'GET /children/:id': at(({ child }, addressOf) => addressOf(child), 'GET /children/:id/history'),
    'GET /children': list('/children'),
    'GET /children/:id/history': at(({ child }, addressOf) => `${addressOf(child)}/print`, 'GET /children/:id'),
    'GET /challenge/meetings/:meeting': at(({ id, meeting = id }) => `/challenge/meetings/${meeting}`),
    'GET /challenge/meetings/:meeting/pack': at(({ id, meeting = id }) => `/challenge/meetings/${meeting}/papers`),
    'GET /challenge/meetings/:meeting/calendar': at(
      ({ id, meeting = id }) => `/challenge/meetings/${meeting}/calendar`,
    ),
    'GET /challenge/meetings': list('/challenge'),
    'GET /challenge/series/:series/calendar': at(({ id }) => `/challenge/series/${id}/calendar`),
    'GET /themes/over-time': list('/themes'),
    'GET /covers': list('/covers'),
    'GET /protocol/shown': list('/protocol'),
    'GET /protocol/file': list('/protocol/file?version=1'),
    'GET /roles/proposals': list('/roles/proposals'),
    'GET /accounts': list('/accounts'),
    'GET /calendar': list('/calendar'),
    'GET /notices': list('/notices'),
    'GET /due-dates/address': list('/due-dates'),
    'GET /imports': list('/imports'),
    'GET /imports/export': list('/imports/export'),
    'GET /imports/export/file': at(
      ({ id }) => `/imports/export/file?name=${id.startsWith('PA-') ? 'acknowledgements' : 'disputes'}.csv`,
    ),
    'GET /emergency-access': list('/emergency-access'),
  }),
);

/** Pages that show something of children and have no line of their own in the matrix, each with why. Parameters are `:`. */
export const OTHER_PAGES: Readonly<Record<string, string>> = {
  '/board/csv': 'The rows of the board, as a file.',
  '/challenge/meetings/:/room': 'One item after another of the agenda of the meeting.',
  '/disputes/:/letter/docx': 'The letter for the child, as a file.',
  '/disputes/:/letter/pdf': 'The letter for the child, as a file.',
  '/disputes/:/print/pdf': 'The record copy, as a file.',
  '/drafts/:': 'What somebody writes, for themselves and whom they show it.',
  '/my-work/handover': 'The rows of My work, on one page.',
  '/search/found': 'Rows of the lists, as they stand there.',
};

/** The routes of those pages, with every parameter as `:`. */
export const routesToRead = (): Set<string> => {
  const named: Thing = { id: ':', meeting: ':', child: ':', words: '', holder: '', asked: '' };
  return new Set([...PAGES_TO_READ.values()].map(({ path }) => path(named, () => '/children/:').split('?')[0]!));
};

/**
 * Opens the page of each cell, and asks the API the same. A page opens where the API answers, and nothing that was written about the case
 * stands on it where the API does not say it.
 */
export const checkPages = async (
  cells: readonly CellOfLine[],
  things: ThingsToRead,
  { council }: Courses,
  findings: Findings,
): Promise<void> => {
  const addresses = council.app.get(ChildAddresses);
  const addressOf = (child: string): string => addresses.pathOf(child);
  const asked = new Map<string, Promise<Pick<Answer, 'status' | 'text'>>>();
  const once = (key: string, ask: () => Promise<Pick<Answer, 'status' | 'text'>>) => {
    const answer = asked.get(key) ?? ask();
    asked.set(key, answer);
    return answer;
  };
  const ofTheApi = ({ person, actingFor }: Column, path: string) =>
    once(['api', person, actingFor, path].join(' '), () =>
      council.get(person, path, actingFor === undefined ? {} : { 'footprint-acting-for': actingFor }),
    );
  const ofThePage = ({ person, actingFor }: Column, path: string) =>
    once(['page', person, actingFor, path].join(' '), async () => {
      const query = actingFor === undefined ? '' : `${path.includes('?') ? '&' : '?'}for=${actingForCode(actingFor)}`;
      const headers = { cookie: cookieOf(person), accept: 'text/html' };
      const { statusCode, body } = await council.app.inject({ url: `${path}${query}`, headers });
      return { status: statusCode, text: body };
    });
  for (const { line, column } of cells) {
    const { path, also = [] } = PAGES_TO_READ.get(line.request)!;
    const thing = things.of(line.about, column.course, line.sensitivity);
    // A program has no browser.
    if (thing === undefined || !isNoProgram(column.person)) continue;
    const page = await ofThePage(column, path(thing, addressOf));
    const api = await ofTheApi(column, READINGS.get(line.request)!.path(thing));
    findings.cells++;
    const wrong = (what: string): void =>
      void findings.otherwise.push(
        `${keyOf(line)} | ${column.heading}: ${what} (page ${page.status}, API ${api.status})`,
      );
    if ((page.status === 200) !== (api.status === 200)) wrong('the page does not open as the API answers');
    if (page.status >= 500) wrong('the page fails');
    if (thing.words === '' || !page.text.includes(thing.words)) continue;
    const others = await Promise.all(also.map((request) => ofTheApi(column, READINGS.get(request)!.path(thing))));
    if (![api, ...others].some(({ text }) => text.includes(thing.words))) wrong('the page says what the API does not');
  }
};
