import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { Executor } from '../../src/platform/executor.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { importDecider, importStream } from '../../src/register/import/register-import.js';
import { setFirstAdministrator } from '../../src/roles/opening/first-administrator.js';

describe('The first run of a council, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin('house', { isOpen: false }));
    council = inBrowser.council;
  });
  afterAll(() => inBrowser.end());

  const open = (person: string, path: string, more?: { javaScriptEnabled?: boolean }): Promise<Page> =>
    inBrowser.open(person, path, more);

  const setFirst = (): Promise<string> =>
    setFirstAdministrator(
      { name: 'Astrid', email: null },
      {
        executor: council.app.get(Executor),
        directory: council.app.get(DIRECTORY),
        envelope: {
          ...{ commandId: 'first', occurredAt: council.clock.now() },
          actor: { person: 'command-line', post: null, role: null },
        },
      },
    );

  /** An import that was cut short before its first row. */
  const recordImport = async (): Promise<void> => {
    await council.app.get(Executor).execute(
      importStream('cut-short'),
      importDecider,
      {
        ...{ type: 'start-import', importId: 'cut-short', mappingSha256: 'x', rows: 2 },
        files: [{ name: 'disputes.csv', sha256: 'x', rows: 3, accepted: 2, duplicates: 1, refused: 0 }],
        covers: [{ kind: 'formal', from: '2022-04-01', to: '2023-03-31' }],
      },
      null,
      {
        ...{ commandId: 'import', occurredAt: council.clock.now() },
        actor: { person: 'command-line', post: null, role: null },
      },
    );
    await council.caughtUp();
  };

  it('shows an administrator what is done, what is missing, and which of it is needed', async () => {
    await setFirst();
    await council.caughtUp();
    const page = await open('Adam', '/council');
    const text = await mainOf(page);
    expect(text).toContain('Set up the council');
    expect(text).toMatch(/Teams\s+2 teams\.\s+Done/);
    expect(text).toMatch(/Protocol\s+House protocol, from 1 Apr 2020\.\s+Done/);
    expect(text).toMatch(/Register\s+No register has been read in\.\s+Can wait/);
    expect(text).toContain('Mona opens the council.');
    // An entry that is not theirs leads nowhere, and says whose it is.
    expect(text).toMatch(/Calendar and closing days\s+.*It belongs to: an IRO manager/);
    expect(await page.getByRole('button', { name: 'Read the list, and open the council' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Teams' }).getAttribute('href')).toBe('/directory/files');
    expect(await wrongWith(page)).toEqual([]);
    expect((await page.request.get('/council/open')).status()).toBe(403);
    expect((await (await open('Walter', '/council')).request.get('/council')).status()).toBe(404);
  });

  it('is named on a page, which every page shows at its top', async () => {
    const page = await open('Adam', '/council');
    expect(await mainOf(page)).toMatch(/Words\s+By its protocol it says “.+”\./);
    await pressed(page.getByRole('table').getByRole('link', { name: 'Name of the council' }));
    expect(await wrongWith(page)).toEqual([]);
    await page.getByLabel('Name of the council').fill('Westshire Council');
    await pressed(page.getByRole('button', { name: 'Continue' }));
    await pressed(page.getByRole('button', { name: 'Record the name' }));
    await page.getByText('The name is on record.').waitFor();
    expect(await page.getByRole('banner').innerText()).toContain('Westshire Council');
    expect(await mainOf(page)).toMatch(/Name of the council\s+Westshire Council\.\s+Done/);
    expect(await (await open('Mona', '/council')).getByRole('banner').innerText()).toContain('Westshire Council');
    expect((await council.post('Iris', '/council/name', { name: 'Another' })).status).toBe(403);
  });

  it('takes the teams and the protocol of a council from its files, each tried before it is done', async () => {
    const example = (name: string): string =>
      readFileSync(new URL(`../../examples/worcestershire/${name}`, import.meta.url), 'utf8');
    const chosen = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    // Two of its teams are there already, with other managers.
    const teams = example('teams.csv').replaceAll(/^Locality (North|South),.*\n/gm, '');
    const page = await open('Adam', '/directory/files');
    await page.getByLabel('A CSV file').setInputFiles(chosen('teams.csv', teams));
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await pressed(page.getByRole('button', { name: 'Read in the teams' }));
    await page.getByText('rows of teams').waitFor();
    expect(await page.getByRole('table').innerText()).toContain('Through Care 1');

    await page.goto('/protocol/new');
    await page.getByLabel('The file of the protocol').setInputFiles(chosen('protocol.yaml', example('protocol.yaml')));
    for (const [part, value] of Object.entries({ Day: '1', Month: '4', Year: '2021' }))
      await page.getByLabel(part).fill(value);
    await pressed(page.getByRole('button', { name: 'Read it' }));
    await pressed(page.getByRole('button', { name: 'Put it in force' }));
    await page.getByText('The protocol is on record.').waitFor();
    await page.goto('/council');
    expect(await mainOf(page)).toMatch(/Protocol\s+.*, from 1 Apr 2021\.\s+Done/);
  });

  it('is not opened by a list that has changed since it was read', async () => {
    const page = await open('Mona', '/council/open');
    expect(await wrongWith(page)).toEqual([]);
    const early = await page.request.get('/board', { headers: { accept: 'text/html' } });
    expect(early.status()).toBe(403);
    expect(await early.text()).toContain('The council is not open yet');
    await council.done('Adam', '/posts', { postId: 'slipped-in', kind: 'inspector', title: 'Inspector' });
    await council.done('Adam', '/posts/slipped-in/take', { person: 'walter' });
    await pressed(page.getByRole('button', { name: 'Open the council' }));
    await page.getByText('is not the one you confirm').waitFor();
    expect((await council.get('Mona', '/council')).body.standing).toBe('set-up');
  });

  it('says of each register that was read in whether all of it is in the record', async () => {
    const page = await open('Beth', '/imports');
    expect(await mainOf(page)).toContain('No register has been read in.');
    await recordImport();
    await page.reload();
    const text = await mainOf(page);
    expect(text).toMatch(/0 of 2 rows are there so far\. It is under way, or it was cut short\..*See how far it is/s);
    expect(await page.getByRole('row', { name: /disputes[.]csv/ }).innerText()).toMatch(
      /3\s+2\s+1\s+0\s+all accounted for/,
    );
    expect(text).toContain('It speaks for formal DRPs of 1 Apr 2022 to 31 Mar 2023.');
    expect(await wrongWith(page)).toEqual([]);
    expect((await page.request.get('/council')).status()).toBe(404);
  });

  it('is opened by the IRO manager, who reads who holds which post, also without JavaScript', async () => {
    const page = await open('Mona', '/council', { javaScriptEnabled: false });
    await pressed(page.getByRole('button', { name: 'Read the list, and open the council' }));
    const text = await mainOf(page);
    expect(text).toMatch(/team-manager\s+Locality North\s+Tom\s+from 1 Apr 2020/i);
    expect(text).toContain('House protocol, version 1');
    await pressed(page.getByRole('button', { name: 'Open the council' }));
    expect(await page.getByRole('alert').innerText()).toContain('The council is open.');
    expect(await mainOf(page)).not.toContain('Set up the council');
    expect((await council.get('Mona', '/council')).body.standing).toBe('open');
    expect((await council.get('Iris', '/disputes')).status).toBe(200);
    await page.goto('/council/open');
    expect(await mainOf(page)).toContain('The council is open.');
    expect(await wrongWith(await open('Mona', '/council'))).toEqual([]);
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(inBrowser.heard.filter((each) => !/40[349]/.test(each))).toEqual([]);
  });
});
