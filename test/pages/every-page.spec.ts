import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_TO_ALL, SIGNED_IN } from '../../src/access/permission.js';
import { DISPUTE_ACTS } from '../../src/disputes/acts/all-acts.js';
import { ACT_FORMS, RAISED_BY_A_PAGE_OF_THEIR_OWN } from '../../src/disputes/pages/act-links.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { shapesOf } from '../../src/platform/http/fields.js';
import { ACT_PAGES } from '../../src/disputes/pages/pages.js';
import type { Field } from '../../src/web/forms/form.js';
import { choicesFrom } from '../../src/disputes/pages/choices.js';
import { Council } from '../journeys/council.js';
import { type Route, routesOf } from '../support/routes.js';

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

  it('are there for every act on a dispute that people send, to read and to send', () => {
    const sent = DISPUTE_ACTS.filter(({ route }) => route !== null).map(({ type }) => type as string);
    const wanted = sent
      .filter((act) => !RAISED_BY_A_PAGE_OF_THEIR_OWN.includes(act))
      .flatMap((act) => [`GET /disputes/:reference/${act}`, `POST /disputes/:reference/${act}`]);
    const there = new Set(routes.map(({ request }) => request));
    expect([...wanted, 'GET /disputes/new', 'POST /disputes/new'].filter((request) => !there.has(request))).toEqual([]);
  });

  it('are there for every act on an acknowledgement that people send', () => {
    const acts = routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/v1/acknowledgements'));
    const there = new Set(routes.map(({ request }) => request));
    const pages = acts.map(({ path }) =>
      path.replace('/api/v1', '').replace(/^\/acknowledgements$/, '/acknowledgements/new'),
    );
    expect(acts.length).toBeGreaterThan(3);
    expect(pages.filter((path) => !there.has(`GET ${path}`) || !there.has(`POST ${path}`))).toEqual([]);
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
    const known = choicesFrom({ dispute: null, entries: [], directory, protocol: null, today: '2023-04-03' });
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
