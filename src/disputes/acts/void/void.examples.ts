import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { INFORMAL } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { VoidDispute } from './void.js';

export const examples = actExamples<VoidDispute, 'DisputeVoided'>({
  anyAct: fc.record({
    type: fc.constant('void'),
    because: fc.constantFrom('raised-in-error', 'duplicate', 'wrong-child'),
    duplicateOf: fc.constantFrom(null, 'DRP-7K4M-2QXH', 'DRP-0000-0000'),
    reason: text,
  }),
  events: {
    DisputeVoided: { because: 'duplicate', duplicateOf: INFORMAL, reason: 'Raised twice on the same day.' },
  },
  sent: { by: 'Iris', body: { because: 'raised-in-error', reason: 'In words.' } },
});
