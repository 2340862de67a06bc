import fc from 'fast-check';
import { text, action } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import { A_DOCUMENT, SAM_THE_SOCIAL_WORKER } from '../../../../test/golden/invented.js';
import type { Answer } from './answer.js';

export const examples = actExamples<Answer, 'AnswerGiven'>({
  anyAct: fc.record({
    type: fc.constant('answer'),
    agreement: fc.constantFrom('agree', 'partly', 'disagree'),
    reasons: text,
    actions: fc.array(action, { maxLength: 3 }),
    evidence: fc.constant(null),
  }),
  events: {
    AnswerGiven: {
      round: 1,
      stage: 1,
      answeredOn: '2022-04-22',
      role: 'team-manager',
      agreement: 'partly',
      reasons: 'The plan is written and waits for a signature. The meeting is booked.',
      responses: [
        { wanted: 1, response: 'accepted', reason: null },
        { wanted: 2, response: 'declined', reason: 'The referral was made in March.' },
      ],
      actions: [
        {
          ...{ what: 'Sign the plan and read it to her', who: 'Sam Lowe', person: SAM_THE_SOCIAL_WORKER },
          ...{ by: '2022-04-29', measure: null },
        },
      ],
      evidence: 'Case note of 21 April 2022',
      documents: [A_DOCUMENT],
      adviceGiven: [],
      complete: true,
      standing: 'awaiting-judgement',
    },
  },
  sent: {
    by: 'Tom',
    body: {
      agreement: 'agree',
      reasons: 'You are right.',
      actions: [{ what: 'Take it to panel', who: 'Tom', by: '2023-04-21' }],
    },
  },
});
