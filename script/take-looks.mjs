// Looks at every page as people who need it otherwise see it, and keeps a picture of each: script/looks says how.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inBrowser } from './pictures/in-browser.mjs';

const folder = resolve(process.argv[2]);

/** 200% of a window of 1280 pixels has room for 640. */
const LOOKS = {
  'forced-colours': { viewport: { width: 1280, height: 900 }, media: { forcedColors: 'active' } },
  'at-200-per-cent': { viewport: { width: 640, height: 450 }, media: {} },
  'at-320': { viewport: { width: 320, height: 640 }, media: {} },
  printed: { viewport: { width: 794, height: 1123 }, media: { media: 'print' } },
};
const NARROW = ['at-200-per-cent', 'at-320'];

/** Pages that are followed from each page, so that one long list does not lead to a hundred pages of the same kind. */
const MOST_OF_A_KIND = 1;

/** The kind of page at an address: what is alike but for its reference, and for how a list is narrowed. */
const kindOf = ({ pathname, searchParams }) => {
  const path = pathname
    .split('/')
    .map((part) => (/^[A-Z]{2,4}-|^(?=.*[A-Z\d_])[\w-]{16,}$/.test(part) ? '-' : part))
    .join('/');
  const tab = searchParams.get('tab') ?? searchParams.get('view');
  return tab === null ? path : `${path}?${tab}`;
};

/** Addresses that are no page, or that end the session. */
const isLeftOut = (kind) =>
  /\/(csv|pdf|documents\/.*|sign-out|api.*|feed.*)$|\.ics$/.test(kind) || kind.startsWith('/api');

const looked = new Set();
const tooWide = [];

const lookAt = async (page, name) => {
  for (const [look, { viewport, media }] of Object.entries(LOOKS)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ media: 'screen', forcedColors: 'none', ...media });
    const width = await page.evaluate('document.scrollingElement.scrollWidth');
    if (NARROW.includes(look) && width > viewport.width) tooWide.push(`${name} ${look}: ${width} pixels wide`);
    await page.screenshot({ path: join(folder, look, `${name}.png`), fullPage: true });
  }
};

/** Everything that can be reached by links from where somebody begins. */
const walk = async (page, role) => {
  const toOpen = [page.url()];
  const kinds = new Map();
  while (toOpen.length > 0) {
    const address = toOpen.shift();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
    const answer = await page.goto(address);
    const kind = kindOf(new URL(page.url()));
    const name = `${role}${kind}`.replaceAll(/[^\w-]+/g, '_');
    if (!looked.has(name)) {
      looked.add(name);
      await lookAt(page, name);
      process.stdout.write(`${answer?.status() ?? '-'} ${role} ${kind}\n`);
    }
    const links = await page.evaluate('[...document.querySelectorAll("a[href]")].map((a) => a.href)');
    for (const link of links) {
      const url = new URL(link);
      const met = kinds.get(kindOf(url)) ?? 0;
      if (url.origin !== new URL(page.url()).origin || isLeftOut(kindOf(url)) || met >= MOST_OF_A_KIND) continue;
      kinds.set(kindOf(url), met + 1);
      toOpen.push(link);
    }
  }
};

for (const look of Object.keys(LOOKS)) mkdirSync(join(folder, look), { recursive: true });
await inBrowser(async (windowOf) => {
  const front = await windowOf();
  await lookAt(front, 'sign-in');
  const roles = await front.evaluate(
    '[...document.querySelectorAll("main h2")].map((h) => [h.textContent.trim(), h.parentElement.querySelector(`h2:nth-of-type(${[...h.parentElement.querySelectorAll("h2")].indexOf(h) + 1}) ~ ul button`).textContent.trim()])',
  );
  for (const [role, name] of roles) {
    const page = await windowOf();
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await walk(page, role.toLowerCase().replaceAll(/\W+/g, '-'));
    await page.context().close();
  }
});
console.log(`${looked.size} pages, each in ${Object.keys(LOOKS).length} looks: ${folder}`);
for (const each of tooWide) console.error(each);
if (tooWide.length > 0) process.exitCode = 1;
