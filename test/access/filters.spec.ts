import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACKNOWLEDGEMENTS_GO_BY } from '../../src/acknowledgements/list/list.dto.js';
import { ITEMS_GO_BY } from '../../src/challenge/items/items.dto.js';
import { MEETINGS_GO_BY } from '../../src/challenge/meeting/list/list.dto.js';
import { CHILDREN_GO_BY } from '../../src/directory/children/children.dto.js';
import { PEOPLE_GO_BY } from '../../src/directory/people/people.dto.js';
import { ACTIONS_GO_BY } from '../../src/disputes/actions/actions.dto.js';
import { ANSWERS_GO_BY } from '../../src/disputes/answers/answers.dto.js';
import { DISPUTES_GO_BY } from '../../src/disputes/list/list.dto.js';
import { BOARD_GOES_BY } from '../../src/reports/escalations/escalations.dto.js';
import { fieldsIn } from '../names/fields-of-routes.js';
import { aConcern, anAnswer, Council, PEOPLE } from '../journeys/council.js';
import { routesOf } from '../support/routes.js';

/*
 * A filter says what it filters by: a person who narrows a list to those that one person is to do learns whose each row is. So every filter and
 * every sort of every list goes by something that its reader is shown of the rows, or is refused.
 */

interface List {
  readonly path: string;
  readonly goesBy: Readonly<Record<string, string>>;
  /** A value for each filter, in whatever form it may be sent. */
  readonly values: Readonly<Record<string, string>>;
  readonly sorts?: readonly string[];
}

const A_YEAR = { year: '2023-24' };
const OF_THE_CASE = {
  team: 'north',
  theme: 'DD-PERM',
  themeGroup: 'DD',
  stage: '1',
  service: 'Localities',
  ladder: 'main',
};

const LISTS: readonly List[] = [
  {
    path: '/disputes',
    goesBy: DISPUTES_GO_BY,
    values: {
      ...{ ...A_YEAR, ...OF_THE_CASE, kind: 'formal', status: 'open', awaiting: 'closing', overdue: 'false' },
      ...{ iro: 'iris', heldBy: 'iris', child: 'C1', quarter: '1', imported: 'false', takenOn: 'true' },
      ...{ actionsOutstanding: 'true', level: 'red' },
    },
    sorts: ['raisedOn', '-raisedOn', 'dueOn', '-dueOn', 'stage', '-stage'],
  },
  { path: '/actions', goesBy: ACTIONS_GO_BY, values: { done: 'false', who: 'Tom' } },
  { path: '/answers', goesBy: ANSWERS_GO_BY, values: { stage: '1', inTime: 'true' } },
  {
    path: '/acknowledgements',
    goesBy: ACKNOWLEDGEMENTS_GO_BY,
    values: {
      ...{ ...A_YEAR, status: 'given', team: 'north', giver: 'iris', giverRole: 'iro', child: 'C1' },
      theme: 'PA-DIRECT',
    },
    sorts: ['givenOn', '-givenOn'],
  },
  { path: '/children', goesBy: CHILDREN_GO_BY, values: { team: 'north', iro: 'iris', socialWorker: 'walter' } },
  {
    path: '/challenge/items',
    goesBy: ITEMS_GO_BY,
    values: {
      ...{ meeting: 'CM-0000-0000', series: 'MS-0000-0000', meetingKind: 'challenge', dispute: 'DRP-0000-0000' },
      ...{ child: 'C1', about: 'case', theme: 'DD-PERM', status: 'on-agenda', decision: 'deferred' },
      ...{ heldFrom: '2023-04-01', heldTo: '2023-04-30', actionsOutstanding: 'true' },
    },
  },
  {
    path: '/challenge/meetings',
    goesBy: MEETINGS_GO_BY,
    values: { series: 'MS-0000-0000', kind: 'challenge', status: 'arranged' },
  },
  { path: '/people', goesBy: PEOPLE_GO_BY, values: { name: 'ir' } },
  { path: '/board', goesBy: BOARD_GOES_BY, values: { ...OF_THE_CASE, waitingFor: 'iris' } },
];

