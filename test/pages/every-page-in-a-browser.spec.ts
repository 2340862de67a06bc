import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../src/platform/config/config.js';
import { Log } from '../../src/platform/logging/log.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { createService } from '../../src/serve.js';
import { casesOf, chosenBySeed, patienceFor, report } from '../faults/cases.js';
import { logOfEveryCommand } from '../faults/told.js';
import {
  beginChromium,
  endChromium,
  listenTo,
  served,
  windowOf,
  wrongWhereNarrow,
  wrongWithHtml,
  wrongWithWindow,
} from '../support/chromium.js';
import { NO_LIMITS } from '../support/limits.js';
import { cookieOf, PageSessionsOfTests } from '../support/page-sessions.js';
import { type PageReached, pagesReached } from '../support/pages-reached.js';
import { routesOf } from '../support/routes.js';
import { isPageAddress } from '../../src/platform/http/pages.js';
import { IS_NIGHT } from '../together/specs.js';

/*
 * One page of each route, as links lead to it in a council in which every command was carried out once: each as HTML, and so many of a
 * hundred, chosen by the seed, in a browser, with axe, on a wide and on a narrow window, and with its console. What stands on it, and what it
 * does, is for the specs of each page. Forms of acts are drawn with all their errors by every-form.spec.ts, and are opened here at night.
 */

const PER_CENT = IS_NIGHT ? 100 : casesOf('pages');

const PEOPLE = ['Iris', 'Mona', 'Adam', 'Tom', 'Sven', 'Dora', 'Quentin', 'Percy', 'Gina', 'Beth', 'Carol', 'Walter'];

/** Answers that are no page to look at: files, and what sends its reader on to another page. */
const IS_NO_PAGE =
  /\/(csv|pdf|docx|ods|calendar|file|document|due-dates\.ics|callback|front-channel)$|^\/$|^\/reports\/[a-z-]+$/;

/** Pages to which no link leads at the end of that story, each with where else it is opened. */
const NOT_REACHED: Readonly<Record<string, string>> = {
  '/board/wall/:key': 'A screen on a wall has the address: wall.spec.ts.',
  '/challenge/meetings/:meeting/now': 'A part of the page of the room, by its script: rooms.spec.ts.',
  '/disputes/:reference/legal-advice': 'From a dispute with advice, for those who read it: record-copy.spec.ts.',
  '/disputes/:reference/news': 'A part of the page of a dispute, by its script: news.spec.ts.',
  '/drafts/:draft': 'No command saves a draft into the log: test/drafts.',
  '/imports/:id': 'The story reads no register in: registers.spec.ts.',
  '/imports/:id/progress': 'A part of that page: register-progress.spec.ts.',
  '/protocol/starter': 'From the form that tries rules, and where none are in force: protocol.spec.ts.',
  '/reports/other-councils/:year/counted': 'Its figures are of other councils, whose records are not here.',
  '/search/found': 'A part of the page of the search, by its script: search.spec.ts.',
  '/sign-in/again': 'Everybody is signed in here: test/sign-in.',
  '/signed-out': 'Everybody is signed in here: test/sign-in.',
  '/tokens/:reference': 'The story withdraws its token: tokens.spec.ts.',
  '/views/found': 'A part of the page of who opened what, by its script: who-opened.spec.ts.',
};

describe('Every page', () => {
  let app: NestFastifyApplication;
  let browser: Browser;
  let address: string;
  let reached: Map<string, PageReached>;
  let forms: Set<string>;
  let looked: [path: string, PageReached][];

  beforeAll(async () => {
    const { log, clock } = await logOfEveryCommand();
    app = await createService(
      { ...readConfig(NO_LIMITS), demonstration: true },
      { clock, store: log, alarms: false, notices: 'off', pageSessions: new PageSessionsOfTests() },
      new Log(clock, () => undefined),
    );
    address = await served(app);
    await app.get(ProjectionRunner).catchUp();
    reached = await pagesReached(app, PEOPLE);
    forms = new Set(
      routesOf(app)
        .filter(({ method }) => method === 'POST')
        .map(({ path }) => path),
    );
    looked = [...reached].filter(([path]) => PER_CENT === 100 || !forms.has(path));
    browser = await beginChromium();
  }, patienceFor(1));
  afterAll(async () => {
    await endChromium();
    await app.close();
  });

  const heard: string[] = [];
  const windowOfPerson = async (person: string): Promise<Page> => {
    const page = await (await windowOf(browser, address, cookieOf(person))).newPage();
    listenTo(page, address, heard);
    return page;
  };

  it('is reached by links, unless it is opened elsewhere', () => {
    const pages = routesOf(app).filter(({ method, path }) => method === 'GET' && isPageAddress(path));
    const missing = pages.filter(({ path }) => !reached.has(path) && !forms.has(path) && !IS_NO_PAGE.test(path));
    expect(missing.map(({ path }) => path).sort()).toEqual(Object.keys(NOT_REACHED).sort());
  });

  it('is right as HTML', async () => {
    const wrong: string[] = [];
    for (const [path, { person, url }] of looked) {
      const { body } = await app.inject({ url, headers: { cookie: cookieOf(person), accept: 'text/html' } });
      const found = await wrongWithHtml(body);
      if (found.length > 0) wrong.push(`${path} as ${person} at ${url}: ${found.join('; ')}`);
    }
    expect(looked.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  it(
    'is right for everybody who uses it, on a wide and on a narrow window',
    async () => {
      const chosen = chosenBySeed(looked, Math.ceil((looked.length * PER_CENT) / 100), ([path]) => path);
      const windows = new Map<string, Page>();
      const wrong: string[] = [];
      for (const [path, { person, url }] of chosen) {
        const page = windows.get(person) ?? (await windowOfPerson(person));
        windows.set(person, page);
        await page.goto(url);
        const found = [...(await wrongWithWindow(page)), ...(await wrongWhereNarrow(page)), ...heard.splice(0)];
        if (found.length > 0) wrong.push(`${path} as ${person} at ${url}: ${found.join('; ')}`);
      }
      report('Pages in a browser', { opened: chosen.length, pages: looked.length, reached: reached.size });
      expect(wrong).toEqual([]);
    },
    patienceFor(200),
  );
});
