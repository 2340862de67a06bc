import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { addDays, financialYearOf, londonDate } from '../src/calendar/dates.js';
import { SHOWN } from '../src/demonstration/council.js';
import { fillLog } from '../src/demonstration/demonstration.js';
import { systemClock } from '../src/platform/clock/clock.js';
import { readConfig } from '../src/platform/config/config.js';
import type { EventStore } from '../src/platform/event-store/event-store.js';
import { Log } from '../src/platform/logging/log.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { EVENT_STORE } from '../src/platform/store-tokens.js';
import { createService } from '../src/serve.js';
import { Browser } from '../test/sign-in/browser.js';
import { NO_LIMITS } from '../test/support/limits.js';
import { append } from './support/council-years.js';
import { Times } from './support/latency.js';
import { olderDispute } from './support/older-disputes.js';

const nunjucks = createRequire(import.meta.url)('@11ty/nunjucks') as typeof import('nunjucks');

/**
 * The screens that people have open all day, over HTTP, in a council of ten years: the demonstration's two, and eight years of 300 disputes
 * before them; and once more with ten times as many before them. Beside each, in turn and by the same client, a page of bare Nunjucks in the same template of GOV.UK on a bare Fastify: a table
 * of 30 rows from memory, which asks nobody who they are, reads nothing and says no date. Aim: 30 ms at the 95th percentile, 100 KB, and at
 * most three requests before a browser paints.
 */
const YEARS_BEFORE = 8;
const DISPUTES_A_YEAR = 300;
/** How many times as many disputes a year stand before the two years of the demonstration. */
const SIZES = [1, 10];
const ROUNDS = 100;
const WARM_UP = 20;
const LIMIT = { milliseconds: 30, bytes: 100 * 1024, requests: 3 };
/** A file or a page, as people say how big it is. */
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

const THEMES = ['DD-PERM', 'DD-CARE', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY'];

interface Fetched {
  readonly milliseconds: number;
  readonly status: number;
  readonly body: string;
  readonly bytes: number;
}

/** The header with which a browser asks for compressed answers. */
const AS_A_BROWSER = { 'accept-encoding': 'br, gzip' };

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const get = (url: string, headers: Record<string, string> = {}): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(url, { agent, headers: { accept: 'text/html', ...headers } });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.once('end', () => {
        const [milliseconds, bytes] = [performance.now() - begun, Buffer.concat(pieces)];
        resolve({ milliseconds, status: answer.statusCode!, body: bytes.toString('utf8'), bytes: bytes.length });
      });
    });
    sent.end();
  });

/** The files that a browser fetches before it paints: the page, its style sheets, and scripts that are neither modules nor deferred. */
const neededToPaint = (html: string): string[] => {
  const head = html.slice(0, html.indexOf('</head>'));
  const sheets = [
    ...head.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"|<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g),
  ];
  const scripts = [...head.matchAll(/<script(?![^>]*(?:type="module"|defer|async))[^>]*src="([^"]+)"/g)];
  return [...sheets, ...scripts].map(([, one, other]) => (one ?? other)!);
};

