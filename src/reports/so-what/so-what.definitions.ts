import { type Definition, RAISED_IN_THE_YEAR, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const SO_WHAT_DEFINITIONS: readonly Definition[] = [
  RAISED_IN_THE_YEAR,
  {
    label: 'Closed',
    definition:
      'informal and formal records together, “all disputes (records)”: resolved, ended in stalemate, ended because the child left care or Cafcass continues it, or closed of which nobody wrote how; not those withdrawn, and not informal ones continued as formal.',
  },
  {
    label: 'Outcome',
    definition:
      'the code of the stated end, or “closed, outcome not recorded” where a register has only the day; they add up to all that are closed.',
  },
  {
    label: 'What changed for the child',
    definition: 'as whoever closed it said; one dispute may have several, so they may add up to more than are closed.',
  },
  { label: 'Reopened', definition: 'disputes opened again after they had ended, whatever their state now.' },
  {
    label: 'Raised again',
    definition:
      'closed disputes to which a later one is linked as raising the same matter again, of those recorded or taken on in the service: no register has such links.',
  },
  {
    label: 'Actions',
    definition:
      'agreed in these disputes, each in one line; in time where it was recorded as done by the day agreed; recorded after it, it is late whatever day is said, unless the IRO has confirmed with a reason that it was done in time ("in time, confirmed afterwards", a line of its own). The share is of those that were due: done with a day set, or overdue. Of a dispute that was withdrawn, only what was done: the rest is owed no more.',
  },
  {
    label: 'Undertaken over themes',
    definition:
      'in challenge meetings held in the year, over a theme with no child; in time and late as the actions above. The share is of those that are done or overdue.',
  },
  SHARES,
];
