// Takes the pictures of docs/screens; script/screens says how.
import { mkdirSync } from 'node:fs';
import { pictures } from './pictures/in-a-window.mjs';
import { inBrowser } from './pictures/in-browser.mjs';
import { aCouncilFromNothing, FIRST_ADMINISTRATOR } from './pictures/a-council-from-nothing.mjs';
import { firstScreens } from './pictures/first-screens.mjs';
import { oneDispute } from './pictures/one-dispute.mjs';
import { oneMeeting } from './pictures/one-meeting.mjs';

/** Each is told in a council of its own, so that no story shows what another one did. */
const STORIES = {
  dispute: [oneDispute],
  leaders: [firstScreens],
  meeting: [oneMeeting],
  council: [aCouncilFromNothing, { firstAdministrator: FIRST_ADMINISTRATOR }],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STORIES));
if (unknown.length > 0) {
  console.error(`There is no story “${unknown[0]}”. There are: ${Object.keys(STORIES).join(', ')}.`);
  process.exit(1);
}
mkdirSync(pictures, { recursive: true });
for (const name of asked.length > 0 ? asked : Object.keys(STORIES)) await inBrowser(...STORIES[name]);
