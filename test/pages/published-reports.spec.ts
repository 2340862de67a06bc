import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { pressed, wrongWith } from '../support/chromium.js';
import { CouncilInBrowser, mainOf } from '../support/council-in-browser.js';
import { readInRows, readInWorcestershire } from '../support/worcestershire.js';

const STORY = 'A boy waited for his life story. It was begun within a month.';

/* The annual report of Worcestershire for 2022/23, made in a browser from the registers of the example. */
describe('A report that is given out, in a browser', () => {
  let inBrowser: CouncilInBrowser;
  let council: Council;
  /** The address at which the report is read. */
  let url: string;

  beforeAll(async () => {
    inBrowser = await CouncilInBrowser.begin(Council.begin());
    council = inBrowser.council;
    // The day on which the board of the council had this report before it.
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
  });
  afterAll(() => inBrowser.end());

  const fillDay = async (page: Page, legend: string, [day, month, year]: readonly [string, string, string]) => {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel('Day', { exact: true }).fill(day);
    await group.getByLabel('Month', { exact: true }).fill(month);
    await group.getByLabel('Year', { exact: true }).fill(year);
  };
  const press = (page: Page, name: string) => pressed(page.getByRole('button', { name, exact: true }));
  /** The page of an act of the report, as it is reached from the report. */
  const toAct = async (person: string, act: string): Promise<Page> => {
    const page = await inBrowser.open(person, url);
    await press(page, act);
    expect(await wrongWith(page)).toEqual([]);
    return page;
  };
  const done = async (page: Page, button: string, says: string): Promise<void> => {
    await press(page, button);
    await page.getByText(says).waitFor();
  };

  it('is begun for a year', async () => {
    const page = await inBrowser.open('Mona', '/published-reports');
    expect(await wrongWith(page)).toEqual([]);
    await press(page, 'Begin a report');
    await page.getByLabel('Annual report').check();
    await fillDay(page, 'First day that it reports on', ['1', '4', '2022']);
    await fillDay(page, 'Last day', ['31', '3', '2023']);
    await page.getByLabel('for the public').check();
    await done(page, 'Begin it', 'Begun. Take its figures');
    url = new URL(page.url()).pathname;
  });

  it('is given tables that print something, with the small numbers hidden', async () => {
    const page = await toAct('Mona', 'Take the figures');
    await page.getByLabel(/Informal disputes by service and quarter:/).check();
    await done(page, 'Take them', 'Taken. Read them as they will print.');
    expect(await wrongWith(page)).toEqual([]);
    const main = await mainOf(page);
    expect(main).toMatch(/Informal disputes\s+111\s+103\s+\+8 \(\+7\.8%\)/);
    expect(main).toMatch(/\bc\b/);
  });

  it('is written', async () => {
    const page = await toAct('Mona', 'Write a section');
    await page.getByLabel('Which section?').selectOption({ label: 'Summary' });
    await page.getByLabel('What does it say?').fill('Disputes rose. Two of the three were about one team.');
    await done(page, 'Keep it', 'Written.');
    const entering = await toAct('Mona', 'Enter a figure');
    await entering.getByLabel('In which section does it stand?').selectOption({ label: 'Caseloads' });
    await entering.getByLabel('What is it called?').fill('Children for each IRO');
    await entering.getByLabel('The number').fill('64');
    await entering.getByLabel('What does it count?').fill('Children allocated on the last day.');
    await entering.getByLabel('Where does it come from?').fill('Workforce return');
    await fillDay(entering, 'As of which day?', ['31', '3', '2023']);
    await done(entering, 'Enter it', 'Entered.');
    const telling = await toAct('Mona', 'Write a story');
    await telling.getByLabel('A case, and what changed for the child').check();
    await telling.getByLabel('What is it called?').fill('A plan that moved');
    await telling.getByLabel('The story').fill('A boy waited for his story.');
    await telling.getByLabel('Who signs it off?').selectOption({ label: 'Anton' });
    await done(telling, 'Keep it', 'It waits for the person who signs it off.');
  });

  it('answers for what was announced, and has what was entered by mistake taken out', async () => {
    const answer = async (what: string): Promise<void> => {
      const page = await toAct('Mona', 'Enter an action of last year');
      await page.getByLabel('What was to be done?').fill(what);
      await page.getByLabel('Which post or team holds it?').fill('Head of Safeguarding');
      await page.getByLabel('Under way').check();
      await page.getByLabel('What was done, or why was nothing done?').fill('Every team has begun.');
      await fillDay(page, 'As of which day?', ['31', '3', '2023']);
      await done(page, 'Enter it', 'Entered.');
    };
    await answer('Halve the drift');
    await answer('By mistake');
    const taking = await toAct('Mona', 'Take something out');
    await taking.getByLabel('What is taken out?').selectOption({ label: 'Action: By mistake' });
    await done(taking, 'Take it out', 'Taken out.');
    const main = await mainOf(taking);
    expect(main).toMatch(/Halve the drift[^]*Head of Safeguarding\s+under way\s+Every team has begun\./);
    expect(main).not.toContain('By mistake');
    await pressed(taking.getByRole('link', { name: /^Change\s+Halve the drift/ }));
    expect(await wrongWith(taking)).toEqual([]);
    expect(await taking.getByLabel('Which post or team holds it?').inputValue()).toBe('Head of Safeguarding');
    await taking.getByRole('radio', { name: 'Done' }).check();
    await done(taking, 'Enter it', 'Entered.');
    expect(await mainOf(taking)).toMatch(/Head of Safeguarding\s+done/);
  });

  it('has a story written anew, beside which it stands, with all that was written', async () => {
    const page = await inBrowser.open('Mona', url);
    await pressed(page.getByRole('link', { name: /^Write it anew/ }));
    expect(await wrongWith(page)).toEqual([]);
    expect(await page.getByLabel('Which story is written anew?').inputValue()).toBe('S1');
    expect(await page.getByLabel('The story').inputValue()).toBe('A boy waited for his story.');
    await page.getByLabel('The story').fill(STORY);
    await done(page, 'Keep it', 'It waits for the person who signs it off.');
    expect((await mainOf(page)).match(/A plan that moved/g)).toHaveLength(2);
  });

  it('has its story signed off, is checked, approved and published', async () => {
    const signing = await toAct('Anton', 'Sign a story off');
    await signing.getByLabel('A plan that moved').check();
    await done(signing, 'Sign it off', 'Signed off.');
    const checking = await toAct('Gina', 'Check what could be worked out');
    expect(await mainOf(checking)).toMatch(/Numbers that were typed[^]*Two[^]*three[^]*one/);
    await done(checking, 'Nothing can be worked out', 'Checked. An IRO manager');
    await done(await toAct('Mona', 'Approve'), 'Approve', 'Approved. Say when');
    const publishing = await toAct('Mona', 'Record that it was published');
    await fillDay(publishing, 'On which day?', ['4', '10', '2023']);
    await publishing.getByLabel(/At which address/).fill('https://council.example/iro-2023');
    await press(publishing, 'Continue');
    await done(publishing, 'Record it', 'Published. What it says is kept');
  });

  it('is downloaded as PDF and for Word, and each of its tables for a spreadsheet', async () => {
    const page = await inBrowser.open('Mona', url);
    const saved = async (name: RegExp): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      return readFileSync(await download.path());
    };
    const pdf = await saved(/The report as PDF/);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
    expect(text).toMatch(/Informal disputes +111 +103 +\+8 \(\+7\.8%\)/);
    expect(text).toMatch(/A plan that moved\s+A boy waited for his life story\./);
    const word = await saved(/The report for Word/);
    expect(strFromU8(unzipSync(word)['word/document.xml']!).replace(/<[^>]*>/g, ' ')).toMatch(
      /Informal disputes +111 +103 +\+8 \(\+7\.8%\)/,
    );
    expect((await saved(/This table as CSV\s*: Informal disputes by quarter/)).toString()).toContain(
      '"2022/23 Q1","40"',
    );
    const sheet = unzipSync(await saved(/as an open-document spreadsheet\s*: Informal disputes by quarter/))[
      'content.xml'
    ]!;
    expect(strFromU8(sheet)).toMatch(/2022\/23 Q1<.*?office:value="40"/);
  });

  it('is put right a year later, with both versions side by side', async () => {
    council.at('2024-10-04T09:00:00.000Z');
    await readInRows(council, [{ team: 'Through Care 1', kind: 'Informal', raised: '15/12/2022' }], {
      name: 'late',
    });
    const begun = await toAct('Percy', 'Begin a correction');
    await begun.getByLabel('What was wrong, or was recorded since?').fill('A dispute of December came to light.');
    await done(begun, 'Begin it', 'Begun. Take the figures of this edition.');
    const page = await toAct('Percy', 'Take the figures');
    await done(page, 'Take them', 'Taken. Read them as they will print.');
    expect(await mainOf(page)).toMatch(/Informal disputes\s+revised\s+103\s+revised/);
    expect(await mainOf(page)).toMatch(/Edition 1: Published, published on 4 October 2023/);
    await pressed(page.getByRole('link', { name: 'As published, beside what the records say now' }));
    expect(await wrongWith(page)).toEqual([]);
    const main = await mainOf(page);
    expect(main).toContain('edition 1 has the same figures');
    expect(main).toMatch(/Informal disputes\s+1 record came, recorded by Beth on 4 October 2024\s+111\s+112\s+revised/);
    expect(main).toMatch(/Edition 2, by Percy: A dispute of December came to light\./);
  });

  it('is published again, and each edition stands beside what the records say now', async () => {
    await done(
      await toAct('Gina', 'Check what could be worked out'),
      'Nothing can be worked out',
      'Checked. An IRO manager',
    );
    await done(await toAct('Mona', 'Approve'), 'Approve', 'Approved. Say when');
    const publishing = await toAct('Mona', 'Record that it was published');
    await fillDay(publishing, 'On which day?', ['4', '10', '2024']);
    await publishing.getByLabel(/At which address/).fill('https://council.example/iro-2023-again');
    await press(publishing, 'Continue');
    await done(publishing, 'Record it', 'Published. What it says is kept');
    const page = await inBrowser.open('Mona', url);
    await pressed(page.getByRole('link', { name: 'As published, beside what the records say now' }));
    expect(await mainOf(page)).toMatch(/Edition 2 as published[^]*The records of now say the same\./);
    await page.goto(url);
    await pressed(page.getByRole('link', { name: /^Beside what the records say now\s*: edition 1/ }));
    expect(await wrongWith(page)).toEqual([]);
    expect(await mainOf(page)).toMatch(
      /Edition 1 as published[^]*Informal disputes[^]*111\s+112\s+revised[^]*Edition 2, by Percy/,
    );
  });

  it('left no error on the console', () => {
    expect(inBrowser.heard).toEqual([]);
  });
});
