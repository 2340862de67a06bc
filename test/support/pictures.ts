import type { Page } from 'playwright-core';

/** Keeps pictures of a page at both widths in the folder that `PICTURES` names; does nothing where it names none. */
export const pictureOf = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};
