import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namedInPath } from '../../src/access/named/addresses.js';
import { isNamedRule, NAMED_RULES, namedRule } from '../../src/access/named/rules.js';
import { classesWithFields, shapesOf } from '../../src/platform/http/fields.js';
import { Council } from '../journeys/council.js';
import { type Route, routesOf } from '../support/routes.js';
import { type Field, fieldsIn } from './fields-of-routes.js';

/** Words by which a field says that it names a record, somebody or a part of the council. */
const NAMES_SOMETHING =
  /^(disputes?|conversation|check|review|recommendations?|acknowledgements?|meeting|series|items?|actions?|child|children|person|people|iros?|giver|raiser|holder|held|chair|worker|readers?|members?|posts?|teams?|succeeds|succeeded|successors?|imports?|references?|duplicate|token)$/i;
/** These fields hold a word of a list, a day, a number or yes and no, and never the name of a record. */
const NEVER_NAMES = ['choice', 'choices', 'flag', 'day', 'days', 'year', 'wholeNumber', 'wholeNumbers'];
/** How references, ids and numbers within a record are written. */
const EXAMPLES_OF_NAMES = ['DRP-7K4M-2QXH', 'iris', '1000592', 'I1', 'A1', '5f0f7e7b-1c3d-4c0e-9a51-2f6d1d1b7a10'];
/** Fields that look so and name nothing: where a page goes on, a code of the annual report, a kind of post, words about a child, and a count. */
const NOT_NAMES = ['cursor', 'measure', 'giverRole', 'differenceForChild', 'rows'];

/** A kind of post, by the code that the protocol has for it. */
const KINDS_OF_POST = [
  ...['enterAnswerDispute /post', 'changeSeries /posts', 'startSeries /posts', 'arrangeMeeting /posts'],
  ...['beginMeeting /present/0/post', 'changeSeats /posts', 'correctAttendance /present/0/post'],
];
/** Those of a class within another. */
const KINDS_OF_POST_WITHIN = ['AttendeeDto post', 'CameDto post'];

/** A line of last year’s actions, by its number in the report that the address names, and whose it is, in words. */
const OF_A_REPORT = ['enterReportAction /action', 'enterReportAction /holder'];

/** The secret in the address opens these, and names nothing. */
const OPENED_BY_A_SECRET = ['/due-dates/feed/:whose/:secret/due-dates.ics', '/board/wall/:key'];
/** An item is looked for within the meeting that the address names, and nowhere else. */
const WITHIN_ANOTHER = '/challenge/meetings/:meeting/notes/:item';

const wordsIn = (name: string): string[] => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(' ');

const looksLikeAName = ({ name, shape: { format, pattern } }: Pick<Field, 'name' | 'shape'>): boolean =>
  !NEVER_NAMES.includes(format) &&
  !NOT_NAMES.includes(name) &&
  (wordsIn(name).some((word) => NAMES_SOMETHING.test(word)) ||
    EXAMPLES_OF_NAMES.some((example) => pattern?.test(example) === true));

describe('every field and every address that names something', () => {
  let council: Council;
  let routes: Route[];
  let fields: Field[];
  beforeAll(async () => {
    council = await Council.begin();
    routes = routesOf(council.app);
    fields = routes.flatMap(fieldsIn);
  });
  afterAll(() => council.end());

  it('are found', () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(fields.length).toBeGreaterThan(250);
    expect(fields.filter(({ shape }) => shape.rule !== undefined).length).toBeGreaterThan(60);
  });

  it('declares which rule it goes by', () => {
    const without = fields.filter((field) => field.shape.rule === undefined && looksLikeAName(field));
    expect(without.map(({ route, path }) => `${route.operation} ${path}`)).toEqual([...KINDS_OF_POST, ...OF_A_REPORT]);
  });

  it('declares it in every class that is read, those of the forms of pages too', () => {
    const classes = classesWithFields();
    expect(classes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['EndCoverOfDto', 'SaveDraftDto', 'RaiseDto']),
    );
    const ofRoutes = new Set(routes.flatMap(({ fieldsOf }) => fieldsOf ?? []));
    const without = classes
      .filter((type) => !ofRoutes.has(type))
      .flatMap((type) =>
        [...shapesOf(type)]
          .filter(
            ([name, shape]) => shape.of === undefined && shape.rule === undefined && looksLikeAName({ name, shape }),
          )
          .map(([name]) => `${type.name} ${name}`),
      );
    expect(without).toEqual(KINDS_OF_POST_WITHIN);
  });

  it('goes by a rule that there is, and no rule is left without a field', () => {
    const asked = new Set(fields.flatMap(({ shape }) => shape.rule ?? []));
    expect([...asked].filter((rule) => !isNamedRule(rule))).toEqual([]);
    const chosen = ['check-of-the-same-child', 'recommendations-of-the-same-child'];
    expect(NAMED_RULES.filter((rule) => !asked.has(rule) && !chosen.includes(rule))).toEqual([]);
  });

  it('of a query leaves rows out and does nothing else', () => {
    const looksUp = fields.filter(({ route, shape }) => {
      const rule = shape.rule === undefined ? undefined : namedRule(shape.rule as never);
      return route.method === 'GET' && rule !== undefined && !('because' in rule && rule.because === 'narrows');
    });
    expect(looksUp.map(({ route, path }) => `${route.operation} ${path}`)).toEqual([]);
  });

  it('of an address has a line among the addresses, but for the years of a report, the tables of the feed and the drafts of one person', () => {
    const without = routes.filter(({ path }) => path.includes('/:') && namedInPath(path) === undefined);
    const known = without.filter(({ path }) => !/\/:year|\/feed\/:table|\/drafts\/:draft/.test(path));
    expect(known.map(({ path }) => path)).toEqual(OPENED_BY_A_SECRET);
  });

  it('has one parameter, and says in the description of the API what it may name', async () => {
    const hasMore = (path: string): boolean => path.split('/:').length > 2;
    const withMore = routes.filter(({ path }) => hasMore(path)).map(({ path }) => path);
    expect(new Set(withMore)).toEqual(new Set([...OPENED_BY_A_SECRET.filter(hasMore), WITHIN_ANOTHER]));
    const described = (await council.get<{ components: object }>('', '/openapi.json')).text;
    for (const { says } of NAMED_RULES.filter((rule) => !rule.endsWith('of-the-same-child')).map(namedRule))
      expect(described).toContain(JSON.stringify(says).slice(1, -1));
  });
});
