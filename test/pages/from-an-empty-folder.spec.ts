import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, Page } from 'playwright-core';
import type { OpenCouncil } from '../../src/cli/council.js';
import { makeSetUpLink } from '../../src/cli/commands/setup-link-actions.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Executor } from '../../src/platform/executor.js';
import { Log } from '../../src/platform/logging/log.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { createService } from '../../src/serve.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { mainOf } from '../support/council-in-browser.js';
import { NO_LIMITS } from '../support/limits.js';
import { pictureOf } from '../support/pictures.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'worcestershire');
const PEOPLE = ['Name,Post', 'N. Abbot,IRO manager', 'A. Hartwell,IRO'].join('\n');
/** After the last day that stands in the registers. */
const DAY = '2023-05-02T09:00:00.000Z';

const expected = JSON.parse(readFileSync(join(EXAMPLE, 'expected.json'), 'utf8')) as Record<
  string,
  { formal: { by_quarter: Record<string, number> } }
>;

interface FileChosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, text: string | Buffer = readFileSync(join(EXAMPLE, name))): FileChosen => ({
  ...{ name, mimeType: 'text/plain' },
  buffer: Buffer.from(text),
});

describe('Worcestershire, from an empty folder to its themes, in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-worcestershire-'));
  const clock = new SettableClock(DAY);
  const heard: string[] = [];
  let app: NestFastifyApplication;
  let browser: Browser;
  let address: string;
  let administrator: Page;

  beforeAll(async () => {
    // People without a council account are picked by their name, as in the demonstration; nothing of that is filled in.
    const settings = { ...NO_LIMITS, FOOTPRINT_DATA_DIR: folder, FOOTPRINT_DEMONSTRATION: 'on' };
    app = await createService({ ...readConfig(settings), port: 0 }, { clock }, new Log(clock, () => {}));
    [address, browser] = await Promise.all([served(app), beginChromium()]);
  });
  afterAll(async () => {
    await endChromium();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A window of a browser that has never been here. */
  const newWindow = async (path: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await (await windowOf(browser, address, 'new=here', { javaScriptEnabled })).newPage();
    listenTo(page, address, heard);
    await page.goto(path);
    return page;
  };

  /** The output of `footprint setup-link --for 'Y. Holt'`: the one command that is given. */
  const setUpLink = async (): Promise<string> => {
    let printed = '';
    const council = { executor: app.get(Executor), directory: app.get(DIRECTORY), now: clock.now() } as OpenCouncil;
    const actor = { person: 'command-line', post: null, role: null };
    const terminal = { print: (text: string) => void (printed += text), say: () => undefined, environment: {} };
    await makeSetUpLink(council, actor, terminal, { site: address, for: 'Y. Holt' });
    return printed.trim();
  };

  const readIn = async (page: Page, chosen: FileChosen, button: string): Promise<void> => {
    await page.goto('/directory/files');
    await page.getByLabel('A CSV file').setInputFiles(chosen);
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await pressed(page.getByRole('button', { name: button }));
  };

  it('lets the first administrator in, who finds a list of what is missing', async () => {
    administrator = await newWindow(await setUpLink());
    await pressed(administrator.getByRole('button', { name: 'Sign in with this link' }));
    await administrator.goto('/council');
    const text = await mainOf(administrator);
    expect(text).toContain('Set up the council');
    expect(text).toMatch(/Register\s+No register has been read in\./);
    expect(await wrongWith(administrator)).toEqual([]);
    await pictureOf(administrator, 'first-run-empty');
  });

  it('takes teams, people and rules from files', async () => {
    const page = administrator;
    await readIn(page, file('teams.csv'), 'Read in the teams');
    await readIn(page, file('people.csv', PEOPLE), 'Read in the people and posts');
    await page.goto('/council');
    await pressed(page.getByRole('table').getByRole('link', { name: 'Protocol', exact: true }).first());
    await page.goto('/protocol/new');
    await page.getByLabel('The file of the protocol').setInputFiles(file('protocol.yaml'));
    for (const [part, value] of Object.entries({ Day: '1', Month: '4', Year: '2021' }))
      await page.getByLabel(part).fill(value);
    await pressed(page.getByRole('button', { name: 'Read it' }));
    await pressed(page.getByRole('button', { name: 'Put it in force' }));
    await page.getByText('The protocol is on record.').waitFor();
    await page.goto('/council');
    expect(await mainOf(page)).toMatch(/Teams\s+\d+ teams\.\s+Done[\s\S]*Protocol\s+.*, from 1 Apr 2021\.\s+Done/);
  });

  it('reads two years of registers by the mapping that stands beside them, shown in lists', async () => {
    const page = administrator;
    await page.goto('/imports/new');
    const names = ['disputes-2021-22.csv', 'disputes-2022-23.csv', 'acknowledgements-2022-23.csv', 'mapping.yaml'];
    await page.getByLabel('Files of the register').setInputFiles(names.map((name) => file(name)));
    await pressed(page.getByRole('button', { name: 'Continue' }));
    const meaning = page.getByLabel('Drift & Delay', { exact: true });
    expect(await meaning.locator('option[selected]').textContent()).toBe('Drift and delay');
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'first-run-lists');
    await pressed(page.getByRole('button', { name: 'Try it' }));
    await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
    // An administrator sees where, and why.
    expect(await mainOf(page)).not.toMatch(/\bX0\d\b/);
    await pictureOf(page, 'first-run-tried');
    await page.getByLabel('Leave out the rows that are refused').check();
    await pressed(page.getByRole('button', { name: /^Read in 414 records/ }));
    await page.getByText('Read in: 414 records.').waitFor();
    await page.goto('/council');
    expect(await mainOf(page)).toContain('N. Abbot opens the council.');
    await pictureOf(page, 'first-run-done');
  });

  it('is opened by its IRO manager, who finds the published figures in the table of themes', async () => {
    const page = await newWindow('/sign-in');
    await pressed(page.getByRole('button', { name: 'N. Abbot' }));
    await page.goto('/council');
    await pressed(page.getByRole('button', { name: 'Read the list, and open the council' }));
    await pressed(page.getByRole('button', { name: 'Open the council' }));
    await page.getByText('The council is open.').first().waitFor();

    await page.goto('/themes');
    const cells = await page.locator('table.app-heat tfoot td').allInnerTexts();
    const { by_quarter } = expected['2022-23']!.formal;
    expect(cells.slice(0, 4).map(Number)).toEqual(['1', '2', '3', '4'].map((quarter) => by_quarter[quarter]));
    expect(await wrongWith(page)).toEqual([]);
    await pictureOf(page, 'first-run-themes');
    const [, second] = cells;
    await pressed(page.locator('table.app-heat tfoot td').nth(1).getByRole('link'));
    expect(await page.locator('tbody tr').count()).toBe(Number(second));
  });

  it('left no error on the console, and asked nobody else for anything', () => {
    expect(heard).toEqual([]);
  });
});
