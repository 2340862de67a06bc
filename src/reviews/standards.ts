import type { CheckKind } from './events.js';
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

/** The same of an assessment of needs after 18, when there is no care plan and no statutory review any more. */
export const DEFAULT_STANDARDS_AFTER_18: readonly ReviewStandard[] = [
  ...[
    { code: 'pathway-plan', text: 'There is an up-to-date pathway plan.', theme: 'PATH' },
    { code: 'adviser', text: 'A personal adviser is named, and keeps in touch.', theme: 'ALLOC' },
    { code: 'home', text: 'The young person has a safe and suitable home.', theme: 'PLACE' },
    { code: 'learning-or-work', text: 'They are learning or in work, or are helped towards it.', theme: 'EDUC' },
    { code: 'health-needs', text: 'Their health needs are known, and somebody meets them.', theme: 'HEALTH' },
    { code: 'wellbeing', text: 'They have help with their emotional wellbeing where they want it.', theme: 'EMOT' },
    { code: 'money-and-papers', text: 'They have the money and the papers that are theirs.', theme: 'PATH' },
    { code: 'people', text: 'They have people on whom they can rely.', theme: 'FAMILY' },
    { code: 'life-story-kept', text: 'They have their life story, and know how to see their records.', theme: 'LIFE' },
    { code: 'safety', text: 'Risks to them are known, and there is a plan for their safety.', theme: 'RISK' },
    { code: 'own-voice', text: 'They said what they want, and an advocate was offered.', theme: 'VOICE' },
  ].map((each) => ({ ...each, after18: true as const })),
];

/** The questions of a check of a kind under a protocol: the council's own list, or the program's where it has none of that kind. */
export const standardsUnder = (
  { reviewStandards = [] }: Pick<Protocol, 'reviewStandards'>,
  kind: CheckKind = 'preparation',
): readonly ReviewStandard[] => {
  const isAfter18 = kind === 'post-18';
  const own = reviewStandards.filter(({ after18 = false }) => after18 === isAfter18);
  if (own.length > 0) return own;
  return isAfter18 ? DEFAULT_STANDARDS_AFTER_18 : DEFAULT_STANDARDS;
};
