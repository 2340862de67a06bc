// Serves a council in a folder of its own, and opens Chromium beside it: for the scripts that take pictures.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const PROGRAMS = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];
/** Milliseconds that a window waits for a page on a busy machine. */
const PATIENCE = 180_000;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const ready = async (site, service) => {
  for (let attempt = 0; attempt < 1500 && service.exitCode === null; attempt++) {
    const answer = await fetch(`${site}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The service ended, or was not ready within five minutes.');
};

const run = promisify(execFile);

/**
 * The link with which somebody becomes the first administrator of the council in this folder. It leaves a log there, and a folder that has one
 * is given no demonstration council.
 */
const setUpLink = async (name, env) => {
  const { stdout } = await run(join(root, 'bin', 'footprint'), ['setup-link', '--for', name], { env });
  return new URL(stdout.trim());
};

/**
 * @param work is given `windowOf(options)`, which opens a window on the sign-in page, and the path of the set-up link where one was asked for
 * @param firstAdministrator who sets up a council that has nothing; without one the demonstration council of today is served
 */
export const inBrowser = async (work, { firstAdministrator } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-pictures-'));
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    FOOTPRINT_DEMONSTRATION: 'on',
    FOOTPRINT_DATA_DIR: join(folder, 'data'),
    // One browser opens as many pages in a minute as a whole council does.
    FOOTPRINT_LIMIT_PERSON: '1000000',
    FOOTPRINT_LIMIT_ADDRESS: '1000000',
  };
  let service;
  let browser;
  try {
    const link = firstAdministrator === undefined ? undefined : await setUpLink(firstAdministrator, env);
    const program = ['--no-warnings', join(root, 'dist/footprint/main.js')];
    service = spawn(process.execPath, program, { cwd: folder, stdio: 'ignore', env });
    await ready(site, service);
    browser = await chromium.launch({ executablePath: PROGRAMS.find(existsSync), args: FLAGS });
    const windowOf = async (options = {}) => {
      const context = await browser.newContext({
        baseURL: site,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await page.goto('/sign-in');
      return page;
    };
    await work(windowOf, link && `${link.pathname}${link.search}`);
  } finally {
    await browser?.close();
    service?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
};
