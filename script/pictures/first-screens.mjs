import { follow, signedIn, take } from './in-a-window.mjs';

const ASSISTANT_DIRECTOR = 'L. Stone';
const IRO_MANAGER = 'N. Abbot';

/** What a leader reads: what waits longest and with whom, whether it is more than usual, and how the IRO service is doing. */
export const firstScreens = async (windowOf) => {
  const leader = await signedIn(windowOf, ASSISTANT_DIRECTOR);
  await leader.goto('/board');
  await take(leader, '11-board', false);
  const waiting = leader.getByRole('region', { name: 'Waiting past the promised date', exact: true });
  await waiting.getByRole('link').first().click();
  await take(leader, '12-outline', false);

  await leader.goto('/themes');
  await take(leader, '13-themes');
  await leader.locator('table.app-heat tfoot').getByRole('link').first().click();
  await take(leader, '14-cases-that-a-number-counts', false);
  await leader.goto('/themes?open=DD#list');
  await take(leader, '15-drift-and-delay');

  await leader.goto('/board/week');
  await take(leader, '16-the-week');

  const manager = await signedIn(windowOf, IRO_MANAGER);
  await manager.goto('/iro-service');
  await take(manager, '17-iro-service', false);
  await manager
    .getByRole('main')
    .getByRole('link', { name: /supervision/i })
    .first()
    .click();
  await take(manager, '18-supervision-sheet');
  await manager.goto('/reports');
  await follow(manager, 'Annual figures');
  await take(manager, '19-annual-figures', false);
};
