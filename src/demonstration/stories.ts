import type { Agreement, ImpactCode } from '../disputes/events.js';

/** The problems that arise in Northshire, in the words its IROs use. Invented; written to be read by the child one day. */
export interface Story {
  readonly theme: string;
  readonly concern: string;
  readonly impact: string;
  readonly wanted: string;
  readonly promised: string;
  readonly evidence: string;
  readonly change: ImpactCode;
}

const story = (
  theme: string,
  concern: string,
  impact: string,
  wanted: string,
  promised: string,
  evidence: string,
  change: ImpactCode,
): Story => ({ theme, concern, impact, wanted, promised, evidence, change });

/** The weight of each story among all: about seven in ten are drift and delay, as in the counties whose figures are published. */
export const STORIES: readonly (readonly [number, Story])[] = [
  [
    16,
    story(
      'DD-PERM',
      'No permanence plan was agreed at the second review, and none has been since.',
      'They do not know where they will grow up.',
      'A permanence planning meeting, with its plan sent to me',
      'Permanence planning meeting booked',
      'Minutes of the meeting on file',
      'plan-moving',
    ),
  ],
  [
    14,
    story(
      'DD-CARE',
      'The actions of the last review have not been started.',
      'What was promised in the review has not happened for them.',
      'Each action of the review started, with dates',
      'Worker to complete the three actions of the review',
      'Case note of each action',
      'plan-moving',
    ),
  ],
  [
    10,
    story(
      'DD-ASSESS',
      'The assessment of the connected carer agreed at the review has not begun.',
      'They cannot move to live with family while it waits.',
      'The assessment allocated and its end date given',
      'Assessment allocated to a worker',
      'Allocation record',
      'plan-moving',
    ),
  ],
  [
    9,
    story(
      'DD-LEGAL',
      'Discharge of the order was agreed two reviews ago and no application has been made.',
      'They stay in care in law when they are at home in fact.',
      'Legal planning meeting and a date for the application',
      'Legal planning meeting booked',
      'Letter of instruction sent',
      'legal-step-taken',
    ),
  ],
  [
    8,
    story(
      'DD-MATCH',
      'The long-term match has been waiting for panel for four months.',
      'They ask at every visit whether they may stay.',
      'A panel date',
      'Papers to panel',
      'Panel date confirmed',
      'placement-changed-or-secured',
    ),
  ],
  [
    7,
    story(
      'DD-SERV',
      'Therapy was recommended in the spring and no referral has been sent.',
      'Their nightmares go on without help.',
      'The referral sent and its date given to me',
      'Referral to be sent by the worker',
      'Copy of the referral',
      'service-started',
    ),
  ],
  [
    5,
    story(
      'DD-REV',
      'The manager has not said whether the review’s recommendations are agreed.',
      'Nobody acts on decisions that nobody has agreed.',
      'A written answer to each recommendation',
      'Manager to answer each recommendation',
      'Answers on file',
      'record-corrected',
    ),
  ],
  [
    5,
    story(
      'VISIT',
      'Two statutory visits are not recorded.',
      'Nobody has asked them on their own how they are.',
      'The visits made and written up',
      'Visits to be made and recorded',
      'Visit records',
      'child-informed-or-heard',
    ),
  ],
  [
    4,
    story(
      'REPORT',
      'The report reached me on the morning of the review.',
      'They and their carers could not read it before the meeting.',
      'Reports five days before each review',
      'Reports tracked in supervision',
      'Tracker shown to the IRO',
      'record-corrected',
    ),
  ],
  [
    4,
    story(
      'EDUC',
      'The education plan for the autumn term is missing.',
      'Extra help at school has no plan behind it.',
      'A meeting with school and a written plan',
      'Meeting with school booked',
      'Plan on file',
      'service-started',
    ),
  ],
  [
    4,
    story(
      'FAMILY',
      'Family time with their sister has not been arranged since May.',
      'They miss their sister.',
      'Dates for family time over the next three months',
      'Calendar of family time agreed',
      'Calendar on file',
      'contact-restored',
    ),
  ],
  [
    3,
    story(
      'LIFE',
      'Life story work promised at the last review has not started.',
      'They have questions that nobody answers.',
      'A start date and a named worker',
      'Life story worker named',
      'First session recorded',
      'service-started',
    ),
  ],
  [
    3,
    story(
      'HEALTH',
      'The health assessment is three months late.',
      'A worry about their hearing is not followed up.',
      'An appointment and its result',
      'Appointment booked',
      'Assessment on file',
      'service-started',
    ),
  ],
  [
    3,
    story(
      'PLAN',
      'The care plan on file is from before the placement move.',
      'Their carers work from a plan that no longer fits.',
      'A new care plan',
      'Care plan to be rewritten',
      'New plan on file',
      'record-corrected',
    ),
  ],
  [
    2,
    story(
      'PLACE',
      'The placement is ninety minutes from school.',
      'They leave home before seven each morning.',
      'A plan to bring school or home closer',
      'Placement search widened',
      'Search record',
      'placement-changed-or-secured',
    ),
  ],
  [
    2,
    story(
      'MGMT',
      'There is no supervision record for three months.',
      'Nobody checks that the plan moves.',
      'Supervision held and recorded',
      'Supervision booked',
      'Supervision record',
      'record-corrected',
    ),
  ],
  [
    1,
    story(
      'CONS',
      'A placement change was made without telling me.',
      'Their wishes about it were never asked.',
      'An early review',
      'Early review to be called',
      'Review date set',
      'child-informed-or-heard',
    ),
  ],
];

