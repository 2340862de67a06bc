import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, Council } from './council.js';

const DIRECT = 'Time spent with the child';
const HEALTH = 'Health, teeth and worries';
/** Family life is not a theme of this council any more; life story work is none of its acknowledgements. */
const THEMES = `
themes:
  - { code: HEALTH, label: '${HEALTH}' }
  - { code: PLACE }
  - { code: FAMILY, to: 2023-03-31 }
  - { code: PA-DIRECT, label: '${DIRECT}' }
  - { code: PA-PLAN, to: 2023-03-31 }
  - { code: PA-OTHER }
`;

describe('Themes on pages, where the council has words of its own for them', () => {
  let council: Council;
  const page = async (person: string, url: string): Promise<string> => {
    const { statusCode, body } = await council.app.inject({
      ...{ url, headers: { cookie: cookieOf(person), accept: 'text/html' } },
    });
    expect(statusCode).toBe(200);
    return body;
  };
  const give = (theme: string) =>
    council.done('Iris', '/acknowledgements', {
      ...{ children: ['C1'], people: [{ person: 'walter' }], theme, whatTheyDid: 'Sat with her.' },
    });

  beforeAll(async () => {
    council = await Council.begin('house', { adapted: (protocol) => protocol + THEMES });
    await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    await give('PA-DIRECT');
    await council.caughtUp();
  });
  afterAll(() => council.end());

  it.each([
    ['Iris', '/acknowledgements', DIRECT, 'Direct work'],
    ['Iris', '/disputes', HEALTH, 'Health assessment'],
    ['Dora', '/board', HEALTH, 'Health assessment'],
    ['Dora', '/themes', HEALTH, 'Health assessment'],
    ['Dora', '/themes?kind=acknowledgement', DIRECT, 'Direct work'],
  ])('are read by %s at %s in its words, where they are looked by and where they are counted', async (...row) => {
    const [person, url, own, plain] = row;
    const body = await page(person, url);
    expect(body).toContain(own);
    expect(body).not.toContain(plain);
  });

  it('are offered in its words where an acknowledgement is given or corrected, and only those in use then', async () => {
    const { reference } = await give('PA-DIRECT');
    for (const url of ['/acknowledgements/new', `/acknowledgements/${reference}/correct`]) {
      const body = await page('Iris', url);
      expect(body).toContain(DIRECT);
      expect(body).toContain('Other good practice');
      for (const none of ['Direct work', 'Life story work', 'Care planning']) expect(body).not.toContain(none);
    }
  });

  it('stay to look by once they are not in use any more', async () => {
    expect(await page('Iris', '/acknowledgements')).toContain('Care planning');
    expect(await page('Iris', '/disputes')).toContain('Family time');
  });

  it('are primary where they are of disputes, of which one can have several', async () => {
    expect(await page('Dora', '/themes')).toContain('Primary theme');
    expect(await page('Dora', '/themes?kind=acknowledgement')).not.toContain('Primary theme');
  });
});
