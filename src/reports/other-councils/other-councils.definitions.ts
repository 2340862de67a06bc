import type { Definition } from '../definitions.js';

/** In the order in which the figures stand. */
export const OTHER_COUNCILS_DEFINITIONS: readonly Definition[] = [
  {
    label: 'This council',
    definition:
      'its own figure of the year as the annual report counts it, and the children held on average over the year.',
  },
  {
    label: 'Published by',
    definition:
      'a figure that another council has printed, as somebody entered it by hand or from a file, with the publication, its day and what it counts there. Councils count differently: read the definition before the number. They stand A to Z, and are never ranked.',
  },
  {
    label: 'To 100 children',
    definition:
      'the number to 100 children looked after, one decimal place; none where fewer than 30 children, or no number of children, was published. The number of children is that council’s own, often of one day.',
  },
  {
    label: 'Corrected and withdrawn',
    definition: 'a figure that was entered wrongly is corrected or withdrawn with a reason, which stays on record.',
  },
];