const barePage = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const views = new nunjucks.Environment(new nunjucks.FileSystemLoader('node_modules/govuk-frontend/dist'), {
    autoescape: true,
  });
  const text = `{% extends "govuk/template.njk" %}{% block content %}<h1 class="govuk-heading-l">{{ title }}</h1><table class="govuk-table">
{% for row in rows %}<tr class="govuk-table__row">{% for cell in row %}<td class="govuk-table__cell">{{ cell }}</td>{% endfor %}</tr>{% endfor %}
</table>{% endblock %}`;
  const template = new nunjucks.Template(text, views, 'bare.njk', true);
  const rows = Array.from({ length: 30 }, (_, row) => [`What to do ${row}`, `AB 10${row}`, 'Stage 1', '6 Oct 2023']);
  const app = fastify();
  app.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(template.render({ title: 'Work', rows })));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`, close: () => app.close() };
};

/** The screens in a council of so many times ten council-years. */
const measure = async (size: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-pages-'));
  const config = {
    ...readConfig({ ...NO_LIMITS, FOOTPRINT_DATA_DIR: folder, FOOTPRINT_DEMONSTRATION: 'on' }),
    port: 0,
  };
  const service = await createService(config, {}, new Log(systemClock, () => {}));
  await service.init();
  await fillLog(service, () => {});
  const readModels = service.get(ProjectionRunner);
  const children = readModels.all<{ child: string; iro: string; team: string }>(
    'SELECT child, iro, team FROM child_allocations WHERE number = 1 AND iro IS NOT NULL AND team IS NOT NULL ORDER BY child',
    {},
  );
  const begins = addDays(londonDate(systemClock.now()), -Math.round((YEARS_BEFORE + 2) * 365.25));
  const disputes = YEARS_BEFORE * DISPUTES_A_YEAR * size;
  for (let number = 0; number < disputes; number++) {
    const day = addDays(begins, Math.floor((number * YEARS_BEFORE * 365.25) / disputes));
    const { reference, told } = olderDispute(number, day, { children, themes: THEMES });
    await append(service.get<EventStore>(EVENT_STORE), `dispute-${reference}`, day, ...told);
  }
  await readModels.catchUp();
  await service.listen(0, '127.0.0.1');
  const bare = await barePage();

  /** The header with which somebody's browser says who is signed in. */
  const signedInAs = async (name: string): Promise<{ cookie: string; browser: Browser }> => {
    const [{ person }] = readModels.all<{ person: string }>('SELECT person FROM people WHERE name = :name', {
      name,
    }) as [{ person: string }];
    const browser = new Browser([service]);
    const { setCookies } = await browser.signIn(person);
    return { browser, cookie: setCookies.map((each) => each.split(';')[0]).join('; ') };
  };

  try {
    const site = await service.getUrl();
    const [iro, manager, ofService] = await Promise.all(
      [SHOWN.iro, SHOWN.manager, SHOWN.iroManager].map((name) => signedInAs(name)),
    );
    const linkIn = async (browser: Browser, page: string, pattern: RegExp): Promise<string> => {
      const found = pattern.exec((await browser.get(page)).html)?.[1];
      if (found === undefined) throw new Error(`No link like ${pattern} on ${page}`);
      return found;
    };
    const currentYear = financialYearOf(londonDate(systemClock.now())).replace('/', '-');
    const screens = [
      { what: 'my work of an IRO', path: '/my-work', who: iro! },
      { what: 'a dispute', path: await linkIn(iro!.browser, '/my-work', /href="(\/disputes\/DRP-[\w-]+)"/), who: iro! },
      {
        what: 'the answer of a manager',
        path: await linkIn(manager!.browser, '/my-work', /href="(\/disputes\/DRP-[\w-]+\/answer)"/),
        who: manager!,
      },
      { what: 'the board', path: '/board', who: ofService! },
      { what: 'the themes', path: '/themes', who: ofService! },
      {
        what: 'a team',
        path: await linkIn(ofService!.browser, '/themes?lines=team', /href="(\/teams\/[\w-]+)"/),
        who: ofService!,
      },
      { what: 'the IRO service', path: '/iro-service', who: ofService! },
      { what: 'answers in time', path: `/reports/timeliness/${currentYear}`, who: ofService! },
      { what: 'the board on a wall', path: '/board/wall', who: ofService! },
    ];
    for (const { what, path, who } of screens) {
      const times = { ours: new Times(), theirs: new Times() };
      const ask = { ours: () => get(`${site}${path}`, { cookie: who.cookie }), theirs: () => get(bare.url) };
      const last: Partial<Record<keyof typeof ask, Fetched>> = {};
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        for (const whose of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
          const fetched = await ask[whose]();
          if (fetched.status !== 200) throw new Error(`${what}: answered ${fetched.status}`);
          if (round >= WARM_UP) times[whose].add(fetched.milliseconds);
          last[whose] = fetched;
        }
      }
      const needed = neededToPaint(last.ours!.body);
      const withIt = await Promise.all(needed.map((each) => get(new URL(each, site).href, AS_A_BROWSER)));
      const bytes = withIt.reduce((sum, each) => sum + each.bytes, last.ours!.bytes);
      const [p95, middle, bareP95] = [times.ours.at(0.95), times.ours.at(0.5), times.theirs.at(0.95)];
      console.log(
        `page: ${what}, ten council-years${size === 1 ? '' : ` times ${size}`}: ours ${p95.toFixed(1)} ms at p95 (p50 ${middle.toFixed(1)}), bare Nunjucks ${bareP95.toFixed(1)} ms, ratio ` +
          `${(bareP95 / p95).toFixed(2)}; ${kilobytes(last.ours!.bytes)}, bare ${kilobytes(last.theirs!.bytes)}; before it is painted ` +
          `${needed.length + 1} requests, ${kilobytes(bytes)} (aim: ${LIMIT.milliseconds} ms, ${kilobytes(LIMIT.bytes)}, ${LIMIT.requests} requests)`,
      );
    }
  } finally {
    await bare.close();
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

for (const size of SIZES) await measure(size);
agent.destroy();
