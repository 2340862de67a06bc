import { signedIn, take } from './in-a-window.mjs';

const IRO_MANAGER = 'N. Abbot';

/** The next challenge meeting as it is prepared, and the last one with what it decided. */
export const oneMeeting = async (windowOf) => {
  const page = await signedIn(windowOf, IRO_MANAGER);
  await page.goto('/challenge');
  await take(page, '21-meetings', false);
  const meetings = page.locator('main a[href^="/challenge/meetings/CM-"]');
  const [next, last] = [await meetings.first().getAttribute('href'), await meetings.last().getAttribute('href')];
  await page.goto(next);
  await take(page, '22-agenda');
  await page.goto(`${next}/papers`);
  await take(page, '23-papers', false);
  await page.goto(`${next}/room`);
  await take(page, '24-in-the-room', false);
  await page.goto(last);
  await take(page, '25-what-was-decided');
};
