import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATE_RULES, dateRule, isDateRule } from '../../src/calendar/date-rules.js';
import { Council } from '../journeys/council.js';
import { routesOf } from '../support/routes.js';
import { type Field, fieldsIn } from './fields-of-routes.js';

/** Words by which a field says that it holds a day: `sentOn`, `askedFor`, `from`, `by`, `firstDay`, `dates`. */
const A_DAY = /^(on|from|to|by|until|askedFor|remove|dates?)$|(On|From|To|Day|Date|Dates|Days|Until)$/;
/** Fields that are called so and hold no day: names, where something goes on to, and the lists of days of an address. */
const NO_DAYS = ['spokeTo', 'wroteTo', 'goesOnTo', 'addBankHolidays', 'removeBankHolidays', 'closingDays'];
/** These fields hold a word of a list. */
const OF_A_LIST = ['choice', 'choices', 'flag'];

/** In a query `by` says by what the rows are grouped. */
const looksLikeADay = ({ route, name, shape: { format, rule } }: Field): boolean =>
  ['day', 'days'].includes(format) ||
  (A_DAY.test(name) &&
    !(route.method === 'GET' && name === 'by') &&
    !NO_DAYS.includes(name) &&
    !OF_A_LIST.includes(format) &&
    rule === undefined);

describe('every field that holds a day', () => {
  let council: Council;
  let fields: Field[];
  beforeAll(async () => {
    council = await Council.begin();
    fields = routesOf(council.app).flatMap(fieldsIn).filter(looksLikeADay);
  });
  afterAll(() => council.end());

  it('is found', () => {
    expect(new Set(fields.map(({ path, route }) => `${route.operation} ${path}`)).size).toBeGreaterThan(60);
  });

  it('declares which days are possible, by a rule that there is', () => {
    const without = fields.filter(({ shape }) => shape.dateRule === undefined || !isDateRule(shape.dateRule));
    expect(without.map(({ route, path }) => `${route.operation} ${path}`)).toEqual([]);
  });

  it('leaves rows out in a query, and sets a limit in a body', () => {
    const wrong = fields.filter(({ route, shape }) => (route.method === 'GET') !== (shape.dateRule === 'any-day'));
    expect(wrong.map(({ route, path }) => `${route.operation} ${path}`)).toEqual([]);
  });

  it('leaves no rule unused but those of files', () => {
    const asked = new Set(fields.map(({ shape }) => shape.dateRule));
    expect(DATE_RULES.filter((rule) => !asked.has(rule))).toEqual([]);
  });

  it('says in the description of the API which days it may hold', async () => {
    const described = (await council.get<{ components: object }>('', '/openapi.json')).text;
    for (const rule of DATE_RULES) expect(described).toContain(JSON.stringify(dateRule(rule).says).slice(1, -1));
  });
});
