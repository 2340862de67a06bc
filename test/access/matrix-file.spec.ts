import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS_TABLE } from '../../src/access/access-table.js';
import { OPEN_TO_ALL, SIGNED_IN } from '../../src/access/permission.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { POST_KINDS } from '../../src/protocol/protocol.js';
import { Council } from '../journeys/council.js';
import { type Route, routesOf } from '../support/routes.js';
import { ACTS } from './acts.js';
import { COLUMNS, kindHeldBy, kindOf } from './columns.js';
import { CELLS, keyOf, matrixOfTheCouncil, routeOf, SENSITIVITIES, skeletonOf } from './matrix-file.js';
import { READINGS } from './readings.js';

const matrix = matrixOfTheCouncil();
const SENT = new Set([...ACTS.keys(), ...READINGS.keys()]);

describe('The file of the access matrix', () => {
  let routes: readonly Route[];
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
    routes = routesOf(council.app)
      .filter(({ permission }) => permission !== OPEN_TO_ALL && permission !== SIGNED_IN)
      // A page is one more door to the same rows: test/pages/every-page.spec.ts holds it to them.
      .filter(({ path }) => !isPageAddress(path))
      .map((route) => ({ ...route, request: route.request.replace('/api/v1', '') }));
  });
  afterAll(() => council.end());

  it('has a column for every kind of post, each with somebody who holds one', () => {
    expect(matrix.headings).toEqual(COLUMNS.map(({ heading }) => heading));
    expect(COLUMNS.filter((column) => kindHeldBy(column) !== kindOf(column))).toEqual([]);
    const kinds = new Set(COLUMNS.map(kindOf));
    expect(POST_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('says one of the agreed words in every cell', () => {
    const unknown = matrix.lines.flatMap((line) =>
      Object.entries(line.cells)
        .filter(([, cell]) => !(CELLS as readonly string[]).includes(cell))
        .map(([heading, cell]) => `${keyOf(line)} | ${heading}: ${cell}`),
    );
    expect(unknown).toEqual([]);
    expect(matrix.lines.filter(({ sensitivity }) => !SENSITIVITIES.includes(sensitivity)).map(keyOf)).toEqual([]);
  });

  it('has each line once, and none that nothing checks', () => {
    const keys = matrix.lines.map(keyOf);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(matrix.lines.filter(({ request }) => !SENT.has(request)).map(keyOf)).toEqual([]);
    expect(
      matrix.lines.filter(({ request, about }) => (ACTS.get(request)?.about ?? about) !== about).map(keyOf),
    ).toEqual([]);
  });

  it('has a line for every route, under the rows of the access table that speak for it', () => {
    const missing = routes
      .filter(({ request }) => !matrix.lines.some((line) => routeOf(line) === request))
      .map(({ request, permission }) => skeletonOf(request, permission as readonly string[], matrix));
    expect(missing).toEqual([]);
    const requests = new Set(routes.map(({ request }) => request));
    expect(matrix.lines.filter((line) => !requests.has(routeOf(line))).map(keyOf)).toEqual([]);
    for (const { request, permission } of routes) {
      const rows = new Set(matrix.lines.filter((line) => routeOf(line) === request).flatMap((line) => line.rows));
      expect([request, [...rows]]).toEqual([request, expect.arrayContaining([...(permission as readonly string[])])]);
    }
  });

  it('has a line for every row of the access table, and for a case also where it is restricted', () => {
    const rows = new Set(matrix.lines.flatMap((line) => line.rows));
    expect(Object.keys(ACCESS_TABLE).filter((row) => !rows.has(row))).toEqual([]);
    expect([...rows].filter((row) => !(row in ACCESS_TABLE))).toEqual([]);
    const restrictable = [...ACTS].filter(([, { isRestrictable }]) => isRestrictable).map(([request]) => request);
    const said = new Set(matrix.lines.map(keyOf));
    const missing = restrictable.flatMap((request) =>
      ['ordinary', 'restricted, on the list', 'restricted, not on the list']
        .map((sensitivity) => `${request} | ${ACTS.get(request)!.about} | ${sensitivity}`)
        .filter((key) => !said.has(key)),
    );
    expect(missing).toEqual([]);
  });
});
