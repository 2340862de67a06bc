import { recordedHere } from './counting.js';
import type { Measure } from './measure.js';

const CHECKED = 'Counted by the day of the check (1 April to 31 March), up to the day of this report.';
const CHECKS = {
  midwayAudits: ['Mid-way audits', 'Checks midway between two reviews'],
  preparationChecks: ['Preparation checks', 'Checks in preparation for a review'],
  post18Assessments: ['Needs assessments after 18', 'Assessments of young people after 18'],
} as const;

/** The records of the service beside disputes and acknowledgements: checks of reviews, and matters that meetings dealt with. */
export const measuresOfChecksAndMeetings: readonly Measure[] = [
  ...Object.entries(CHECKS).flatMap(([code, [label, definition]]) => [
    recordedHere(code, label, `${definition}, whether or not every standard has been answered`, CHECKED),
    recordedHere(
      `${code}.unfinished`,
      `${label}: not finished`,
      'Of these, those with a standard that nobody has answered',
      CHECKED,
    ),
  ]),
  recordedHere('standardsNotMet', 'Standards not met', 'Standards found not to be met in any of these checks', CHECKED),
  recordedHere(
    'standardsNotMet.raised',
    'Standards not met: raised as a dispute',
    'Of these, those about which a dispute was raised from the check',
    CHECKED,
  ),
  recordedHere(
    'standardsNotMet.notRaised',
    'Standards not met: reason written not to raise',
    'Of these, those about which the IRO wrote why no dispute was raised',
    CHECKED,
  ),
  recordedHere(
    'standardsNotMet.undecided',
    'Standards not met: not decided yet',
    'Of these, those with neither a dispute nor a reason',
    CHECKED,
  ),
  recordedHere(
    'challengeItems',
    'Challenge meetings: items dealt with',
    'Cases and themes on which a challenge meeting has decided; meetings that track cases before it are left out',
    'Counted by the day of the meeting (1 April to 31 March).',
  ),
];
