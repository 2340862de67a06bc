import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './in-browser.mjs';
import { press, signedIn, take } from './in-a-window.mjs';

export const FIRST_ADMINISTRATOR = 'Y. Holt';
const IRO_MANAGER = 'N. Abbot';
const PEOPLE = ['Name,Post', `${IRO_MANAGER},IRO manager`, 'A. Hartwell,IRO'].join('\n');
const REGISTERS = ['disputes-2021-22.csv', 'disputes-2022-23.csv', 'acknowledgements-2022-23.csv', 'mapping.yaml'];

const file = (name, text = readFileSync(join(root, 'examples', 'worcestershire', name))) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const readIn = async (page, chosen, button) => {
  await page.goto('/directory/files');
  await page.getByLabel('A CSV file').setInputFiles(chosen);
  await press(page, 'Try it');
  await press(page, button);
};

/** Worcestershire, from nothing to its table of themes: what an administrator and an IRO manager do. */
export const aCouncilFromNothing = async (windowOf, setUpLink) => {
  const page = await windowOf();
  await page.goto(setUpLink);
  await press(page, 'Sign in as the first administrator');
  await page.goto('/council');
  await take(page, '31-what-is-missing', false);
  await readIn(page, file('teams.csv'), 'Read in the teams');
  await readIn(page, file('people.csv', PEOPLE), 'Read in the people and posts');

  await page.goto('/protocol/new');
  await page.getByLabel('The file of the protocol').setInputFiles(file('protocol.yaml'));
  for (const [part, value] of Object.entries({ Day: '1', Month: '4', Year: '2021' }))
    await page.getByLabel(part).fill(value);
  await press(page, 'Read it');
  await page.getByRole('button', { name: 'Put it in force' }).waitFor();
  await take(page, '32-protocol');
  await press(page, 'Put it in force');

  await page.goto('/imports/new');
  await page.getByLabel('Files of the register').setInputFiles(REGISTERS.map((name) => file(name)));
  await press(page, 'Continue');
  await page.getByLabel('Drift & Delay', { exact: true }).waitFor();
  await take(page, '33-what-the-words-of-a-register-mean', false);
  await press(page, 'Try it');
  await page.getByRole('heading', { name: 'Some rows cannot be taken' }).waitFor();
  await take(page, '34-rows-that-cannot-be-taken');
  await page.getByLabel('Leave out the rows that are refused').check();
  await page.getByRole('button', { name: /^Read in \d+ records/ }).click();

  await page.getByText('Read in: 414 records.').waitFor();

  const manager = await signedIn(windowOf, IRO_MANAGER);
  await manager.goto('/council');
  await press(manager, 'Read the list, and open the council');
  await take(manager, '35-opening-the-council', false);
  await press(manager, 'Open the council');
  await manager.getByText('The council is open.').first().waitFor();
  await manager.goto('/protocol');
  await take(manager, '36-protocol-in-force');
  await manager.goto('/themes?year=2022/23');
  await take(manager, '37-themes-of-a-register');
};