/** Queries that leave no rows out of a list, and why they may be asked. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '/themes': 'Figures of one IRO are for the IRO service and the IRO: src/reports/themes/by-person.ts.',
  '/themes/over-time': 'As of the figures: counts, that anybody who counts is shown.',
  '/themes/by-month': 'As of the figures: counts, that anybody who counts is shown.',
  '/themes/cases': 'As of the figures: what is counted by person is refused to everybody else.',
  '/reports/annual/:year': 'Which years and teams are compared, for all readers alike.',
  '/reports/timeliness/:year': 'By what to count, of what each reader is shown.',
  '/disputes/csv': 'As of the list of disputes, which it is read by.',
  '/disputes/:reference/document': 'Which of its documents: they are those of the dispute, to whom it is shown.',
  'GET /disputes/:reference/document': 'Which of its documents, as of the API.',
  '/imports/export': 'The year, of what is taken away.',
  'GET /imports/:id': 'How many rows there were at the last look, and since when: no row is chosen by it.',
  'GET /imports/:id/progress': 'As of the page of that import.',
  '/imports/export/file': 'The year and the name of the file, of what its reader may see in full.',
  '/acknowledgements/csv': 'As of the list of acknowledgements, which it is read by.',
  '/protocol/shown': 'Which version of the rules is shown, to all readers alike.',
  '/protocol/file': 'Which version of the rules is taken away, by all readers alike.',
  'GET /protocol/file': 'Which version of the rules is taken away, as of the API.',
  'GET /protocol': 'Which version of the rules is shown, as of the API.',
  '/calendar/what-moves': 'Days that would be entered.',
  '/iro-service/sheet': 'Which IRO and which quarter, for those alone who lead the service.',
  '/iro-service/sheet/csv': 'As of the sheet, which it is read by.',
  '/iro-service/sheet/docx': 'As of the sheet, which it is read by.',
  '/iro-service/sheet/ods': 'As of the sheet, which it is read by.',
  '/iro-service/sheet/pdf': 'As of the sheet, which it is read by.',
  '/board/week': 'Which week is counted, to all readers alike.',
  '/published-reports/:reference/tables':
    'Whether small numbers are hidden or rounded in the tables that are offered for one report.',
  '/published-reports/:reference/compare': 'Which edition of one report, to all its readers alike.',
  '/published-reports/:reference/pdf': 'Which edition of one report, to all its readers alike.',
  '/published-reports/:reference/docx': 'Which edition of one report, to all its readers alike.',
  '/published-reports/:reference/json': 'Which edition of one report, to all its readers alike.',
  '/published-reports/:reference/csv': 'Which edition and which table of one report, to all its readers alike.',
  '/published-reports/:reference/ods': 'Which edition and which table of one report, to all its readers alike.',
  '/feed/:table': 'Where a page goes on, of rows that name nobody.',
  '/feed/:table/csv': 'Where a page goes on, of rows that name nobody.',
  '/teams': 'The day on which teams are looked at.',
  '/posts': 'The day on which posts are looked at.',
  '/covers': 'The day on which it is looked who stands in.',
  '/teams/:id': 'The day on which it is looked at.',
};

const PAGING = ['cursor', 'limit', 'sort'];
/** The day as of which all is read, the same for every row. */
const AS_AT = 'asAt';

describe('a filter of a list', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
    for (const child of ['C1', 'C3', 'C4'])
      await council.done('Mona', `/children/${child}/name-social-worker`, { socialWorker: 'walter' });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    const good = { children: ['C1'], theme: 'PA-DIRECT', people: [{ person: 'walter' }], whatTheyDid: 'A life story.' };
    await council.done('Iris', '/acknowledgements', good);
    const meeting = {
      kind: 'challenge',
      name: 'Challenge',
      heldOn: '2023-04-20',
      startsAt: '10:00',
      posts: ['director'],
    };
    const { reference: meetingId } = await council.done('Mona', '/challenge/meetings', meeting);
    await council.done('Mona', `/challenge/meetings/${meetingId}/add-items`, {
      items: [{ dispute: reference, note: 'Look.' }],
    });
  });
  afterAll(() => council.end());

  const rowsOf = async (person: string, path: string): Promise<Record<string, unknown>[] | null> => {
    const { status, body } = await council.get<{ items?: object[]; rows?: object[] }>(person, path);
    return status === 200 ? ((body.items ?? body.rows) as Record<string, unknown>[]) : null;
  };
  const isShown = (value: unknown): boolean =>
    value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

  it('is one of those that say by what they go, in every list that has any', () => {
    const unsaid = routesOf(council.app)
      .filter(({ method }) => method === 'GET')
      .flatMap((route) => fieldsIn(route).map(({ name }) => ({ path: route.request.replace('GET /api/v1', ''), name })))
      .filter(({ path, name }) => !PAGING.includes(name) && name !== AS_AT && !path.includes(`:${name}`))
      .filter(
        ({ path, name }) => !(path in OTHERWISE) && !LISTS.some((each) => each.path === path && name in each.goesBy),
      );
    expect(unsaid).toEqual([]);
  });

  it.each(LISTS)(
    'of $path goes by what each reader is shown, or is refused',
    async ({ path, goesBy, values, sorts = [] }) => {
      expect(Object.keys(values).sort()).toEqual(Object.keys(goesBy).sort());
      // By what a row can be filtered at all: the IRO manager is shown everything.
      const full = await rowsOf('Mona', path);
      expect(full!.length).toBeGreaterThan(0);
      const wrong: string[] = [];
      for (const person of Object.keys(PEOPLE)) {
        const rows = await rowsOf(person, path);
        if (rows === null || rows.length === 0) continue;
        const withheld = (field: string): boolean =>
          full!.some((row) => isShown(row[field])) && !rows.some((row) => isShown(row[field]));
        for (const [filter, field] of Object.entries(goesBy)) {
          const { status } = await council.get(person, `${path}?${filter}=${encodeURIComponent(values[filter]!)}`);
          if (status !== (withheld(field) ? 403 : 200)) wrong.push(`${person} ${path}?${filter}: ${status}`);
        }
        for (const sort of sorts) {
          const { status } = await council.get(person, `${path}?sort=${sort}`);
          if (status === 200 && withheld(sort.replace('-', ''))) wrong.push(`${person} ${path}?sort=${sort}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
