import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { report } from '../faults/cases.js';
import { Council } from '../journeys/council.js';
import { beginChromium, endChromium, pressed, served, windowOf } from '../support/chromium.js';
import { cookieOf } from '../support/page-sessions.js';

/** What one task takes whoever does it. */
interface Taken {
  clicks: number;
  /** Boxes filled, choices made. */
  inputs: number;
  pages: number;
  /** Milliseconds that the server took for these pages. */
  server: number;
}

/** Somebody at a browser, whose hand is counted. */
class Hand {
  readonly taken: Taken = { clicks: 0, inputs: 0, pages: 0, server: 0 };

  constructor(readonly page: Page) {
    page.on('requestfinished', (request) => {
      if (!request.isNavigationRequest()) return;
      const { requestStart, responseStart } = request.timing();
      this.taken.server += Math.max(0, responseStart - requestStart);
    });
  }

  async press(what: Locator): Promise<void> {
    this.taken.clicks++;
    this.taken.pages++;
    await pressed(what);
  }
  async fill(label: string | RegExp, text: string): Promise<void> {
    this.taken.inputs++;
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }
  async tick(label: string | RegExp): Promise<void> {
    this.taken.inputs++;
    await this.page.getByLabel(label, { exact: true }).check();
  }
  async choose(label: string, value: string): Promise<void> {
    this.taken.inputs++;
    await this.page.getByLabel(label, { exact: true }).selectOption(value);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }
}

/** The tasks with what each takes, as the table of the document says. */
const documented = (): Map<string, string> =>
  new Map(
    readFileSync(new URL('../../docs/usability.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => /^\| .* \| \d+ \| \d+ \| \d+ \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, task, , pages, clicks, inputs]) => [task!, `${pages} pages, ${clicks} clicks, ${inputs} inputs`]),
  );

describe('What the tasks of one dispute take, from My work on', () => {
  let council: Council;
  let browser: Browser;
  let address: string;
  let reference = '';
  /** Milliseconds of the server, by task: printed, and held against nothing, since another machine is slower or faster. */
  const done = new Map<string, number>();
  beforeAll(async () => {
    [council, browser] = await Promise.all([Council.begin(), beginChromium()]);
    address = await served(council.app);
  });
  afterAll(async () => {
    report('What tasks take, in milliseconds of the server', Object.fromEntries(done));
    await endChromium();
    await council.end();
  });

  const counted = async (task: string, person: string, act: (hand: Hand) => Promise<void>): Promise<void> => {
    await council.caughtUp();
    const context = await windowOf(browser, address, cookieOf(person));
    const hand = new Hand(await context.newPage());
    await hand.page.goto('/my-work');
    hand.taken.server = 0;
    await act(hand);
    await context.close();
    const { pages, clicks, inputs, server } = hand.taken;
    done.set(task, Math.round(server));
    expect([task, `${pages} pages, ${clicks} clicks, ${inputs} inputs`]).toEqual([task, documented().get(task)]);
  };

  it('raises a dispute', () =>
    counted('Raise a dispute', 'Iris', async (hand) => {
      await hand.press(hand.button('Raise a dispute'));
      await hand.fill('Record number of the child', 'C1');
      await hand.tick('Formally: it goes up the stages of the protocol');
      await hand.press(hand.button('Continue'));
      await hand.choose('Theme', 'DD-PERM');
      await hand.fill('What is happening?', 'There is no permanence plan.');
      await hand.press(hand.button('Continue'));
      await hand.fill('What', 'Agree the permanence plan at panel.');
      await hand.fill('Who (optional)', 'Tom');
      await hand.fill('By when (optional)', '21 4 2023');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
      reference = /DRP-[\w-]+/.exec(hand.page.url())![0];
    }));

  it('answers what is due first', () =>
    counted('Answer it as the team manager, partly', 'Tom', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Answer.*${reference}`)));
      await hand.tick('Partly agree');
      await hand.fill('Your reasons', 'The assessment came late.');
      await hand.tick('Change');
      await hand.fill('Why, if you change or decline it (optional)', 'Panel meets in May.');
      await hand.fill('What', 'Take the plan to panel');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send your answer'));
    }));

  it('says that the answer is not enough', () =>
    counted('Say that it is not enough, and send it up', 'Iris', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Say if you are satisfied.*${reference}`)));
      await hand.tick('Not satisfied');
      await hand.fill('Why?', 'There is no day that she can be told.');
      await hand.tick(/Yes: it goes up to stage 2/);
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
    }));

  it('answers a stage above', () =>
    counted('Answer it as the service manager, all that was asked for', 'Sven', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Answer.*${reference}`)));
      await hand.press(hand.button('Accept all that was asked for, and copy it here'));
      await hand.fill('Your reasons', 'You are right.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send your answer'));
    }));

  it('says that it is enough, and resolves', () =>
    counted('Say that it is enough, and resolve it', 'Iris', async (hand) => {
      await hand.press(hand.link(new RegExp(`^Say if you are satisfied.*${reference}`)));
      await hand.tick('Satisfied');
      await hand.fill('Why?', 'There is a day now.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Send'));
      await hand.press(hand.button('Resolve'));
      await hand.tick('Resolved, with actions still to be done');
      await hand.tick('The plan is moving');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.button('Resolve'));
    }));

  it('acknowledges somebody', () =>
    counted('Acknowledge somebody', 'Iris', async (hand) => {
      await hand.press(hand.button('Acknowledge good practice'));
      await hand.fill('Record number of the child', 'C1');
      await hand.fill('Name (optional)', 'Walter');
      await hand.choose('Theme', 'PA-DIRECT');
      await hand.fill('What did they do well?', 'He kept every visit.');
      await hand.press(hand.button('Continue'));
      await hand.press(hand.page.getByRole('button', { name: /^Send the / }));
    }));

  it('prints the copy for the child’s file', () =>
    counted('Open the record copy to print', 'Iris', async (hand) => {
      await hand.press(hand.link('Closed'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
      await hand.press(hand.link('Record copy to print, for the child’s file'));
      expect(await hand.page.getByRole('main').innerText()).toContain('OFFICIAL-SENSITIVE');
    }));

  it('finds all of it again from the child', () =>
    counted('Find it again from the child', 'Iris', async (hand) => {
      await hand.press(hand.link('Children').first());
      await hand.fill('Find by record number or initials', 'C1');
      await hand.press(hand.button('Find'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
    }));

  it('sees who has looked at it', () =>
    counted('See who has looked at it', 'Iris', async (hand) => {
      await hand.press(hand.link('Closed'));
      await hand.press(hand.link(new RegExp(`^${reference}`)).first());
      await hand.press(hand.link('Who opened it'));
      expect(await hand.page.getByRole('main').innerText()).toContain('Tom');
    }));

  it('is written down for no task that is not counted here', () => {
    expect([...documented().keys()].sort()).toEqual([...done.keys()].sort());
  });
});
