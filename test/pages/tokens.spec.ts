import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { pictureOf } from '../support/pictures.js';

describe('Tokens, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);
  const make = async (page: Page, program: string, role: RegExp): Promise<void> => {
    await pressed(page.getByRole('button', { name: 'Make a token' }));
    await page.getByLabel('A program’s').check();
    await page.getByLabel('What is the program called?').fill(program);
    await page.getByRole('radio', { name: role }).check();
    await page.getByLabel('For how many days?').fill('30');
    await pressed(page.getByRole('button', { name: 'Make the token' }));
  };
  const ask = async (token: string, path: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await council.app.inject({ method: 'GET', url: `/api/v1${path}`, headers })).statusCode;
  };

  it('are made for a program, shown once, and opened with until they are withdrawn', async () => {
    const page = await open('Adam', '/council');
    await pressed(page.getByRole('link', { name: 'Tokens', exact: true }));
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Make a token' }));
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'token-form');
    await pressed(page.getByRole('button', { name: 'Make the token' }));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/Select whose it is[\s\S]*Enter for how many days/);
    await page.goto('/tokens');
    await make(page, 'figures-feed', /^Performance analyst/);
    await page.getByRole('heading', { name: 'Copy the token now' }).waitFor();
    await pictureOf(page, 'token-made');
    const [text] = /fpt_TOK-\S+/.exec(await mainOf(page))!;
    const [id] = /TOK-\w{4}-\w{4}/.exec(text)!;
    expect(await ask(text, '/themes?year=2023-24')).toBe(200);
    expect(await ask(text, '/children/C1')).toBe(404);

    // Sent once more, it makes no second one and shows nothing.
    await page.reload();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('was made already');
    expect(await page.content()).not.toContain('fpt_TOK');

    await page.goto('/tokens');
    const row = page.getByRole('row', { name: new RegExp(id) });
    expect(await row.innerText()).toMatch(/figures-feed\s+the performance analyst\s+3 Apr 2023\s+3 May 2023\s+Opens/);
    expect(await page.content()).not.toContain('fpt_TOK');
    await pictureOf(page, 'tokens');
    await pressed(page.getByRole('link', { name: `Withdraw ${id}` }));
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('Why is it withdrawn?').fill('The feed is not used any more.');
    await pressed(page.getByRole('button', { name: 'Withdraw the token' }));
    await page.getByText('The token opens nothing any more.').waitFor();
    expect(await row.innerText()).toContain('Withdrawn');
    expect(await ask(text, '/themes?year=2023-24')).toBe(401);
    const statusOf = async (path: string): Promise<number> => (await page.request.get(path)).status();
    expect(await statusOf(`/tokens/${id}/withdraw`)).toBe(409);
    expect(await statusOf('/tokens/TOK-7K4M-2QXH/withdraw')).toBe(404);
  });

  it('give nobody what one person may not give: no role from which cases are read, and no one else’s posts', async () => {
    const page = await open('Adam', '/tokens', { javaScriptEnabled: false });
    await pressed(page.getByRole('button', { name: 'Make a token' }));
    expect(await mainOf(page)).not.toContain('Business support');
    await page.goto('/tokens');
    await make(page, 'Iris', /^Administrator/);
    expect(await mainOf(page)).toContain('This is somebody’s name.');
    const _csrf = await page.locator('input[name=_csrf]').first().inputValue();
    const refused = await page.request.post('/tokens/new', {
      form: { _csrf, _step: 'send', whose: 'program', program: 'case-feed', role: 'business-support', days: '30' },
    });
    expect(await refused.text()).toContain('no one person gives it');
    await page.goto('/tokens/new');
    await page.getByLabel('My own: it opens what my posts open').check();
    await page.getByLabel('For how many days?').fill('1');
    await pressed(page.getByRole('button', { name: 'Make the token' }));
    const [text] = /fpt_TOK-\S+/.exec(await mainOf(page))!;
    expect(await ask(text, '/accounts')).toBe(200);
    expect(await ask(text, '/children/C1')).toBe(404);
  });

  it('are seen by those who see who gets which role, and made by administrators alone', async () => {
    const page = await open('Mona', '/tokens');
    expect(await mainOf(page)).toContain('figures-feed');
    expect(await page.getByRole('button', { name: 'Make a token' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Withdraw/ }).count()).toBe(0);
    // The page to which the notice leads that she is sent.
    const [about] = /TOK-\w{4}-\w{4}/.exec(await mainOf(page))!;
    await page.goto(`/tokens/${about}`);
    expect(await mainOf(page)).toContain(about);
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await wrongWith(page)).toEqual([]);
    for (const path of ['/tokens/new', '/tokens/TOK-7K4M-2QXH/withdraw'])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 403]);
    for (const path of ['/tokens', '/tokens/new'])
      expect((await (await open('Iris', '/my-work')).request.get(path)).status()).toBeGreaterThanOrEqual(403);
    // A token is shown once, so that the page sent again is answered with 409, which a browser writes into its console.
    expect(inBrowser.heard.filter((each) => !each.includes('409'))).toEqual([]);
  });
});
