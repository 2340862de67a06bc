// The hand of somebody in a window of a browser, and the pictures that are kept of what they see.
import { join } from 'node:path';
import { root } from './in-browser.mjs';

export const pictures = join(root, 'docs', 'screens');

/** Who somebody is, said by the button that signs them in. */
export const signedIn = async (windowOf, name, options) => {
  const page = await windowOf(options);
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
};

/** A picture of the whole page, or of what a screen shows of it. */
export const take = (page, name, fullPage = true) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
export const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
export const follow = (page, name) => page.getByRole('link', { name, exact: true }).first().click();
export const fill = (page, label, text) => page.getByLabel(label, { exact: true }).first().fill(text);
export const tick = (page, label) => page.getByLabel(label, { exact: true }).first().check();

/** A day so many days from today, as people type it. */
export const day = (days) => {
  const date = new Date(Date.now() + days * 24 * 3600_000);
  return [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].map(String);
};

export const fillDay = async (page, parts) => {
  for (const [index, part] of ['Day', 'Month', 'Year'].entries()) await fill(page, part, parts[index]);
};
