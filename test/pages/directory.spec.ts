import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith, wrongWithWindow } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';

describe('The directory, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);

  const chosen = async (page: Page, name: string, text: string): Promise<void> => {
    await page.getByLabel('A CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await pressed(page.getByRole('button', { name: 'Try it' }));
  };
  const teamsOn = async (day: string) =>
    (await council.get<{ items: { name: string }[] }>('Walter', `/teams?on=${day}`)).body.items.map(({ name }) => name);

  it('shows teams, posts and vacancies as on a day, and people by a part of their name', async () => {
    await council.done('Adam', '/posts', { postId: 'vacant', kind: 'head-of-service', title: 'Head of fostering' });
    const page = await open('Walter', '/directory');
    expect(await mainOf(page)).toMatch(/NORTH\s+Locality North\s+Localities\s+the beginning/);
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: 'Posts' }));
    expect(await page.getByRole('row', { name: /Tom/ }).innerText()).toMatch(
      /Locality North\s+Tom\s+one person, in the set-up/,
    );
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('link', { name: 'Vacancies' }));
    await page.getByRole('row', { name: /Head of fostering/ }).waitFor();
    expect(await page.getByRole('table').innerText()).toContain('Head of fostering');
    expect(await page.getByRole('table').innerText()).not.toContain('Tom');
    await page.getByLabel('As on the day').fill('32 1 2023');
    await pressed(page.getByRole('button', { name: 'Show' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toContain('Enter a day that exists');
    await page.getByLabel('As on the day').fill('1 3 2020');
    await pressed(page.getByRole('button', { name: 'Show' }));
    await page
      .getByRole('row', { name: /team-manager.*vacant/i })
      .first()
      .waitFor();
    await pressed(page.getByRole('link', { name: 'People' }));
    await page.getByLabel('Part of a name').fill('wal');
    await pressed(page.getByRole('button', { name: 'Find' }));
    await page.getByRole('rowheader', { name: 'Tom' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Walter']);
    expect(page.url()).not.toContain('wal');
    expect(await wrongWithWindow(page)).toEqual([]);
    for (const path of ['/teams/new', '/teams/north/end', '/posts/new', '/people/new', '/directory/files'])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 403]);
  });

  it('lets an administrator add, rename and merge teams, and shows what became of them', async () => {
    const page = await open('Adam', '/directory');
    await pressed(page.getByRole('button', { name: 'Add a team' }));
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Locality East');
    await page.getByLabel('Short code').fill('EAST');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Add the team', exact: true }));
    expect(await page.getByRole('alert').innerText()).toContain('Team added.');
    await pressed(page.getByRole('link', { name: 'Rename Locality East' }));
    await page.getByLabel('New name').fill('Family Support East');
    for (const [part, value] of [
      ['Day', '17'],
      ['Month', '4'],
      ['Year', '2023'],
    ] as const)
      await page.getByLabel(part).fill(value);
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Rename the team', exact: true }));
    await page.getByRole('alert').waitFor();
    expect(await teamsOn('2023-04-16')).toContain('Locality East');
    expect(await teamsOn('2023-04-17')).toContain('Family Support East');

    await pressed(page.getByRole('link', { name: /^End (Locality|Family Support) East/ }));
    expect(await wrongWith(page)).toEqual([]);
    for (const [part, value] of [
      ['Day', '28'],
      ['Month', '4'],
      ['Year', '2023'],
    ] as const)
      await page.getByLabel(part).fill(value);
    await page.getByLabel('Locality North').check();
    await page.getByLabel('Locality South').check();
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'End the team', exact: true }));
    expect(await page.getByRole('alert').innerText()).toMatch(/Proposed as PRP-|Team ended/);
    const { items } = (await council.get<{ items: { proposal: string }[] }>('Mona', '/roles/proposals')).body;
    for (const { proposal } of items) await council.done('Mona', `/roles/proposals/${proposal}/agree`, {});
    await page.goto('/directory?show=changes');
    expect(await page.getByRole('row', { name: /EAST/ }).innerText()).toMatch(
      /Locality East\s*Family Support East, from 17 Apr 2023[\s\S]*28 Apr 2023\s+split into Locality North, Locality South/,
    );
    expect(await wrongWith(page)).toEqual([]);
  });

  it('gives a vacant post, from which cases are read, only once a second person agrees', async () => {
    const leaving = await open('Adam', '/posts/tom-post/leave');
    // The only one who holds it is named already.
    expect(await leaving.getByLabel('Who leaves it?').inputValue()).toBe('Tom');
    const held = await open('Adam', '/posts/tom-post/take');
    await held.getByLabel('Who takes it?').fill('Walter');
    await pressed(held.getByRole('button', { name: 'Continue' }));
    expect(await mainOf(held)).toContain('Tom holds it too, until you record that they leave.');
    const page = await open('Adam', '/directory?show=vacancies', { javaScriptEnabled: false });
    await pressed(page.getByRole('link', { name: /^Say who takes it\s*: Head of fostering/ }));
    await page.getByLabel('Who takes it?').fill('Walter');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    expect(await mainOf(page)).toContain('It waits until another person agrees');
    expect(await mainOf(page)).not.toContain('holds it too');
    await pressed(page.getByRole('button', { name: 'Propose it', exact: true }));
    expect(await page.getByRole('alert').innerText()).toMatch(
      /Proposed as PRP-.* It is done once a second person agrees/,
    );
    const row = page.getByRole('row', { name: /Head of fostering/ });
    expect(await row.innerText()).toMatch(/vacant\s*Walter is proposed[\s\S]*, until \d/);
    await pressed(row.getByRole('link', { name: /^Walter is proposed/ }));
    expect(await mainOf(page)).toContain('Walter takes the post');
  });

  it('reads a file in after it was tried, and nothing of one with a cell to mend', async () => {
    const page = await open('Adam', '/directory');
    await pressed(page.getByRole('button', { name: 'Read in a file' }));
    expect(await wrongWith(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await page.getByRole('alert').waitFor();
    expect(await mainOf(page)).toContain('Choose a file');
    await chosen(page, 'teams.csv', 'Team,Code,Service,From\nLocality West,WEST,Localities,32/01/2023\n');
    await page.getByRole('heading', { name: 'This file must be mended' }).waitFor();
    expect(await mainOf(page)).toMatch(/2\s+From\s+32\/01\/2023/);
    expect(await page.getByRole('button', { name: 'Read in the teams' }).count()).toBe(0);
    expect(await wrongWithWindow(page)).toEqual([]);
    await page.goto('/directory/files');
    await chosen(page, 'teams.csv', 'Team,Code,Service\nLocality West,WEST,Localities\n');
    await page.getByRole('button', { name: 'Read in the teams' }).waitFor();
    expect(await mainOf(page)).toContain('Nothing is recorded yet.');
    expect(await teamsOn('2023-04-03')).not.toContain('Locality West');
    expect(await wrongWithWindow(page)).toEqual([]);
    await pressed(page.getByRole('button', { name: 'Read in the teams' }));
    expect(await page.getByRole('alert').innerText()).toMatch(/Read in: 1 row of teams, \d+ changes?\.|waits/);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !/40[349]/.test(each))).toEqual([]);
  });
});