export const ANSWERS: Readonly<Record<Agreement, readonly string[]>> = {
  agree: [
    'Agreed. This should have been done and I am sorry that it was not.',
    'Agreed. The worker was away and the task was not passed on; it is now.',
    'I agree with what the IRO says, and the steps below will put it right.',
  ],
  partly: [
    'I agree that it is late. The delay was at court, and we could have said so sooner.',
    'Partly agreed: the work began last week but was not recorded.',
  ],
  disagree: [
    'I do not agree. In my view the plan was right to wait for the assessment.',
    'Not agreed: the decision lies with the other authority.',
  ],
};

export const PRAISE: readonly { theme: string; whatTheyDid: string; difference: string }[] = [
  {
    theme: 'PA-VOICE',
    whatTheyDid: 'Helped a young person to chair their own review.',
    difference: 'They said what they wanted, and it was done.',
  },
  {
    theme: 'PA-DIRECT',
    whatTheyDid: 'Used drawings over six visits to talk about coming into care.',
    difference: 'They could say for the first time what had frightened them.',
  },
  {
    theme: 'PA-PLAN',
    whatTheyDid: 'A swift, well-planned move with family time kept.',
    difference: 'They settled within a week.',
  },
  {
    theme: 'PA-REPORT',
    whatTheyDid: 'Wrote a clear, warm report to the child.',
    difference: 'They keep it in their memory box.',
  },
  {
    theme: 'PA-PARTNER',
    whatTheyDid: 'Brought school, health and carers round one table in a week.',
    difference: 'The school place was saved.',
  },
  {
    theme: 'PA-LIFE',
    whatTheyDid: 'Finished a life story book with the grandparents’ photographs.',
    difference: 'They know where they come from.',
  },
  {
    theme: 'PA-TRANS',
    whatTheyDid: 'Planned the step to supported lodgings a year ahead.',
    difference: 'They moved when they felt ready.',
  },
  {
    theme: 'PA-SIB',
    whatTheyDid: 'Kept three brothers together when a move had to be made.',
    difference: 'They still share a bedroom, as they asked.',
  },
  {
    theme: 'PA-PERSIST',
    whatTheyDid: 'Went back eleven times until the door was opened.',
    difference: 'They trust one adult now.',
  },
];
