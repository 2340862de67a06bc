import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { DISPUTE } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Formalise } from './formalise.js';

export const examples = actExamples<Formalise, 'DisputeFormalised'>({
  anyAct: fc.record({
    type: fc.constant('formalise'),
    formal: fc.constantFrom('', 'DRP-7K4M-2QXH', 'DRP-0000-0000'),
    reason: text,
  }),
  events: {
    DisputeFormalised: { formal: DISPUTE, reason: 'No answer after a reminder.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' }, raised: { kind: 'informal' } },
});
