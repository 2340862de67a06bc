import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Council } from '../journeys/council.js';
import { cookieOf, CSRF } from '../support/page-sessions.js';

const PUBLISHED = { council: 'Worcestershire', year: '2021/22', measure: 'formal', value: '87', children: '902' };
const PRINTED = {
  ...{ source: 'Page 9', definition: 'Formal disputes raised.' },
  ...{ 'publishedOn[day]': '4', 'publishedOn[month]': '3', 'publishedOn[year]': '2023' },
};

describe('The pages of figures that other councils have published', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const send = (url: string, fields: Readonly<Record<string, string>>) =>
    council.app.inject({
      ...{ method: 'POST', url },
      payload: new URLSearchParams({ _csrf: CSRF, _step: 'send', ...fields }).toString(),
      headers: {
        ...{ cookie: cookieOf('Mona'), accept: 'text/html' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
  const read = async (year: string): Promise<string> =>
    (
      await council.app.inject({
        url: `/reports/other-councils/${year}`,
        headers: { cookie: cookieOf('Mona'), accept: 'text/html' },
      })
    ).body;

  it('lead, once a figure is entered, corrected or withdrawn, to the year of that figure', async () => {
    const inRow = Object.entries({ ...PUBLISHED, ...PRINTED }).map(([name, value]): [string, string] => {
      const [field, part] = name.split('[');
      return [`figures[0][${field}]${part === undefined ? '' : `[${part}`}`, value];
    });
    const entered = await send('/reports/other-councils/new', Object.fromEntries(inRow));
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/reports/other-councils/2021-22']);
    expect(await read('2021-22')).toContain('Worcestershire');

    const corrected = await send('/reports/other-councils/correct', {
      ...{ ...PUBLISHED, ...PRINTED, value: '88' },
      reason: 'It was read from another row.',
    });
    expect(corrected.headers.location).toBe('/reports/other-councils/2021-22');

    const { council: name, year, measure } = PUBLISHED;
    const withdrawn = await send('/reports/other-councils/withdraw', {
      ...{ council: name, year, measure },
      reason: 'It is of another council.',
    });
    expect(withdrawn.headers.location).toBe('/reports/other-councils/2021-22');
    expect(await read('2021-22')).not.toContain('Worcestershire');
  });
});
