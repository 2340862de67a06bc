import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { ContinueAfterCare } from './continue-after-care.js';

export const examples = actExamples<ContinueAfterCare, 'ContinuedAfterCare'>({
  anyAct: fc.record({ type: fc.constant('continue-after-care'), reason: text }),
  events: {
    ContinuedAfterCare: { reason: 'She is eighteen, and the flat that was promised is still not there.' },
  },
  sent: null,
});
