import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import type { Form } from '../../web/forms/form.js';
import { NothingFilledIn } from '../../web/forms/nothing-filled-in.js';
import { textAt, type Typed } from '../../web/forms/typed.js';
import { ReadCouncil } from './council.query.js';
import { CouncilRoute } from './council.route.js';
import { presentList, type TeamCalled } from './present-council.js';

const openForm: Form = {
  title: 'Open the council',
  before: [
    'Read who holds which post, and which rules are in force, by the word of one person. You confirm this very list.',
  ],
  fields: [],
  follows: [
    'From then on cases are raised and read, and whoever gets a post from which cases are read needs two people.',
    'A council that is open cannot be closed again.',
  ],
  button: 'Open the council',
  done: 'The council is open.',
  isSentAtOnce: true,
};

/** The second person confirms what the first one gave. */
export const openCouncilPage = formPageOf({
  path: 'council/open',
  permits: 'council.open',
  opens: OpensNothing('Posts, people and rules of the council.'),
  begins: async ({ ask }) => {
    const { standing, missing } = await ask(new ReadCouncil());
    if (standing === 'open') return notNow('/council', 'The council is open.');
    return missing.length === 0 ? {} : notNow('/council', `The council cannot be opened yet: ${missing.join('; ')}.`);
  },
  carrying: (asked) => ({
    pages: [openForm],
    body: NothingFilledIn,
    around: async () => ({
      choices: {},
      back: '/council',
      view: 'roles/opening/open',
      more: presentList(await asked.ask(new ReadCouncil()), teamCalledIn(asked)),
    }),
    carryOut: (_body, sent) => asked.get(CouncilRoute).open({ list: listIn(asked) }, sent),
    follows: async () => [],
    leadsTo: () => '/council',
  }),
});

/** The name that a team bears today. */
const teamCalledIn = ({ get }: AskedForForm): TeamCalled => {
  const today = londonDate(get<Clock>(CLOCK).now());
  return (team) => get<Directory>(DIRECTORY).team(team, today)?.name ?? team;
};

/** Digest of the list that stood on the page. */
const listIn = ({ request }: AskedForForm): string => textAt((request.body ?? {}) as Typed, '_list');
