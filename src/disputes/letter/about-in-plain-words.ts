import type { ImpactCode } from '../events.js';

/** Each theme as the end of “I was worried about …”, for a child or young person. A theme of the council's own has no words here. */
export const ABOUT_IN_PLAIN_WORDS: Readonly<Record<string, string>> = {
  DD: 'how long things are taking for you',
  'DD-PERM': 'how long it is taking to decide where you will live until you are grown up',
  'DD-CARE': 'things in your plan that have not been done yet',
  'DD-REV': 'what we agreed at your review and has not been done yet',
  'DD-ASSESS': 'a piece of work about you and your family that is late',
  'DD-LEGAL': 'something for the court that is late',
  'DD-MATCH': 'how long it is taking to find the right family for you',
  'DD-SERV': 'help that you should have and are still waiting for',
  'DD-EXIT': 'there being no clear plan for you to go home or move on',
  PLAN: 'your plan, which is not as it should be',
  PATH: 'your plan for when you are older',
  PLACE: 'where you live, and whether it is right for you',
  VISIT: 'how often your social worker comes to see you',
  REPORT: 'what was written for your review',
  RECORD: 'what is written down about you',
  CONS: 'a change in your life of which I was not told',
  EDUC: 'school and learning',
  HEALTH: 'your health',
  EMOT: 'help with how you feel',
  LIFE: 'knowing the story of your own life',
  FAMILY: 'seeing the people who matter to you',
  LEGAL: 'the law that says who looks after you',
  ALLOC: 'your having a social worker, and the same one',
  MGMT: 'whether somebody checks that your plan is going well',
  RISK: 'keeping you safe',
  VOICE: 'whether people listen to what you want',
  EDI: 'whether you are treated fairly, as who you are',
  RIGHTS: 'your rights',
  RESOURCE: 'something that you need and that has to be paid for',
  AGENCY: 'help that other people should give you',
  PRACT: 'how things have been done for you',
};

/** The change for the child; what is not known, or is about papers alone, has no sentence. */
export const CHANGE_IN_PLAIN_WORDS: Readonly<Record<ImpactCode, string | null>> = {
  'plan-moving': 'Your plan is moving again.',
  'service-started': 'The help that you were waiting for has started.',
  'contact-restored': 'You are seeing the people who matter to you again.',
  'placement-changed-or-secured': 'Where you live is settled now.',
  'legal-step-taken': 'The step for the court was taken.',
  'child-informed-or-heard': 'People have talked with you, and have listened.',
  'record-corrected': 'What was written down about you was put right.',
  'no-change-yet': 'It has not changed anything for you yet.',
  'not-known': null,
};
