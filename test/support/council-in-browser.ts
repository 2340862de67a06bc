import type { Browser, Page } from 'playwright-core';
import type { Council } from '../journeys/council.js';
import { beginChromium, endChromium, listenTo, served, windowOf } from './chromium.js';
import { cookieOf } from './page-sessions.js';

/** A council that is served, and the browser in which its people open pages. */
export class CouncilInBrowser {
  /** The messages of the windows' consoles, and the addresses that they asked of others. */
  readonly heard: string[] = [];

  private constructor(
    readonly council: Council,
    readonly browser: Browser,
    readonly address: string,
  ) {}

  static async begin(beginning: Promise<Council>): Promise<CouncilInBrowser> {
    const [council, browser] = await Promise.all([beginning, beginChromium()]);
    return new CouncilInBrowser(council, browser, await served(council.app));
  }

  async end(): Promise<void> {
    await endChromium();
    await this.council.end();
  }

  /** A page in a window of its own, in which somebody is signed in. */
  async open(person: string, path: string, more: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const page = await (await windowOf(this.browser, this.address, cookieOf(person), more)).newPage();
    listenTo(page, this.address, this.heard);
    await page.goto(path);
    return page;
  }

  /** With which status a page is answered. */
  async statusOf(person: string, path: string): Promise<number> {
    const headers = { cookie: cookieOf(person), accept: 'text/html' };
    return (await this.council.app.inject({ url: path, headers })).statusCode;
  }
}

/** The text of a page itself, without the frame that every page has. */
export const mainOf = (page: Page): Promise<string> => page.getByRole('main').innerText();
