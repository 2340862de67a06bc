import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Withdraw } from './withdraw.js';

export const examples = actExamples<Withdraw, 'DisputeWithdrawn'>({
  anyAct: fc.record({ type: fc.constant('withdraw'), reason: text }),
  events: {
    DisputeWithdrawn: { reason: 'The plan had been filed under another name.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' } },
});
