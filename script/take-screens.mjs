// One dispute in pictures: signs in, raises, answers, judges and resolves in a browser, and keeps a picture of each page on the way.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pictures = join(root, 'docs', 'screens');
const PROGRAMS = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];
const IRO = 'A. Hartwell';
const MANAGER = 'T. Ashdown';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'footprint-screens-'));
const port = await freePort();
const site = `http://localhost:${port}`;
const service = spawn(process.execPath, ['--no-warnings', join(root, 'dist/src/main.js')], {
  cwd: folder,
  stdio: 'ignore',
  env: {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    FOOTPRINT_DEMONSTRATION: 'on',
    FOOTPRINT_DATA_DIR: join(folder, 'data'),
  },
});

const ready = async () => {
  for (let attempt = 0; attempt < 600 && service.exitCode === null; attempt++) {
    const answer = await fetch(`${site}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The service ended, or was not ready within two minutes.');
};

/** A window in which somebody is signed in. */
const windowOf = async (browser, name, width = 1280) => {
  const context = await browser.newContext({
    baseURL: site,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.getByRole('button', { name, exact: true }).first().click();
  return page;
};

const take = (page, name, fullPage = true) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const fill = (page, label, text) => page.getByLabel(label, { exact: true }).first().fill(text);
const tick = (page, label) => page.getByLabel(label, { exact: true }).first().check();

const day = (days) => {
  const date = new Date(Date.now() + days * 24 * 3600_000);
  return `${date.getUTCDate()} ${date.getUTCMonth() + 1} ${date.getUTCFullYear()}`;
};

const tell = async (browser) => {
  const iro = await windowOf(browser, IRO);
  await iro.goto('/my-work');
  await take(iro, '1-my-work', false);
  await iro.goto('/my-work?tab=children');
  const number = await iro.getByRole('row').nth(1).getByRole('cell').nth(1).innerText();

  await iro.goto('/disputes/new');
  await fill(iro, 'Record number of the child', number);
  await fill(iro, 'Whom did you speak to first? (optional)', MANAGER);
  await fill(iro, 'What came of it? (optional)', 'We agreed that it should be written down.');
  const spoken = day(-1).split(' ');
  for (const [index, part] of ['Day', 'Month', 'Year'].entries()) await fill(iro, part, spoken[index]);
  await tick(iro, 'Formally: it goes up the stages of the protocol');
  await press(iro, 'Continue');
  await iro.getByLabel('Theme', { exact: true }).selectOption({ label: 'Care plan actions not progressed' });
  await fill(iro, 'What is happening?', 'The actions of the May review have not been started.');
  await fill(
    iro,
    'What is it like for the child if nothing changes? (optional)',
    'What was promised in the review does not happen for them.',
  );
  await take(iro, '2-what-is-wrong');
  await press(iro, 'Continue');
  await fill(iro, 'What', 'A family group meeting');
  await fill(iro, 'Who (optional)', MANAGER);
  await fill(iro, 'By when (optional)', day(14));
  await press(iro, 'Continue');
  await take(iro, '3-check-and-send');
  await press(iro, 'Send');
  await take(iro, '4-sent', false);
  const address = new URL(iro.url()).pathname;

  const manager = await windowOf(browser, MANAGER);
  await manager.goto('/my-work');
  await take(manager, '5-what-a-manager-has-to-do', false);
  await manager.goto(`${address}/answer`);
  await press(manager, 'Accept all that was asked for, and copy it here');
  await fill(manager, 'Your reasons', 'Agreed. It slipped when the worker left.');
  await take(manager, '6-answer');
  await press(manager, 'Continue');
  await press(manager, 'Send your answer');

  await iro.goto(address);
  await take(iro, '7-answered', false);
  await iro.getByRole('button', { name: 'Say if you are satisfied' }).click();
  await tick(iro, 'Satisfied');
  await fill(iro, 'Why?', 'There is a date, and a person who will do it.');
  await press(iro, 'Continue');
  await press(iro, 'Send');
  await iro.goto(`${address}/resolve`);
  await tick(iro, 'Resolved, with actions still to be done');
  await tick(iro, 'The plan is moving');
  await press(iro, 'Continue');
  await press(iro, 'Resolve');
  await take(iro, '8-resolved');

  const narrow = await windowOf(browser, IRO, 320);
  await narrow.goto('/my-work');
  await take(narrow, '9-my-work-on-a-telephone', false);
};

mkdirSync(pictures, { recursive: true });
let browser;
try {
  await ready();
  browser = await chromium.launch({ executablePath: PROGRAMS.find(existsSync), args: FLAGS });
  await tell(browser);
} finally {
  await browser?.close();
  service.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
