import { type Definition, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const REPEATS_DEFINITIONS: readonly Definition[] = [
  {
    label: 'Disputes of a year',
    definition:
      'those raised from 1 April to 31 March, London time; voided and withdrawn left out, for what was wrong or taken back repeats nothing and is not repeated.',
  },
  {
    label: 'Repeats',
    definition:
      'a dispute about the same child and the same theme group as another raised within the six months before, counted once, however many children and earlier disputes there are. Drift and delay is one group. Of all that were raised, informal and formal records together. “Not collected” where a register of the year, or of the six months before, has no column for the child.',
  },
  {
    label: 'Not a repeat',
    definition: 'a formal dispute that continues an informal one: it is the same matter.',
  },
  SHARES,
];
