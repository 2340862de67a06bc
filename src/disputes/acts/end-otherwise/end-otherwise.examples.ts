import fc from 'fast-check';
import { text, impact } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { EndOtherwise } from './end-otherwise.js';

export const examples = actExamples<EndOtherwise, 'DisputeEndedOtherwise'>({
  anyAct: fc.record({
    type: fc.constant('end-otherwise'),
    outcome: fc.constantFrom('ENDED-CARE', 'TO-CAF'),
    reason: text,
    impact,
  }),
  events: {
    DisputeEndedOtherwise: {
      outcome: 'ENDED-CARE',
      reason: 'She turned 18; her personal adviser continues it.',
      impact: ['not-known'],
    },
  },
  sent: {
    by: 'Iris',
    body: { outcome: 'TO-CAF', reason: 'In words.', impact: ['plan-moving'] },
    after: ['refer-to-cafcass'],
  },
});
