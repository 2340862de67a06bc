import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_TO_ALL, SIGNED_IN } from '../../src/access/permission.js';
import { DISPUTE_ACTS } from '../../src/disputes/acts/all-acts.js';
import { ACT_FORMS, RAISED_BY_A_PAGE_OF_THEIR_OWN } from '../../src/disputes/pages/act-links.js';
import { DOES } from '../../src/reports/my-work/what-does-it.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { shapesOf } from '../../src/platform/http/fields.js';
import { ACT_PAGES } from '../../src/disputes/pages/pages.js';
import type { Field } from '../../src/web/forms/form.js';
import { choicesFrom } from '../../src/disputes/pages/choices.js';
import { Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';
import { type Route, routesOf } from '../support/routes.js';

/** Commands that a program alone sends: a page signs people in by its own, and sends files in the form that they belong to. */
const WITHOUT_A_PAGE = ['/demonstration', '/documents'];

/** Pages with another address than their route: no person and no record number stands in one, and what only reads begins nothing. */
const PAGES_OF: Readonly<Record<string, string>> = {
  '/covers/:id/end': '/covers/end',
  '/notice-preferences': '/notices/how',
  '/search': '/search',
  '/views': '/views',
  '/challenge/meetings/:meeting/decide-item': '/challenge/meetings/:meeting/notes/:item',
  '/protocol/try': '/protocol/new',
  '/directory/files/try': '/directory/files',
  '/reports/other-councils': '/reports/other-councils/new',
  '/reports/other-councils/try-file': '/reports/other-councils/file',
  '/imports/propose-mapping': '/imports/new',
  '/imports/try': '/imports/new',
  '/people/:id/complete': '/people/complete',
  '/people/:id/hand-over-caseload': '/caseload/hand-over',
};

/** Every form saves its draft; the other acts on one have a button each on its page. */
const SAVED_BY_EVERY_FORM = '/drafts/:draft';
const ON_THE_PAGE_OF: Readonly<Record<string, string>> = {
  '/drafts/:draft/show': '/drafts/:draft',
  '/drafts/:draft/hide': '/drafts/:draft',
  '/drafts/:draft/pass-on': '/drafts/:draft',
  '/drafts/:draft/throw-away': '/drafts/:draft',
};

const isWithoutAPage = (path: string): boolean =>
  PAGES_OF[path] === undefined && WITHOUT_A_PAGE.some((under) => `${path}/`.startsWith(`${under}/`));

/** A route that begins a record has its page under `/new`. */
const pageOfAct = (path: string): string => {
  if (PAGES_OF[path] !== undefined) return PAGES_OF[path];
  const page = path
    .replace(/^\/children\/:id/, '/children/:address')
    .replace(/^\/(accounts|roles\/proposals)\/:id/, '/$1/:reference');
  return /^(\/challenge)?\/[a-z-]+$/.test(page) ? `${page}/new` : page;
};

describe('Pages', () => {
  let council: Council;
  let routes: Route[];
  beforeAll(async () => {
    council = await Council.begin();
    routes = routesOf(council.app);
  });
  afterAll(() => council.end());

  it('open no more than the API: each stands under rows of the access table under which a route of the API stands', () => {
    const isOpen = ({ permission }: Route): boolean => permission === OPEN_TO_ALL || permission === SIGNED_IN;
    const rowsOf = ({ permission }: Route): string => [...(permission as readonly string[])].sort().join(' ');
    const ofTheApi = new Set(routes.filter((each) => !isPageAddress(each.path) && !isOpen(each)).map(rowsOf));
    const pages = routes.filter((each) => isPageAddress(each.path) && !isOpen(each));
    expect(pages.length).toBeGreaterThan(50);
    expect(pages.filter((each) => !ofTheApi.has(rowsOf(each))).map(({ request }) => request)).toEqual([]);
  });

  it('exist for every act on a dispute that people send, to read and to send', () => {
    const sent = DISPUTE_ACTS.filter(({ route }) => route !== null).map(({ type }) => type as string);
    const wanted = sent
      .filter((act) => !RAISED_BY_A_PAGE_OF_THEIR_OWN.includes(act))
      .flatMap((act) => [`GET /disputes/:reference/${act}`, `POST /disputes/:reference/${act}`]);
    const there = new Set(routes.map(({ request }) => request));
    expect([...wanted, 'GET /disputes/new', 'POST /disputes/new'].filter((request) => !there.has(request))).toEqual([]);
  });

  it('exist for every act on an acknowledgement, a child’s record, a cover, a review, and for all other acts of people', () => {
    const sent = routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/v1/'));
    const acts = sent.map(({ path }) => path.replace('/api/v1', ''));
    const there = new Set(routes.map(({ request }) => request));
    const pages = acts.filter((path) => path !== SAVED_BY_EVERY_FORM && !isWithoutAPage(path)).map(pageOfAct);
    expect(pages.length).toBeGreaterThan(70);
    expect(
      pages.filter((path) => !there.has(`GET ${ON_THE_PAGE_OF[path] ?? path}`) || !there.has(`POST ${path}`)),
    ).toEqual([]);
    // A name that has no route is not left out.
    expect(WITHOUT_A_PAGE.filter((under) => !acts.some((path) => path.startsWith(under)))).toEqual([]);
  });

  it('are not there for whom they are not, unless they are the form of an act, which says whose it is', async () => {
    const isOfOneThing = ({ path }: Route): boolean => path.includes(':');
    const forms = new Set(routes.filter(({ method }) => method === 'POST').map(({ path }) => path));
    const isOpen = ({ permission }: Route): boolean => permission === OPEN_TO_ALL || permission === SIGNED_IN;
    const read = routes.filter(
      (each) => each.method === 'GET' && isPageAddress(each.path) && !isOpen(each) && !isOfOneThing(each),
    );
    const otherwise: string[] = [];
    for (const { path } of read.filter((each) => !forms.has(each.path)))
      for (const person of ['Dora', 'Gina', 'Adam', 'Iris']) {
        const headers = { cookie: cookieOf(person), accept: 'text/html' };
        const { statusCode } = await council.app.inject({ url: path, headers });
        if (statusCode === 403) otherwise.push(`${person} ${path}`);
      }
    expect(read.length).toBeGreaterThan(20);
    expect(otherwise).toEqual([]);
  });

  it('are what every row of My work leads to', () => {
    const there = new Set(routes.map(({ request }) => request));
    const acts = Object.values(DOES).flatMap(([, act]) => (act === '' ? [] : [act]));
    const pagesOf = ['disputes/:reference', 'challenge/meetings/:meeting', 'children/:address'];
    expect(acts.filter((act) => !pagesOf.some((page) => there.has(`GET /${page}/${act}`)))).toEqual([]);
    expect(there).toContain('GET /challenge/meetings/:meeting');
    for (const page of ['disputes', 'recommendations', 'reviews']) expect(there).toContain(`GET /${page}/:reference`);
  });

  it.each([...ACT_FORMS].map(([act, form]) => [act, form] as const))(
    '%s asks for nothing that the body of the API does not take, and for all that it needs',
    (act, { fields }) => {
      const { body } = ACT_PAGES.find((page) => page.act === act)!;
      const shapes = shapesOf(body as new () => object);
      const asked = fields.map(({ name }) => name.split('.')[0]!);
      expect(asked.filter((name) => !shapes.has(name))).toEqual([]);
      const rows = (each: Field): readonly string[] => (each.as === 'rows' ? each.fields.map(({ name }) => name) : []);
      for (const field of fields) {
        const of = shapes.get(field.name)?.of;
        if (field.as === 'rows') expect(rows(field).filter((name) => !shapesOf(of!()).has(name))).toEqual([]);
      }
    },
  );

  it('name only choices that somebody knows', () => {
    const directory = { teams: () => [], postsHeld: () => [] } as never;
    const known = choicesFrom({ dispute: null, entries: [], directory, protocols: null, today: '2023-04-03' });
    const named = [...ACT_FORMS.values()].flatMap(({ fields }) =>
      fields.flatMap((field) => ('choices' in field && typeof field.choices === 'string' ? [field.choices] : [])),
    );
    expect(named.filter((name) => !(name in known))).toEqual([]);
  });

  it('have their forms in the folders of their acts', () => {
    const acts = join(import.meta.dirname, '..', '..', 'src', 'disputes', 'acts');
    const missing = [...ACT_FORMS.keys()]
      .filter((act) => act !== 'record-legal-advice')
      .filter((act) => !existsSync(join(acts, act, `${act}.form.ts`)));
    expect(missing).toEqual([]);
  });
});
