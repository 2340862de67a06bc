import { type Definition, RAISED_IN_THE_YEAR, SHARES } from '../definitions.js';

/** In the order in which the figures stand. */
export const VOICE_DEFINITIONS: readonly Definition[] = [
  RAISED_IN_THE_YEAR,
  {
    label: 'Recorded in the service',
    definition:
      'informal and formal records together, “all disputes (records)”, that were recorded or taken on in the service: no register has a column for what the child says. The shares below are of these.',
  },
  {
    label: 'Child was told',
    definition: 'the latest word on it says that the child was told of the dispute.',
  },
  {
    label: 'Child’s view on record',
    definition:
      'somebody wrote down what the child says, in whatever words; nothing that is written later takes it away.',
  },
  { label: 'Advocate offered', definition: 'the latest word on it says that the child was offered an advocate.' },
  {
    label: 'Nothing written down',
    definition: 'neither a view, nor whether the child was told, nor whether an advocate was offered.',
  },
  {
    label: 'Something changed',
    definition:
      'of those that came to a stated end with the child’s view on record, and of those without it: a change for the child is written down that is neither “no change yet” nor “not known”.',
  },
  SHARES,
];
