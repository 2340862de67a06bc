import { day, fill, fillDay, press, signedIn, take, tick } from './in-a-window.mjs';

const IRO = 'A. Hartwell';
const MANAGER = 'T. Ashdown';

/** One dispute, from what an IRO has to do to its resolution. */
export const oneDispute = async (windowOf) => {
  const iro = await signedIn(windowOf, IRO);
  await iro.goto('/my-work');
  await take(iro, '1-my-work', false);
  await iro.goto('/my-work?tab=children');
  const number = await iro.getByRole('row').nth(1).getByRole('cell').nth(1).innerText();

  await iro.goto('/disputes/new');
  await fill(iro, 'Record number of the child', number);
  await fill(iro, 'Whom did you speak to first? (optional)', MANAGER);
  await fill(iro, 'What came of it? (if you spoke to somebody)', 'We agreed that it should be written down.');
  await fillDay(iro, day(-1));
  await tick(iro, 'Formally: it goes up the stages of the protocol');
  await press(iro, 'Continue');
  await iro.getByRole('radio', { name: 'Care plan actions not progressed', exact: true }).check();
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
  await fill(iro, 'By when (optional)', day(14).join(' '));
  await press(iro, 'Continue');
  await take(iro, '3-check-and-send');
  await press(iro, 'Send');
  await take(iro, '4-sent', false);
  const address = new URL(iro.url()).pathname;

  const manager = await signedIn(windowOf, MANAGER);
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

  const narrow = await signedIn(windowOf, IRO, { viewport: { width: 320, height: 900 } });
  await narrow.goto('/my-work');
  await take(narrow, '9-my-work-on-a-telephone', false);
};
