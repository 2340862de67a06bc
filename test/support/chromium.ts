import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';

/** The shell draws the same pages without the windows and menus of a desktop around them, at a third of the processor time. */
const PROGRAMS = ['/usr/lib/chromium/chromium-headless-shell', '/usr/lib/chromium/chromium', '/usr/bin/chromium'];
const FLAGS = [
  ...[
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  ...['--no-first-run', '--disable-extensions', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  // One process draws all windows: to start one for each takes longer than most pages, and each would compile every script anew.
  '--renderer-process-limit=1',
];

/** One browser for all specs of a process, since it takes a second to start; and how many of them use it now. */
let shared: { readonly browser: Promise<Browser>; users: number } | undefined;

/**
 * The browser of these tests, until {@link endChromium}. It needs Debian’s `chromium-headless-shell`, or `chromium`, and
 * `fonts-liberation`, which `script/test` installs.
 */
export const beginChromium = async (): Promise<Browser> => {
  if (shared !== undefined && !(await shared.browser).isConnected()) shared = undefined;
  const executablePath = PROGRAMS.find(existsSync);
  if (executablePath === undefined) throw new Error('There is no Chromium here: install it as script/test does.');
  shared ??= { browser: chromium.launch({ executablePath, args: FLAGS }), users: 0 };
  shared.users++;
  return shared.browser;
};

/** Closes the windows that are open, and the browser once nobody uses it. Specs of one process run one after another. */
export const endChromium = async (): Promise<void> => {
  const ending = shared;
  if (ending === undefined) return;
  const browser = await ending.browser;
  await Promise.all(browser.contexts().map((context) => context.close()));
  if (--ending.users > 0) return;
  shared = undefined;
  await browser.close();
};

/** Serves the program of a test on a free port of this machine. */
export const served = async (app: NestFastifyApplication): Promise<string> => {
  await app.listen(0, '127.0.0.1');
  return `http://localhost:${(app.getHttpServer().address() as AddressInfo).port}`;
};

/** Milliseconds for which a window waits: a busy machine needs seconds for it, and no test may fail for that. */
const PATIENCE = 60_000;

/** A browser window of somebody who is signed in. */
export const windowOf = (
  browser: Browser,
  address: string,
  cookie: string,
  more: { readonly javaScriptEnabled?: boolean } = {},
): Promise<BrowserContext> =>
  browser
    .newContext({
      ...{ baseURL: address, locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 900 } },
      ...{ reducedMotion: 'reduce', ...more },
    })
    .then(async (context) => {
      context.setDefaultTimeout(PATIENCE);
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url: address }]);
      return context;
    });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules for HTML, but for those that the components of GOV.UK and MOJ break on purpose. */
const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'doctype-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'unique-landmark': 'off',
  },
});

/** The windows in which each page brings axe along: sending its 650 KB to a page takes longer than the run itself. */
const bringAxe = new WeakSet<BrowserContext>();

/** The style sheets that axe has read. Only its rules about the sheets themselves do, for which it asks the server for each of them again. */
const sheetsRead = new Set<string>();

const SHEETS = `[...document.styleSheets].map(({ href }) => href).join()`;

/** The faults of a page for people who use it otherwise than with a mouse and their eyes. */
export const wrongWithWindow = async (page: Page): Promise<string[]> => {
  if (!bringAxe.has(page.context())) {
    bringAxe.add(page.context());
    await page.context().addInitScript(AXE);
  }
  if (!(await page.evaluate(`typeof axe === 'object'`))) await page.evaluate(`${AXE};0`);
  const sheets = (await page.evaluate(SHEETS)) as string;
  const how = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], preload: !sheetsRead.has(sheets) };
  sheetsRead.add(sheets);
  const found = (await page.evaluate(
    `axe.run(document,${JSON.stringify(how)})` +
      `.then((r)=>r.violations.map((v)=>v.id+': '+v.nodes.map((n)=>n.html.slice(0,160)).slice(0,2).join(' ; ')))`,
  )) as string[];
  return found.map((each) => `axe ${each}`);
};

export const wrongWithHtml = async (page: string): Promise<string[]> => {
  const report = await html.validateString(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `html ${ruleId} ${message} line ${line}`),
  );
};

/** Everything that is wrong with the page that a window shows: for people who use it otherwise, as HTML, and on a narrow window. */
export const wrongWith = async (page: Page): Promise<string[]> => {
  const found = await wrongWithWindow(page);
  const ofHtml = await wrongWithHtml(await (await page.request.get(page.url())).text());
  return [...found, ...ofHtml, ...(await wrongWhereNarrow(page))];
};

/** Whether the page that a window shows can be read on a narrow one without a scroll to the side. */
export const wrongWhereNarrow = async (page: Page): Promise<string[]> => {
  await page.setViewportSize({ width: 320, height: 640 });
  const width = (await page.evaluate('document.scrollingElement.scrollWidth')) as number;
  await page.setViewportSize({ width: 1280, height: 900 });
  return width > 320 ? [`${width} pixels wide at 320`] : [];
};

/**
 * Presses a button or follows a link, and waits for the page that comes, read to its end: half of one says nothing of the other.
 * A form whose draft is being saved sends itself only after that, so the page that is shown when the press ends may still be the old one.
 */
export const pressed = async (what: Locator): Promise<void> => {
  await Promise.all([what.page().waitForEvent('domcontentloaded'), what.click()]);
};

/** Collects what a window says on its console, and what it asks of others. */
export const listenTo = (page: Page, address: string, heard: string[]): void => {
  page.on('console', (message) => {
    // A form that is refused is answered with 422 and drawn again: that is no error of the page.
    if (message.type() === 'error' && !message.text().includes('422')) heard.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) heard.push(`asks elsewhere: ${request.url()}`);
  });
};
