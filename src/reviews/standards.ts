import type { Protocol, ReviewStandard } from '../protocol/protocol.js';

/** The standards that are checked if a council's protocol file lists none of its own. */
export const DEFAULT_STANDARDS: readonly ReviewStandard[] = [
  { code: 'care-plan', text: 'An up-to-date care plan is on file.', theme: 'PLAN' },
  { code: 'permanence', text: 'From the second review on there is a plan for permanence.', theme: 'DD-PERM' },
  { code: 'decisions', text: 'The decisions of the last review were carried out in time.', theme: 'DD-REV' },
  { code: 'report', text: 'The social worker’s report was shared before the review.', theme: 'REPORT' },
  { code: 'visits', text: 'Visits were made in time and written down.', theme: 'VISIT' },
  { code: 'placement', text: 'The placement is right for the child, and stable.', theme: 'PLACE' },
  { code: 'health', text: 'The health assessment and the dentist are up to date.', theme: 'HEALTH' },
  { code: 'education', text: 'There is a current personal education plan.', theme: 'EDUC' },
  { code: 'family-time', text: 'Time with family is as the plan says.', theme: 'FAMILY' },
  { code: 'life-story', text: 'Life story work has begun where it is due.', theme: 'LIFE' },
  { code: 'voice', text: 'The child was asked, and an advocate was offered.', theme: 'VOICE' },
  { code: 'consulted', text: 'The IRO was told of every significant change.', theme: 'CONS' },
  { code: 'oversight', text: 'Management oversight is on file.', theme: 'MGMT' },
];

/** The questions of a check under a protocol: the council's own list, or the program's where it has none. */
export const standardsUnder = ({ reviewStandards }: Pick<Protocol, 'reviewStandards'>): readonly ReviewStandard[] =>
  reviewStandards ?? DEFAULT_STANDARDS;
