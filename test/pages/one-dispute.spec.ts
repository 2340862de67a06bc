import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, pressed, served, windowOf, wrongWith } from '../support/chromium.js';
import { Postbox } from '../notices/postbox.js';
import { cookieOf } from '../support/page-sessions.js';

/** One dispute from raising to resolution, by the people whose it is, with a browser alone. */
describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a dispute in the browser, %s', (_, javaScriptEnabled) => {
  const postbox = new Postbox();
  let council: Council;
  let browser: Browser;
  let address: string;
  const heard: string[] = [];

  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin('house', { notices: postbox }), beginChromium()]);
    address = await served(council.app);
  });
  afterAll(async () => {
    await endChromium();
    await council.end();
  });

  const windowFor = async (person: string): Promise<Page> => {
    const context = await windowOf(browser, address, cookieOf(person), { javaScriptEnabled });
    const page = await context.newPage();
    listenTo(page, address, heard);
    return page;
  };
  /** As axe runs by script, a page is looked at where there is JavaScript. */
  const looksRight = async (page: Page): Promise<void> => {
    if (javaScriptEnabled) expect(await wrongWith(page)).toEqual([]);
  };
  const press = (page: Page, name: string) => pressed(page.getByRole('button', { name, exact: true }));
  const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const tick = (page: Page, label: string) => page.getByLabel(label, { exact: true }).check();
  const open = async (person: string, path: string): Promise<Page> => {
    const page = await windowFor(person);
    await page.goto(path);
    return page;
  };

  let reference: string;

  it('is raised by its IRO, who sees to whom it goes and by when before it is sent', async () => {
    const page = await open('Iris', '/my-work');
    await looksRight(page);
    await pressed(page.getByRole('button', { name: 'Raise a dispute' }));
    await looksRight(page);
    await press(page, 'Continue');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByText('Enter the record number or the initials of the child').count()).toBeGreaterThan(1);
    await fill(page, 'Record number or initials of the child', 'C1');
    await tick(page, 'Formally: it goes up the stages of the protocol');
    await press(page, 'Continue');
    await page.getByRole('radio', { name: 'Permanence planning' }).check();
    await fill(page, 'What is happening?', 'There is no permanence plan, and the second review was in February.');
    await press(page, 'Continue');
    await fill(page, 'What', 'Agree the permanence plan at panel.');
    await fill(page, 'By when (optional)', '21 4 2023');
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    const sees = await page.getByRole('main').innerText();
    expect(sees).toContain('It goes to Tom, team manager, Locality North');
    expect(sees).toMatch(/The answer is due by \w+ \d+ April 2023: 5 working days/);
    await press(page, 'Send');
    expect(await page.getByRole('alert').innerText()).toMatch(
      /Sent to Tom or Alma, who is to answer by \w+ \d+ April 2023\. It stands below as it was recorded\./,
    );
    reference = /DRP-[\w-]+/.exec(page.url())![0];
    await looksRight(page);
    expect(await page.getByRole('main').innerText()).toContain('Waiting for answer');
    expect(page.url()).not.toMatch(/\bC1\b/);
    expect(await page.title()).not.toMatch(/\bC1\b/);
    await council.caughtUp();
    const went = postbox.sent.filter(({ subject }) => subject.startsWith(reference));
    expect(went.map(({ person }) => person).sort()).toEqual(['alma', 'tom']);
    // The exact message was shown before anything was sent.
    for (const { subject, text } of went)
      expect(sees).toContain(`They are told: “${subject}. ${text.split('\n\n')[0]}”`);
  });

  const acts = async (
    person: string,
    act: string,
    write: (page: Page) => Promise<void>,
    button: string,
  ): Promise<Page> => {
    const page = await open(person, `/disputes/${reference}/${act}`);
    await looksRight(page);
    await write(page);
    await press(page, 'Continue');
    await press(page, button);
    expect(page.url()).toBe(`${address}/disputes/${reference}`);
    await council.caughtUp();
    return page;
  };

  it('is answered by the team manager, for whom it stands in their work', async () => {
    council.clock.set('2023-04-03T09:10:00.000Z');
    const page = await open('Tom', '/my-work');
    await pressed(page.getByRole('link', { name: new RegExp(`^Answer.*${reference}`) }));
    expect(await page.getByRole('main').innerText()).toMatch(
      /Due \w+day \d+ April 2023 .*working days? left\n+5 working/,
    );
    await press(page, 'Continue');
    expect(await page.getByText('Select whether you agree').count()).toBeGreaterThan(1);
    await page.getByText('Select whether you accept, change or decline it').first().waitFor();
    expect(await page.getByText('Select whether you accept, change or decline it').count()).toBeGreaterThan(1);
    await tick(page, 'Partly agree');
    await fill(page, 'Your reasons', 'The assessment came late.');
    await tick(page, 'Change');
    await press(page, 'Continue');
    await page.getByText('Enter why you change or decline it').first().waitFor();
    expect(await page.getByText('Enter why you change or decline it').count()).toBeGreaterThan(1);
    await fill(page, 'Why (if you change or decline it)', 'Panel meets in May.');
    await fill(page, 'What', 'Take the plan to panel');
    await press(page, 'Add another action');
    expect(await page.getByLabel('What', { exact: true }).count()).toBe(2);
    await press(page, 'Continue');
    expect(await page.getByRole('main').innerText()).toContain(
      'Agree the permanence plan at panel.: Change · because: Panel meets in May.',
    );
    await press(page, 'Send your answer');
    expect(await page.getByRole('alert').innerText()).toContain(
      'Answer sent. It is with Iris, who says whether the answer is enough.',
    );
    expect(await page.getByRole('main').innerText()).toContain('Changed: Panel meets in May.');
    await looksRight(page);
    await council.caughtUp();
  });

  it('is not settled by it, goes up, is answered there, and is resolved', async () => {
    const judge = async (page: Page, verdict: string): Promise<void> => {
      await tick(page, verdict);
      await fill(page, 'Why?', 'There is no day that she can be told.');
    };
    const work = await open('Iris', '/my-work');
    expect(await work.getByRole('main').innerText()).toContain('Since you last looked: 1 answer.');
    await looksRight(work);
    const judged = await acts('Iris', 'judge', (page) => judge(page, 'Not satisfied'), 'Send');
    expect(await judged.getByRole('alert').innerText()).toContain(
      'It has not gone up. It is with you: decide where it goes from here.',
    );
    await judged.goto('/my-work');
    expect(await judged.getByRole('main').innerText()).not.toContain('Since you last looked');
    await acts('Iris', 'escalate', (page) => fill(page, 'Why does it go up?', 'No day was given.'), 'Escalate');
    await acts(
      'Sven',
      'answer',
      async (page) => {
        await press(page, 'Accept all that was asked for, and copy it below');
        expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Agree the permanence plan at panel.');
        expect(await page.getByLabel('Agree', { exact: true }).isChecked()).toBe(true);
        await fill(page, 'Your reasons', 'You are right.');
      },
      'Send your answer',
    );
    await acts('Iris', 'judge', (page) => judge(page, 'Satisfied'), 'Send');
    const page = await acts(
      'Iris',
      'resolve',
      async (form) => {
        expect(await form.getByRole('main').innerText()).toContain('The IRO is satisfied');
        expect(await form.getByRole('main').innerText()).toContain('(not yet done)');
        expect(await form.getByLabel('Resolved', { exact: true }).count()).toBe(0);
        expect(await form.getByLabel('Resolved, with actions for afterwards', { exact: true }).isChecked()).toBe(true);
        await tick(form, 'The plan is moving');
      },
      'Resolve',
    );
    expect(await page.getByRole('main').innerText()).toContain('What changed: The plan is moving.');
    expect(await page.getByRole('main').innerText()).toContain('resolved the dispute, with agreed actions to be done.');
    await looksRight(page);
  });

  it('is found again from the child, whose address and title say nothing of them', async () => {
    const page = await open('Iris', '/children');
    await looksRight(page);
    await fill(page, 'Find by record number or initials', 'C1');
    await press(page, 'Find');
    expect(page.url()).toMatch(/\/children\/[\w-]{16}$/);
    expect(await page.title()).not.toMatch(/\bC1\b/);
    expect(await page.getByRole('link', { name: new RegExp(`^${reference}`) }).count()).toBeGreaterThan(0);
    const sees = await page.getByRole('main').innerText();
    expect(sees).toContain('Answered: partly agrees');
    expect(sees).toContain('Resolved, with actions for afterwards');
    expect(await page.getByRole('heading', { name: '2023', exact: true }).count()).toBe(1);
    await looksRight(page);
    const childs = page.url();
    await page.goto(`/disputes/${reference}`);
    await pressed(page.getByRole('main').getByRole('link', { name: /C1$/ }));
    expect(page.url()).toBe(childs);
    await pressed(page.getByRole('link', { name: 'History to print' }));
    const printed = await page.getByRole('main').innerText();
    expect(printed).toContain('OFFICIAL-SENSITIVE');
    expect(printed).toContain('Answered: partly agrees');
    expect(printed).toContain('Printed by Iris');
    await looksRight(page);
  });

  it('says nothing on the console, and asks nothing of anybody else', () => {
    expect(heard).toEqual([]);
  });
});
