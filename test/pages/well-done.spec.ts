import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { AcknowledgementsPageDto } from '../../src/acknowledgements/list/list.dto.js';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { cookieOf } from '../support/page-sessions.js';
import { pictureOf } from '../support/pictures.js';

describe('Well done, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  let reference: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    reference = (
      await council.done('Iris', '/acknowledgements', {
        ...{ children: ['C1'], people: [{ person: 'walter' }], theme: 'PA-DIRECT' },
        whatTheyDid: 'Planned the move with her.',
      })
    ).reference;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);

  it('is said by the director with one press, from a list without a child and without a name', async () => {
    const page = await open('Dora', '/acknowledgements');
    expect(await page.getByRole('row', { name: new RegExp(reference) }).innerText()).toMatch(
      /1 child\s+Locality North/,
    );
    expect(await mainOf(page)).not.toMatch(/C1|Iris|Walter/);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'acknowledgements-of-director');
    await pressed(page.getByRole('link', { name: reference }));
    expect(await page.getByRole('link', { name: 'Say it in your own words' }).count()).toBe(1);
    expect(await mainOf(page)).toContain('“Well done” goes at once to whoever gave the acknowledgement.');
    expect(await mainOf(page)).not.toContain('You said:');
    expect(await mainOf(page)).toContain('not what was written, or about whom');
    expect(await mainOf(page)).not.toMatch(/C1|Iris|Walter|Planned/);
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'well-done');
    await pressed(page.getByRole('button', { name: 'Say well done' }));
    await page.getByText('Sent to whoever gave it.').waitFor();
    expect(await page.getByRole('button', { name: 'Say well done' }).count()).toBe(0);
    // It stays on the page of whoever said it, who is shown nobody else’s word, and once on that of a person who reads them all.
    expect(await mainOf(page)).toContain('You said: Well done.');
    // Nobody is asked for a word that they have given.
    expect(await page.getByRole('link', { name: /Say thank you|own words/ }).count()).toBe(0);
    const url = `/acknowledgements/${reference}/thank`;
    const form = await council.app.inject({ url, headers: { cookie: cookieOf('Dora'), accept: 'text/html' } });
    expect([form.statusCode, form.body]).toEqual([409, expect.stringContaining('it has been done already')]);

    const walter = await open('Walter', `/acknowledgements/${reference}`);
    expect(await mainOf(walter)).toContain('Well done.');
    expect(await mainOf(walter)).not.toContain('You said:');
  });

  it('is said without JavaScript, and where somebody is named they read what was written', async () => {
    const named = await council.done('Iris', '/acknowledgements', {
      ...{ children: ['C1'], people: [{ person: 'anton' }], theme: 'PA-PLAN', whatTheyDid: 'Found the money.' },
    });
    const page = await open('Anton', '/acknowledgements', { javaScriptEnabled: false });
    expect(await page.getByRole('row', { name: new RegExp(named.reference) }).innerText()).toContain('C1');
    expect(await page.getByRole('row', { name: new RegExp(reference) }).innerText()).toContain('1 child');
    await page.goto(`/acknowledgements/${named.reference}`);
    expect(await mainOf(page)).toContain('Found the money.');
    await page.goto(`/acknowledgements/${reference}`);
    await pressed(page.getByRole('button', { name: 'Say well done' }));
    expect(await mainOf(page)).not.toContain('Planned');
  });

  it('is not looked for by a child or a name that is not shown', async () => {
    const listed = (person: string, query: string) =>
      council.get<AcknowledgementsPageDto>(person, `/acknowledgements${query}`);
    expect((await listed('Dora', '')).body.items).toHaveLength(2);
    for (const query of ['?child=C1', '?giver=iris']) {
      expect((await listed('Dora', query)).status).toBe(403);
      // He is named in one of the two, and is shown its child and its giver.
      expect((await listed('Anton', query)).body.items).toHaveLength(1);
    }
  });

  it('is not offered to a manager, who thanks in their own words', async () => {
    const page = await open('Tom', `/acknowledgements/${reference}`);
    expect(await page.getByRole('button', { name: 'Say well done' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Say thank you' }).count()).toBe(1);
    expect(inBrowser.heard).toEqual([]);
  });
});
