import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { pressed } from './chromium.js';
import type { CouncilInBrowser } from './council-in-browser.js';

/** The effort of one task, whoever does it. */
export interface Taken {
  clicks: number;
  /** Boxes filled, choices made. */
  inputs: number;
  pages: number;
  /** Milliseconds that the server took for these pages. */
  server: number;
}

/** Somebody at a browser, whose hand is counted. */
export class Hand {
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
  /** One of several choices that stand side by side. */
  async pick(name: string): Promise<void> {
    this.taken.inputs++;
    await this.page.getByRole('radio', { name, exact: true }).check();
  }
  async choose(label: string, value: string): Promise<void> {
    this.taken.inputs++;
    await this.page.getByLabel(label, { exact: true }).selectOption(value);
  }
  /** Opens what is folded away: a click that draws no page. */
  async unfold(what: Locator): Promise<void> {
    this.taken.clicks++;
    await what.click();
  }
  /** Chooses files from the machine. */
  async bring(label: string, ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    this.taken.inputs++;
    await this.page.getByLabel(label, { exact: true }).setInputFiles([...files]);
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }
}

/**
 * The tasks with what each takes, as a table of the document says.
 * @param heading of the part that it stands under; the first table unless told
 */
const documented = (heading = ''): Map<string, string> =>
  new Map(
    readFileSync(new URL('../../docs/usability.md', import.meta.url), 'utf8')
      .split(/^## /m)
      .find((part, at) => (heading === '' ? at === 0 : part.startsWith(heading)))!
      .split('\n')
      .filter((line) => /^\| .* \| \d+ \| \d+ \| \d+ \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, task, , pages, clicks, inputs]) => [task!, `${pages} pages, ${clicks} clicks, ${inputs} inputs`]),
  );

/** Does tasks and counts what each takes, against a table of the document. */
export class Counting {
  /** Milliseconds of the server, by task: printed, and held against nothing, since another machine is slower or faster. */
  readonly done = new Map<string, number>();
  /** One window for each person: to open another takes longer than most tasks. */
  private readonly windows = new Map<string, Page>();

  /**
   * @param from the page that a task begins on
   * @param heading of the table of the document
   */
  constructor(
    private readonly inBrowser: () => CouncilInBrowser,
    private readonly from: string,
    private readonly heading = '',
  ) {}

  async counted(task: string, person: string, act: (hand: Hand) => Promise<void>): Promise<void> {
    const { council } = this.inBrowser();
    await council.caughtUp();
    const hand = new Hand(await this.windowOf(person));
    await act(hand);
    const { pages, clicks, inputs, server } = hand.taken;
    this.done.set(task, Math.round(server));
    const documents = documented(this.heading).get(task);
    expect([task, `${pages} pages, ${clicks} clicks, ${inputs} inputs`]).toEqual([task, documents]);
  }

  private async windowOf(person: string): Promise<Page> {
    const window = this.windows.get(person) ?? (await this.inBrowser().open(person, this.from));
    if (this.windows.has(person)) await window.goto(this.from);
    this.windows.set(person, window);
    return window;
  }

  /** The table names no other task than those that were counted. */
  isWhole(): void {
    expect([...documented(this.heading).keys()].sort()).toEqual([...this.done.keys()].sort());
  }
}
