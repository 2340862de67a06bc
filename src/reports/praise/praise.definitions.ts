import type { Definition } from '../definitions.js';

/** In the order in which the figures stand. */
export const PRAISE_DEFINITIONS: readonly Definition[] = [
  {
    label: 'Acknowledgements of a year',
    definition:
      'those given from 1 April to 31 March, London time, under the team of that day and the service to which it belonged; withdrawn included.',
  },
  {
    label: 'Disputes beside them',
    definition:
      'informal and formal records together, “all disputes (records)”, of the same team or service, by the day raised; those raised in error left out. The two are never added, and no team is ranked: they stand A to Z.',
  },
  {
    label: 'People thanked',
    definition:
      'everybody who is named in them, each once in a line however often they were thanked, so the lines may add up to more than the whole; not those named in an acknowledgement that was withdrawn. “Not collected” where a register does not say whom it thanks.',
  },
  { label: 'Whole teams thanked', definition: 'teams that were thanked as a team, each once.' },
  { label: 'What was done well', definition: 'the theme that the giver chose, in the order of the council’s list.' },
];
