import fc from 'fast-check';
import { text, verdict } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import { SAM_THE_SOCIAL_WORKER } from '../../../../test/golden/invented.js';
import type { Judge } from './judge.js';

export const examples = actExamples<Judge, 'AnswerAccepted' | 'AnswerRejected' | 'ActionAgreed'>({
  anyAct: fc.record(
    {
      type: fc.constant('judge'),
      verdict,
      reason: text,
      actionsThatStand: fc.constantFrom([], [1], [1, 2], [7]),
      goesUp: fc.constant('now'),
    },
    { requiredKeys: ['type', 'verdict', 'reason'] },
  ),
  events: {
    AnswerAccepted: {
      round: 1,
      role: 'iro',
      reason: 'The plan is clear and has a date.',
      standing: 'accepted',
    },
    AnswerRejected: {
      round: 1,
      role: 'iro',
      verdict: 'partly',
      reason: 'There is a plan, but nobody has told her.',
      actionsThatStand: [1],
      standing: 'not-accepted',
    },
    ActionAgreed: {
      action: {
        actionId: 'A1',
        what: 'Sign the plan and read it to her',
        who: 'Sam Lowe',
        person: SAM_THE_SOCIAL_WORKER,
        by: '2022-04-29',
        offered: 1,
      },
    },
  },
  sent: { by: 'Iris', body: { verdict: 'satisfied', reason: 'In words.' }, after: ['answer'] },
});
