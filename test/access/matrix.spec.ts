import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '../faults/cases.js';
import { ACTS } from './acts.js';
import { cellsOf, checkActs, checkReadings, noFindings } from './checking.js';
import { chosenCells, chosenPages, chosenReadings, PER_CENT } from './choice.js';
import { Courses } from './courses.js';
import { matrixOfTheCouncil } from './matrix-file.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { routesOf } from '../support/routes.js';
import { checkPages, OTHER_PAGES, PAGES_TO_READ, routesToRead } from './pages-to-read.js';
import { READINGS } from './readings.js';
import { ThingsToRead } from './things-to-read.js';

/*
 * Promise A1: docs/access/matrix.csv says what every kind of post may read and do, in every relation to a case; here its cells are asked
 * over HTTP of a council that has somebody for each column. The file is written from the domain; nothing here looks at the access table.
 */

const PATIENCE = PER_CENT >= 100 ? 3_600_000 : 1_200_000;
const matrix = matrixOfTheCouncil();

describe('The access matrix, over HTTP', () => {
  let courses: Courses;
  let things: ThingsToRead;
  beforeAll(async () => {
    courses = await Courses.begin();
    things = await ThingsToRead.begin(courses);
  }, PATIENCE);
  afterAll(() => courses.council.end());

  it(
    'says of each chosen cell what is read',
    async () => {
      const findings = noFindings();
      const isChosen = chosenReadings();
      const lines = matrix.lines.filter(({ request }) => READINGS.has(request));
      const cells = cellsOf(lines).filter(({ line, column }) => isChosen(line, column.heading));
      await checkReadings(cells, things, courses, findings);
      report('Access matrix, readings', { cells: findings.cells, of: cellsOf(lines).length });
      expect(findings.otherwise).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'holds for the page of each chosen cell as for the answer to a program',
    async () => {
      const findings = noFindings();
      const isChosen = chosenPages();
      const lines = matrix.lines.filter(({ request }) => PAGES_TO_READ.has(request));
      await checkPages(
        cellsOf(lines).filter(({ line, column }) => isChosen(line, column.heading)),
        things,
        courses,
        findings,
      );
      report('Access matrix, pages', { cells: findings.cells, of: cellsOf(lines).length });
      expect(findings.otherwise).toEqual([]);
    },
    PATIENCE,
  );

  it('is asked of every page that shows something of children and is no form', () => {
    const routes = routesOf(courses.council.app).filter(({ path }) => isPageAddress(path));
    const sent = new Set(routes.filter(({ method }) => method === 'POST').map(({ path }) => path));
    const shows = routes.filter(
      ({ method, path, opening }) => method === 'GET' && !sent.has(path) && opening !== undefined && 'what' in opening,
    );
    expect(shows.length).toBeGreaterThan(15);
    const asked = routesToRead();
    const pages = shows.map(({ path }) => path.replaceAll(/:\w+/g, ':'));
    expect(pages.filter((page) => !asked.has(page) && !(page in OTHER_PAGES))).toEqual([]);
  });

  it(
    'says of each chosen cell what is done',
    async () => {
      const findings = noFindings();
      const isChosen = chosenCells();
      const lines = matrix.lines.filter(({ request }) => ACTS.has(request));
      const cells = cellsOf(lines).filter(({ line, column }) => isChosen(line, column.heading));
      await checkActs(cells, courses, findings);
      report('Access matrix, acts', { cells: findings.cells, of: cellsOf(lines).length });
      expect(findings.otherwise).toEqual([]);
      // A refusal for the state of the case shows that somebody may; each act is carried out by somebody all the same.
      const never = [...ACTS].filter(([request, act]) => !findings.accepted.has(request) && !act.isNeverCarriedOut);
      if (PER_CENT >= 100) expect(never.map(([request]) => request)).toEqual([]);
    },
    PATIENCE,
  );
});
